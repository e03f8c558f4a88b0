/// How soon a search is wanted.
///
/// What is less urgent steps aside at the next part of a segment, but never stands still: see ``Turns``.
public enum Urgency: Int, Hashable, Sendable, CaseIterable {
    /// A person stands at the border and waits.
    case border
    /// An officer registers somebody.
    case enrolment
    /// One of many that are worked off.
    case bulk
}
