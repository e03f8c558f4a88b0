public import TamgaTemplates

/// Somebody before an officer: what was claimed, what was taken, and what was found.
public struct Presentation: Hashable, Sendable, Codable {
    /// Who the person says to be.
    public let claims: [Identifier]
    public let status: LegalStatus?
    public let ground: RegistrationGround?
    public let place: String?
    /// Fingers and palms that were taken.
    public let taken: [FingerCode]
    public let notTaken: [MissingFinger]
    public let verdict: Verdict
    /// Of the best candidate, -log10 of the estimated false match rate; nil where nobody was like.
    public let score: Float?

    /// A presentation of these values.
    public init(
        claims: [Identifier], status: LegalStatus?, ground: RegistrationGround?, place: String?, taken: [FingerCode],
        notTaken: [MissingFinger], verdict: Verdict, score: Float?
    ) {
        (self.claims, self.status, self.ground, self.place) = (claims, status, ground, place)
        (self.taken, self.notTaken, self.verdict, self.score) = (taken, notTaken, verdict, score)
    }
}

/// A finger or palm that was not taken.
public struct MissingFinger: Hashable, Sendable, Codable {
    public let position: FingerCode
    public let reason: MissingReason

    /// A finger and why it was not taken.
    public init(position: FingerCode, reason: MissingReason) {
        (self.position, self.reason) = (position, reason)
    }
}

/// The finger positions of `TamgaTemplates`, as they are written down: by name.
public struct FingerCode: Hashable, Sendable, Codable {
    public let position: FingerPosition

    /// A named position, or an unknown one.
    public init(_ position: FingerPosition) { self.position = position }

    /// Reads a name such as `right-index`.
    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        guard let position = FingerPosition(nameOrCode: name) else {
            throw FieldError("position", "no such finger", allowed: "right-thumb to left-little, or a palm")
        }
        self.init(position)
    }

    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(position.name)
    }
}
