/// How the fingers of a probe and of a person went together, where positions are given.
public enum FingerSwap: UInt8, Sendable, CaseIterable, Hashable {
    /// As their positions say.
    case none = 0
    /// Each finger with the same finger of the other hand: right was given as left.
    case handsExchanged = 1
    /// Some fingers with others than their positions say.
    case fingersExchanged = 2
}

/// What the positions that come with a probe are worth.
public enum PositionPolicy: UInt8, Sendable, CaseIterable, Hashable {
    /// Fingers are compared with those of their position, and with unknown ones.
    case asLabelled = 0
    /// As labelled first; then hands and fingers that may have been exchanged are looked for.
    case lookForSwaps = 1
}

extension FingerPosition {
    /// The same finger or palm of the other hand; what is unknown stays so.
    public var mirrored: FingerPosition {
        switch self {
        case .unknown, .unknownPalm: self
        case .rightPalm: .leftPalm
        case .leftPalm: .rightPalm
        default: Self(rawValue: rawValue <= 5 ? rawValue + 5 : rawValue - 5) ?? .unknown
        }
    }

    /// Whether both are named, and differ, and are both fingers or both palms: such can only be the same one if a label
    /// is wrong. A finger and a palm are never the same one, so no label is in question.
    public func contradicts(_ other: FingerPosition) -> Bool { isPalm == other.isPalm && !mayEqual(other) }
}
