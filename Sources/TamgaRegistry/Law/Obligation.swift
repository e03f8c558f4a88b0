/// The answer to an ``ObligationQuestion``: the row that decided it.
public struct Obligation: Hashable, Sendable {
    public let row: ObligationRow

    public var outcome: Outcome { row.outcome }
    /// At least one.
    public var citations: [Citation] { row.citations }
    /// Nil where there is nothing that could be refused.
    public var ifRefused: Refusal? { row.ifRefused }

    /// What holds for the person.
    public enum Outcome: Hashable, Sendable {
        case mandatory
        /// - needsConsent: of the child's legal representatives.
        case voluntary(needsConsent: Bool)
        /// Mandatory from that day on, which is the first day after the suspension.
        case suspended(until: CalendarDate)
        /// Mandatory when one of these is done with the document held.
        case notNow(until: [Occasion])
        case alreadyRegistered
        case notRequired(Reason)
    }

    /// Why nobody asks for registration.
    public enum Reason: String, Hashable, Sendable, CaseIterable, Codable {
        case notInForce = "not-in-force"
        case underAge = "under-age"
        case noGround = "no-ground"
    }
}

/// What follows where a person refuses what is mandatory.
public struct Refusal: Hashable, Sendable {
    public let citation: Citation
    public let text: Localized

    /// Puts the two together.
    public init(citation: Citation, text: Localized) {
        (self.citation, self.text) = (citation, text)
    }
}
