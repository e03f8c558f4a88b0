package import TamgaTemplates

// Where a position has its place in what a gallery counts and keeps by position: 16 lanes, while codes go further.
extension FingerPosition {
    /// 0 to 10 for fingers, which is their code, 11 to 13 for palms.
    package var lane: Int {
        switch self {
        case .unknownPalm: 11
        case .rightPalm: 12
        case .leftPalm: 13
        default: Int(rawValue)
        }
    }

    /// The position of a lane; nil for a number that is none.
    package init?(lane: Int) {
        guard Self.byLane.indices.contains(lane) else { return nil }
        self = Self.byLane[lane]
    }

    private static let byLane = allCases.sorted { $0.lane < $1.lane }
}
