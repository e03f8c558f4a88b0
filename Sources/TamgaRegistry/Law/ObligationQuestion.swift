/// Must this person be registered, on this ground, on this day?
public struct ObligationQuestion: Hashable, Sendable {
    public let status: LegalStatus
    public let birthDate: CalendarDate
    /// Nil where none is claimed.
    public let ground: RegistrationGround?
    /// The day for which the answer holds.
    public let day: CalendarDate
    /// Nil where none is held.
    public let documentHeld: HeldDocument?
    public let occasion: Occasion
    /// Nil where the ground is no visa, or where the visa is issued or extended at none of the places listed.
    public let visaPlace: VisaPlace?
    /// Whether the person has been registered before, under any identity: that is for a search to say.
    public let isRegistered: Bool

    /// - Throws: ``ObligationQuestionError`` where the person is born after the day: an age below zero comes of a
    ///   mistyped year and would be answered with "too young".
    public init(
        status: LegalStatus, birthDate: CalendarDate, ground: RegistrationGround?, on day: CalendarDate,
        documentHeld: HeldDocument?, occasion: Occasion, visaPlace: VisaPlace?, isRegistered: Bool
    ) throws(ObligationQuestionError) {
        guard birthDate <= day else { throw .bornAfterDay }
        (self.status, self.birthDate, self.ground, self.day) = (status, birthDate, ground, day)
        (self.documentHeld, self.occasion) = (documentHeld, occasion)
        (self.visaPlace, self.isRegistered) = (visaPlace, isRegistered)
    }

    /// Years of life completed on the day, 0 or more.
    public var age: Int { birthDate.completedYears(on: day) }
}

/// What is done with the document on whose ground a person would be registered.
public enum Occasion: String, Hashable, Sendable, CaseIterable, Codable {
    /// It is issued for the first time; or it was, and nothing is done with it now. A new document in place of one
    /// that is held is a ``replacement``.
    case firstIssue = "first-issue"
    case `extension`
    case restoration
    case replacement
}

/// Where a visa is issued.
public enum VisaPlace: String, Hashable, Sendable, CaseIterable, Codable {
    case missionAbroad = "mission-abroad"
    case internationalAirport = "international-airport"
    /// An electronic visa, issued without a visit to a mission abroad.
    case electronic
}

/// Why something is not a question about an obligation; carries no personal data.
public enum ObligationQuestionError: Error, Hashable, Sendable, CustomStringConvertible {
    case bornAfterDay

    public var description: String { "birthDate is after the day asked for; allowed: that day or before" }
}
