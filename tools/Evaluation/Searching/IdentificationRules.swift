package import TamgaMatcher

/// How an identification is measured.
package struct IdentificationRules: Sendable {
    /// Fingers of a probe.
    package var fingers: Int
    /// Synthetic persons added to the gallery.
    package var distractors: Int
    /// Whether everybody is compared exactly, instead of those whom the first stages let through.
    package var isExhaustive: Bool
    /// Whether probes do not say which fingers they show.
    package var hidesPositions: Bool
    package var maximumRotation: Rotation
    package var exceptions: KnownExceptions

    package init(
        fingers: Int = 1, distractors: Int = 0, isExhaustive: Bool = false, hidesPositions: Bool = false,
        maximumRotation: Rotation = .any, exceptions: KnownExceptions = .known
    ) {
        (self.fingers, self.distractors, self.isExhaustive) = (fingers, distractors, isExhaustive)
        (self.hidesPositions, self.maximumRotation) = (hidesPositions, maximumRotation)
        self.exceptions = exceptions
    }

    /// Ranks of the CMC.
    static let ranks = 20
    /// Finger subsets a capture is searched by at most: all pairs of ten fingers; of larger subsets, which share most
    /// of their fingers, fewer say as much.
    var subsets: Int { fingers <= 2 ? 45 : 10 }
}
