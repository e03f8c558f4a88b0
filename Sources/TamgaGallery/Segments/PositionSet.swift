import TamgaTemplates

/// Finger positions, `unknown` among them: one bit each.
struct PositionSet: Hashable, Sendable {
    private(set) var bits: UInt16 = 0

    init(_ positions: some Sequence<FingerPosition>) {
        for position in positions { bits |= 1 << UInt16(position.rawValue) }
    }

    func contains(_ position: FingerPosition) -> Bool { bits >> UInt16(position.rawValue) & 1 == 1 }

    /// Whether any position is in both.
    func meets(_ other: PositionSet) -> Bool { bits & other.bits != 0 }

    mutating func formUnion(_ other: PositionSet) { bits |= other.bits }
}
