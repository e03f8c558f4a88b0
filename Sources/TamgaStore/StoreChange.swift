public import TamgaRegistry

/// A change asked of a store. Each is made wholly or not at all, and has a number of its own.
public enum StoreChange: Hashable, Sendable {
    /// Registers a person with a first encounter.
    case enrol(PersonID, EncounterContent)
    /// Adds an encounter to a registered person.
    case addEncounter(PersonID, EncounterContent)
    /// Puts other records in the place of those of an encounter, which keeps its number, place and time.
    case update(PersonID, encounter: UInt64, [StoredRecord])
    /// Removes a person with all encounters and the keys they were sealed with.
    case delete(PersonID, DeletionOrder)
    /// Moves all encounters of `PersonID` behind those of `into`; the first is gone then.
    case merge(PersonID, into: PersonID)

    /// Everybody whom the change reads or writes: two changes that share nobody do not touch each other.
    public var persons: [PersonID] {
        switch self {
        case .enrol(let person, _), .addEncounter(let person, _), .update(let person, _, _), .delete(let person, _):
            [person]
        case .merge(let gone, let staying): [gone, staying]
        }
    }
}

/// What was taken when a person was met: the records, and when.
public struct EncounterContent: Hashable, Sendable {
    /// Milliseconds since 1970 UTC, by the caller's clock.
    public let takenAt: Int64
    /// 1 to ``StoreLimits/recordsPerPerson`` records.
    public let records: [StoredRecord]

    /// Takes them as they are; the store checks the records.
    public init(takenAt: Int64, records: [StoredRecord]) {
        (self.takenAt, self.records) = (takenAt, records)
    }
}

/// What a change became.
public struct AppliedChange: Hashable, Sendable {
    /// The change's number: ascending, never used again. Of an enrolment or an added encounter also the encounter's.
    public let sequence: UInt64
    /// Of a deletion, what proves it.
    public let receipt: DeletionReceipt?

    /// Puts an outcome together.
    public init(sequence: UInt64, receipt: DeletionReceipt? = nil) {
        (self.sequence, self.receipt) = (sequence, receipt)
    }
}
