/// A document that lets a person be in Kazakhstan, held already when the question is asked.
///
/// Both ends are asked for, since the law spares who held such a document on the day it came into force: with the last
/// day alone, a document issued later would pass for one of these.
public struct HeldDocument: Hashable, Sendable {
    public let kind: Kind
    /// The first day on which it is valid.
    public let validFrom: CalendarDate
    /// The last day on which it is valid.
    public let validUntil: CalendarDate

    /// - Throws: ``HeldDocumentError`` where the last day comes before the first.
    public init(
        kind: Kind, validFrom: CalendarDate, validUntil: CalendarDate
    ) throws(HeldDocumentError) {
        guard validFrom <= validUntil else { throw .endsBeforeItBegins }
        (self.kind, self.validFrom, self.validUntil) = (kind, validFrom, validUntil)
    }

    /// Whether it is valid on the day, its first and last included.
    public func isValid(on day: CalendarDate) -> Bool { (validFrom...validUntil).contains(day) }

    /// The documents the law names for those who held one when it came into force.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        case residencePermit = "residence-permit"
        case temporaryResidencePermit = "temporary-residence-permit"
        case visa
    }
}

/// Why something is not a ``HeldDocument``.
public enum HeldDocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    case endsBeforeItBegins

    public var description: String { "document held: validUntil is before validFrom" }
}
