import TamgaHarness

/// Every change that was answered, by its number.
actor Journal {
    private var changes: [UInt64: Change] = [:]
    private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    private var isBackedUp = false
    private var holding: [CheckedContinuation<Void, Never>] = []
    private(set) var searches = 0

    var count: Int { changes.count }

    func note(_ change: Change, _ sequence: UInt64) throws(HarnessError) {
        guard changes.updateValue(change, forKey: sequence) == nil else {
            throw HarnessError("two changes were given the number \(sequence)")
        }
        let due = waiting.filter { $0.count <= changes.count }
        waiting.removeAll { $0.count <= changes.count }
        due.forEach { $0.continuation.resume() }
    }

    func noteSearch() { searches += 1 }

    /// Returns once so many changes were answered.
    func wait(for count: Int) async {
        guard changes.count < count else { return }
        await withCheckedContinuation { waiting.append((count, $0)) }
    }

    /// What was kept back until the backup was there may be done.
    func noteBackup() {
        isBackedUp = true
        holding.forEach { $0.resume() }
        holding = []
    }

    func waitForBackup() async {
        guard !isBackedUp else { return }
        await withCheckedContinuation { holding.append($0) }
    }

    /// Those above a number, in the order of their numbers.
    func changes(after sequence: UInt64) -> [(sequence: UInt64, change: Change)] {
        changes.filter { $0.key > sequence }.sorted { $0.key < $1.key }.map { (sequence: $0.key, change: $0.value) }
    }

    /// How many there were of each kind.
    var summary: String {
        Dictionary(grouping: changes.values, by: \.name).map { "\($1.count) \($0)" }.sorted().joined(separator: ", ")
    }
}
