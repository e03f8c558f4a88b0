public import TamgaRegistry

/// Asks for a person to be registered with the fingers given.
public struct EnrolmentRequest: Hashable, Sendable {
    public var person: String
    /// 1 to ``IdentificationLimits/fingersPerRequest`` records; several of one finger are impressions of it.
    public var fingers: [FingerSubmission]
    /// Who brings them: told to the owner of a ban whose alert they raise.
    public var author = Author.direct

    /// A request, not checked before it is made: `IdentificationService.enrol` checks.
    public init(person: String, fingers: [FingerSubmission]) {
        self.person = person
        self.fingers = fingers
    }
}

/// The person is registered: durably, and seen by every search that begins from now on.
public struct Enrolment: Hashable, Sendable {
    public let person: String
    /// The number of this change in the store.
    public let sequence: UInt64
    /// The number of the first gallery snapshot that has the person.
    public let snapshot: UInt64
    /// Templates added: one for each view of each record.
    public let references: Int
    /// From call to answer, by the injected clock.
    public let microseconds: UInt64
    /// Templates that were taken although they have flaws.
    public let warnings: [TemplateWarning]
}

/// The person is gone: durably, and from every search that begins from now on.
public struct Deletion: Hashable, Sendable {
    public let person: String
    /// The number of this change in the store.
    public let sequence: UInt64
    /// Templates removed.
    public let references: Int
    /// What proves it.
    public let receipt: DeletionReceipt

    /// What was removed.
    package init(person: String, sequence: UInt64, references: Int, receipt: DeletionReceipt) {
        self.person = person
        self.sequence = sequence
        self.references = references
        self.receipt = receipt
    }
}
