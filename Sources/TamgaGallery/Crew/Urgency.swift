/// How soon a search is wanted.
public enum Urgency: Int, Hashable, Sendable, CaseIterable {
    /// A person stands there and waits.
    case interactive
    /// One of many that are worked off: it steps aside for the interactive ones at the next part of a segment.
    case bulk
}
