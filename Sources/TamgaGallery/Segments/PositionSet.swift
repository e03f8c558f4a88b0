package import TamgaTemplates

/// Positions, the unknown ones among them: one bit each, by lane.
package struct PositionSet: Hashable, Sendable {
    package private(set) var bits: UInt16 = 0

    package init(_ positions: some Sequence<FingerPosition>) {
        for position in positions { bits |= 1 << UInt16(position.lane) }
    }

    package func contains(_ position: FingerPosition) -> Bool { bits >> UInt16(position.lane) & 1 == 1 }

    /// Whether any position is in both.
    package func meets(_ other: PositionSet) -> Bool { bits & other.bits != 0 }

    package var count: Int { bits.nonzeroBitCount }

    /// Positions that are in both.
    package func count(in other: PositionSet) -> Int { (bits & other.bits).nonzeroBitCount }

    package func subtracting(_ other: PositionSet) -> PositionSet {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }

    /// In ascending order of the codes.
    package var positions: [FingerPosition] { FingerPosition.allCases.filter(contains) }

    package mutating func formUnion(_ other: PositionSet) { bits |= other.bits }
}

/// How many persons have templates of just these positions, for every set of positions that somebody has.
struct PositionSetCounts: Hashable, Sendable {
    private var sets: [PositionSet] = []
    private var counts: [Int] = []

    mutating func add(_ set: PositionSet, _ change: Int) {
        if let index = sets.firstIndex(of: set) {
            counts[index] += change
        } else {
            sets.append(set)
            counts.append(change)
        }
    }

    /// Every set with the number of its persons.
    var all: some Sequence<(PositionSet, Int)> { zip(sets, counts) }

    /// Persons who have a template of one of these positions. Complexity: O(sets that there are), 16,384 at most.
    func persons(with positions: PositionSet) -> Int {
        zip(sets, counts).reduce(0) { $0 + ($1.0.meets(positions) ? $1.1 : 0) }
    }
}
