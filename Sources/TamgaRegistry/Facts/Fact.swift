/// Something that happened to a person, or to nobody who is registered: never changed afterwards, only followed.
///
/// Everything the register knows besides fingers follows from these, in their order: see ``RegistryBook``.
public enum Fact: Hashable, Sendable {
    /// The person was registered: found nowhere in the gallery, or taken in by an officer's decision.
    case registered(Presentation)
    /// The person came again, or somebody who may be the person did; nothing was registered.
    case presented(Presentation)
    /// An identifier was linked to the person, and is the person's from now on.
    case linked(IdentifierChange)
    /// An identifier was taken from the person.
    case unlinked(IdentifierChange)
    /// Somebody would not give fingers.
    case refused(RefusalOfFingers)
    /// The person was expelled or readmitted.
    case removed(Removal)
    /// An entry ban was lifted before its end.
    case banLifted(BanLifting)
    /// Fingers that could not be taken, so that a re-capture is due.
    case recaptureDue(Recapture)
    /// What was due was done, or is not wanted any more.
    case recaptured(Closing)
    /// The fingers of somebody banned came under another name.
    case alert(Alert)
    /// The owner of an alert has seen it.
    case alertSeen(Closing)
    /// A certificate was issued.
    case certificate(IssuedCertificate)
    /// What a request with an idempotency key was answered.
    case answered(KeptAnswer)
}

/// A fact, when it was written down, and by whom.
public struct FactEntry: Hashable, Sendable, Codable {
    /// By what later facts speak of it.
    public let tag: FactTag
    /// Milliseconds since 1970 UTC.
    public let at: Int64
    public let by: Author
    public let fact: Fact

    /// An entry of these values.
    public init(tag: FactTag, at: Int64, by author: Author, _ fact: Fact) {
        (self.tag, self.at, by, self.fact) = (tag, at, author, fact)
    }
}
