public import TamgaRegistry

/// A change asked of a store. Each is made wholly or not at all, and has a number of its own; one made of several has
/// those of its parts.
public enum StoreChange: Hashable, Sendable {
    /// Registers a person with a first encounter.
    case enrol(PersonID, EncounterContent)
    /// Adds an encounter to a registered person.
    case addEncounter(PersonID, EncounterContent)
    /// Puts other records in the place of those of an encounter, which keeps its number, place and time.
    case update(PersonID, encounter: UInt64, [StoredRecord])
    /// Removes a person with all encounters and facts, and the keys they were sealed with.
    case delete(PersonID, DeletionOrder)
    /// Moves all encounters of `PersonID` behind those of `into`, and all facts to it; the first is gone then.
    case merge(PersonID, into: PersonID)
    /// Keeps 1 to ``StoreLimits/factsPerChange`` facts of persons who are registered, or of nobody. The last change of
    /// a person stays the one it was: a copy of the encounters is still the store's.
    case note([FactContent])
    /// Makes 1 to ``StoreLimits/partsPerChange`` changes in order, all or none; each sees what those before it did, has
    /// the number after theirs, and is not made of parts itself. The refusal of one is that of the whole.
    case together([StoreChange])

    /// Everybody whom the change reads or writes, perhaps more than once: two changes that share nobody do not touch
    /// each other.
    public var persons: [PersonID] {
        switch self {
        case .enrol(let person, _), .addEncounter(let person, _), .update(let person, _, _), .delete(let person, _):
            [person]
        case .merge(let gone, let staying): [gone, staying]
        case .note(let facts): facts.compactMap(\.person)
        case .together(let parts): parts.flatMap(\.persons)
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
    /// The change's number: ascending, never used again. Of an enrolment or an added encounter also the encounter's, of
    /// noted facts also theirs, of a change made of parts that of the first.
    public let sequence: UInt64
    /// Of a deletion, what proves it; of a change made of parts that of the first part that has one.
    public let receipt: DeletionReceipt?
    /// What the parts of a change became, in their order; empty where it has none.
    public let parts: [AppliedChange]

    /// Puts the outcome of a change without parts together.
    public init(sequence: UInt64, receipt: DeletionReceipt? = nil) {
        (self.sequence, self.receipt, parts) = (sequence, receipt, [])
    }

    /// Puts the outcomes of parts together; nil where there are none.
    public init?(parts: [AppliedChange]) {
        guard let first = parts.first else { return nil }
        (sequence, self.parts) = (first.sequence, parts)
        receipt = parts.lazy.compactMap(\.receipt).first
    }

    /// The highest number that the change took.
    public var last: UInt64 { parts.last?.last ?? sequence }
}
