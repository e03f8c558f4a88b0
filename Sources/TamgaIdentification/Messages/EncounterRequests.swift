public import TamgaRegistry

/// Asks for an encounter to be added, with the fingers given, to a person who is registered.
public struct EncounterRequest: Hashable, Sendable {
    public var person: String
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records.
    public var fingers: [FingerSubmission]
    /// Who brings them: told to the owner of a ban whose alert they raise.
    public var author = Author.direct

    /// A request, not checked before it is made: `IdentificationService.addEncounter` checks.
    public init(person: String, fingers: [FingerSubmission]) {
        self.person = person
        self.fingers = fingers
    }
}

/// Asks for all records of one encounter to be replaced by the fingers given.
public struct UpdateRequest: Hashable, Sendable {
    public var person: String
    /// The number of the encounter.
    public var encounter: UInt64
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records.
    public var fingers: [FingerSubmission]
    /// Who brings them: told to the owner of a ban whose alert they raise.
    public var author = Author.direct

    /// A request, not checked before it is made: `IdentificationService.update` checks.
    public init(person: String, encounter: UInt64, fingers: [FingerSubmission]) {
        self.person = person
        self.encounter = encounter
        self.fingers = fingers
    }
}

/// Asks for all encounters of one person to be moved to another.
public struct MergeRequest: Hashable, Sendable {
    /// Who stays.
    public var person: String
    /// Whose encounters go to `person`, and who is then unknown.
    public var other: String

    /// A request, not checked before it is made: `IdentificationService.merge` checks.
    public init(person: String, other: String) {
        self.person = person
        self.other = other
    }
}
