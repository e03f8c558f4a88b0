import TamgaMatcher

/// Which minutiae of a probe the first stage goes by: the most reliable ones.
enum ScanSelection {
    /// Minutiae within the usual rotation at most.
    static let usual = 48
    /// Beyond it each is compared with three times as many, so fewer are taken: a look at any rotation costs no more
    /// than one within the usual.
    static let wide = 24

    /// Indices, ascending: directions stay in order. Complexity: O(n^2).
    static func minutiae(of finger: FingerDescriptor, within rotation: Rotation) -> [Int] {
        let limit = rotation.steps <= Rotation.usual.steps ? usual : wide(of: finger.count)
        guard finger.count > limit else { return Array(0..<finger.count) }
        let presence = PreparedFinger(finger).reliability.presence
        let ranked = (0..<finger.count).sorted { (-presence[$0], $0) < (-presence[$1], $1) }
        return ranked.prefix(limit).sorted()
    }

    /// The minutiae of a finger, each counted by how surely it is found again.
    static func presence(_ finger: FingerDescriptor) -> Float {
        PreparedFinger(finger).reliability.presence.reduce(0, +)
    }

    /// Half of those that the usual look takes.
    private static func wide(of count: Int) -> Int { max(8, min(count, usual) / 2) }
}
