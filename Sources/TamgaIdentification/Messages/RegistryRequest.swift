public import TamgaRegistry

/// Something to be written down of a person, or of somebody who is not registered.
public struct RegistryRequest: Hashable, Sendable {
    /// What happened.
    public enum Event: Hashable, Sendable {
        /// An identifier is the person's; an IIN once, and no other beside it.
        case link(Identifier, reason: String?)
        case unlink(Identifier, reason: String)
        /// Somebody would not give fingers; who is registered may be named or not.
        case refusal(RefusalOfFingers)
        /// The person was expelled or readmitted: the fingers are a standing probe until the ban ends.
        case removal(Removal)
        /// A ban ends before its term; by its owner.
        case liftBan(FactID, reason: String)
        /// The owner has seen an alert.
        case alertSeen(FactID)
        /// What was due was done, or is not wanted any more.
        case recaptured(FactID)
        /// A certificate was issued.
        case certificate(IssuedCertificate)
    }

    public var author: Author
    /// The registration number; nil only for a refusal, an alert seen and what is due.
    public var person: String?
    public var event: Event

    /// A request, not checked before it is made.
    public init(author: Author, person: String? = nil, _ event: Event) {
        (self.author, self.person, self.event) = (author, person, event)
    }
}

/// It is written down: durably, and counts for everything that begins from now on.
public struct RegistryNote: Hashable, Sendable {
    /// The place of the fact in the history.
    public let id: FactID
    /// From call to answer, by the injected clock.
    public let microseconds: UInt64
}

/// A fact of a person's history.
public struct HistoryEntry: Hashable, Sendable {
    public let id: FactID
    public let entry: FactEntry
    /// The fact's content by itself, as JSON.
    public let content: String
}
