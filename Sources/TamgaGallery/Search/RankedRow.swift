/// A template found by stage 1: how alike, who of all is meant, and where it lies in the snapshot.
struct RankedRow: Sendable {
    let score: Float
    /// The person's number and which of the person's templates: together the order of all templates.
    let number: UInt64
    let ordinal: UInt16
    /// The segment, among all of the snapshot, and the person in it.
    let segment: UInt32
    let owner: UInt32
    let address: RowAddress

    /// Most alike first, then by number: an order without ties.
    @inline(__always)
    func precedes(_ other: RankedRow) -> Bool {
        if score != other.score { return score > other.score }
        return number != other.number ? number < other.number : ordinal < other.ordinal
    }
}

/// The first `capacity` rows of all that were offered, whatever the order of offering: a heap, last one on top.
struct BestRows: Sendable {
    private let capacity: Int
    private(set) var rows: [RankedRow] = []

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Whether a row of this score could still be kept; a quick look before a row is made.
    @inline(__always)
    func mayKeep(_ score: Float) -> Bool {
        rows.count < capacity || (capacity > 0 && score >= rows[0].score)
    }

    /// Complexity: O(log capacity).
    mutating func offer(_ row: RankedRow) {
        if rows.count < capacity {
            rows.append(row)
            rise(from: rows.count - 1)
        } else if capacity > 0, row.precedes(rows[0]) {
            rows[0] = row
            sink()
        }
    }

    private mutating func rise(from start: Int) {
        var index = start
        while index > 0 {
            let parent = (index - 1) / 2
            guard rows[parent].precedes(rows[index]) else { return }
            rows.swapAt(parent, index)
            index = parent
        }
    }

    private mutating func sink() {
        var index = 0
        while true {
            var last = index
            for child in 2 * index + 1..<min(2 * index + 3, max(rows.count, 2 * index + 1))
            where rows[last].precedes(rows[child]) {
                last = child
            }
            guard last != index else { return }
            rows.swapAt(last, index)
            index = last
        }
    }
}
