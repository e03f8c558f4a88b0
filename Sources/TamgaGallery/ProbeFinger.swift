public import TamgaMatcher
public import TamgaTemplates

/// A finger that is looked for: what it is called, and one or several views of it.
public struct ProbeFinger: Hashable, Sendable {
    public let position: FingerPosition
    /// Views of the same finger, at least one; the best of them counts.
    public let views: [FingerDescriptor]

    /// A finger of at least one view; the search checks.
    public init(position: FingerPosition, views: [FingerDescriptor]) {
        self.position = position
        self.views = views
    }
}
