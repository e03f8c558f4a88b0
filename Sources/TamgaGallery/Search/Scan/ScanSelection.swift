import TamgaMatcher

/// Which minutiae of a probe the first stage goes by, and what each counts: the more surely a minutia is found again,
/// the more.
struct ScanSelection {
    /// Minutiae within the usual rotation at most. More cost time and find no more mates (docs/PERFORMANCE.md).
    static let usual = 32
    /// Beyond it each is compared with three times as many, so fewer are taken: a look at any rotation costs no more
    /// than one within the usual.
    static let wide = 24
    /// What a minutia counts that is always found again.
    static let whole: Float = 128

    /// Indices, ascending: directions stay in order.
    let minutiae: [Int]
    /// What each counts, 1 to ``whole``: the root of its presence.
    let weights: [UInt8]

    /// Complexity: O(n log n).
    init(_ finger: PreparedFinger, within rotation: Rotation) {
        let limit = rotation.steps <= Rotation.usual.steps ? Self.usual : Self.wide(of: finger.count)
        let presence = finger.reliability.presence
        let ranked = (0..<finger.count).sorted { (-presence[$0], $0) < (-presence[$1], $1) }
        minutiae = ranked.prefix(limit).sorted()
        weights = minutiae.map { UInt8(max(1, (Self.whole * presence[$0].squareRoot()).rounded())) }
    }

    /// The minutiae of a finger, each counted by how surely it is found again.
    static func presence(_ finger: PreparedFinger) -> Float {
        finger.reliability.presence.reduce(0, +)
    }

    /// Half of those there are.
    private static func wide(of count: Int) -> Int { max(8, min(wide, count / 2)) }
}
