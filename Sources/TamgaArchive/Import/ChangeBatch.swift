import TamgaStore

/// Changes that wait to be made together, and the lines they are of.
struct ChangeBatch {
    private let store: any PersonStore
    private var changes: [StoreChange] = []
    private var lines: [Int] = []
    private var bytes = 0

    init(_ store: any PersonStore) { self.store = store }

    /// Makes those waiting when they are many.
    mutating func add(_ change: StoreChange, line: Int) throws(ArchiveError) {
        changes.append(change)
        lines.append(line)
        bytes += change.recordBytes
        guard changes.count >= ArchiveLimits.batchChanges || bytes >= ArchiveLimits.batchBytes else { return }
        try finish()
    }

    /// Makes all that wait.
    mutating func finish() throws(ArchiveError) {
        let outcomes: [Result<AppliedChange, StoreError>]
        do throws(StoreError) { outcomes = try store.apply(changes) } catch {
            throw ArchiveError(error, doing: "writing persons")
        }
        for (line, outcome) in zip(lines, outcomes) {
            guard case .failure(let error) = outcome else { continue }
            let place = LinePlace(line: line)
            throw error.code == .personExists
                ? place.error(.duplicate, "person", "is in a line before")
                : place.error(.outOfRange, "encounters", error.message)
        }
        changes.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        bytes = 0
    }
}

extension StoreChange {
    /// Bytes of the records and facts it brings.
    fileprivate var recordBytes: Int {
        switch self {
        case .enrol(_, let content), .addEncounter(_, let content):
            content.records.reduce(0) { $0 + $1.bytes.count }
        case .update(_, _, let records): records.reduce(0) { $0 + $1.bytes.count }
        case .delete, .merge: 0
        case .note(let facts): facts.reduce(0) { $0 + $1.bytes.count }
        case .together(let parts): parts.reduce(0) { $0 + $1.recordBytes }
        }
    }
}
