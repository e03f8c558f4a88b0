/// What fingers say of a claimed identity.
public enum Verdict: String, Hashable, Sendable, CaseIterable, Codable {
    /// The fingers are nobody's who is registered, and neither is the identity.
    case newPerson = "new-person"
    /// The fingers are those of a registered person, who is known by this identity.
    case samePersonSameIdentity = "same-person-same-identity"
    /// The fingers are those of a registered person, who is not known by this identity: a second one is being built.
    case samePersonOtherIdentity = "same-person-other-identity"
    /// The fingers are not those of the registered person whose identity is claimed.
    case otherPersonUnderIdentity = "other-person-under-identity"
    /// The fingers are those of a registered person; no identity was claimed.
    case knownPerson = "known-person"
    /// The fingers do not suffice to say.
    case inconclusive
}

/// Why a verdict is inconclusive.
public enum Doubt: String, Hashable, Sendable, CaseIterable, Codable {
    /// Registered persons have too few of the fingers that were given for anything to be said of them.
    case coverage
    /// Too few of the fingers are good enough to say that somebody is not registered.
    case fewFingers = "few-fingers"
    /// Somebody is more alike than a stranger should be, and less than the same person has to be.
    case score
    /// Several registered persons have these fingers: the best is named, and one of them may be a second registration.
    case severalPersons = "several-persons"
}

/// What an officer should do next, in this order.
public enum NextStep: String, Hashable, Sendable, CaseIterable, Codable {
    /// Register the person; the service does so where it was asked to.
    case register
    /// Do not register again; the person has a number.
    case doNotRegister = "do-not-register"
    /// Link what was claimed to the number, once the document was seen: a new passport, an IIN obtained later.
    case linkIdentifier = "link-identifier"
    /// Ask about the other identity, and report a second identity.
    case reportSecondIdentity = "report-second-identity"
    /// Keep the document: it belongs to another person.
    case reportForeignIdentity = "report-foreign-identity"
    /// Take the fingers again in their right order: they came exchanged.
    case recaptureInOrder = "recapture-in-order"
    /// Take the finger named.
    case captureFinger = "capture-finger"
    /// Take the fingers again: they are too poor.
    case recaptureQuality = "recapture-quality"
    /// Two officers compare the prints and decide.
    case adjudicate
    /// An entry ban is in force: hold the person and tell its owner.
    case entryBan = "entry-ban"
    /// A finger could not be taken: the re-capture is noted as due.
    case noteRecapture = "note-recapture"
}
