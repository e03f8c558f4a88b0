import Synchronization

/// The scans that wait for their parts: those of one urgency, which share passes.
///
/// The oldest scan says which part is next; whoever else still lacks it comes along, so that probes that wait at the
/// same time read the gallery once between them. A lone probe waits for nobody: what comes later joins at the part
/// being read and catches up on the rest at the end.
final class ScanBoard: WorkSource {
    private struct Entry: Sendable {
        let scan: Scan
        var taken: [Bool]
        /// Where to look for the next part not taken.
        var cursor: Int
        var left: Int

        mutating func take(_ part: Int) {
            taken[part] = true
            left -= 1
        }

        mutating func nextPart() -> Int {
            while taken[cursor] { cursor = (cursor + 1) % taken.count }
            return cursor
        }

        /// The part of this key where it is still to be scanned; `hint` is where it probably is.
        func open(_ key: ScanPart.Key, hint: Int) -> Int? {
            let parts = scan.parts
            let index = hint < parts.count && parts[hint].key == key ? hint : parts.firstIndex(atOrAfter: key)
            guard index < parts.count, parts[index].key == key, !taken[index] else { return nil }
            return index
        }
    }

    private struct State: Sendable {
        var entries: [Entry] = []
        /// The part handed out last: where a new scan begins.
        var last: ScanPart.Key?
    }

    var isBeginning: Bool { true }

    /// Scans that share a pass at most.
    static let passengers = 16

    private let state = Mutex(State())
    private let benches: [Workbench]

    init(_ benches: [Workbench]) { self.benches = benches }

    /// Adds a scan of at least one part; afterwards the board has to be added to its crew.
    func add(_ scan: Scan) {
        state.withLock { state in
            let begin = state.entries.isEmpty ? nil : state.last
            let cursor = begin.map { scan.parts.firstIndex(atOrAfter: $0) } ?? 0
            state.entries.append(
                Entry(
                    scan: scan, taken: Array(repeating: false, count: scan.parts.count),
                    cursor: cursor % scan.parts.count, left: scan.parts.count))
        }
    }

    func next() -> WorkUnit? {
        let group = state.withLock { Self.group(&$0) }
        guard !group.isEmpty else { return nil }
        return { worker in
            self.benches[worker].tools.withLock { Scan.run(group, worker, &$0) }
        }
    }

    private static func group(_ state: inout State) -> [(scan: Scan, part: Int)] {
        guard !state.entries.isEmpty else { return [] }
        let part = state.entries[0].nextPart()
        let key = state.entries[0].scan.parts[part].key
        var group: [(scan: Scan, part: Int)] = []
        for index in state.entries.indices where group.count < passengers {
            guard let open = state.entries[index].open(key, hint: part) else { continue }
            state.entries[index].take(open)
            group.append((state.entries[index].scan, open))
        }
        state.entries.removeAll { $0.left == 0 }
        state.last = key
        return group
    }
}

extension [ScanPart] {
    /// Complexity: O(log n).
    fileprivate func firstIndex(atOrAfter key: ScanPart.Key) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
