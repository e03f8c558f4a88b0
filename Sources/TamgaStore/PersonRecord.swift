public import TamgaRegistry

/// A person as the store holds them: the identifier and the encounters.
public struct PersonRecord: Hashable, Sendable {
    public let person: PersonID
    /// In the order of their coming to this person; never empty.
    public let encounters: [EncounterRecord]
    /// The number of the last change of the person: no other person has it, and it only grows.
    public let sequence: UInt64

    /// Puts a person together as the store read them; checks nothing.
    public init(person: PersonID, encounters: [EncounterRecord], sequence: UInt64) {
        (self.person, self.encounters, self.sequence) = (person, encounters, sequence)
    }

    /// Of all encounters, in their order.
    public var records: [StoredRecord] { encounters.flatMap(\.records) }

    /// When the first encounter was, milliseconds since 1970 UTC by the caller's clock.
    public var enrolledAt: Int64 { encounters.first?.takenAt ?? 0 }

    /// A person of one encounter that nothing happened to since.
    public init(person: PersonID, records: [StoredRecord], enrolledAt: Int64, sequence: UInt64) {
        let encounter = EncounterRecord(
            number: sequence, changed: sequence, content: EncounterContent(takenAt: enrolledAt, records: records))
        self.init(person: person, encounters: [encounter], sequence: sequence)
    }
}

/// One encounter as the store holds it.
public struct EncounterRecord: Hashable, Sendable {
    /// The number of the change that brought it; it keeps it through updates and merges.
    public let number: UInt64
    /// The number of the last change of its records.
    public let changed: UInt64
    public let content: EncounterContent

    /// Puts an encounter together as the store read it; checks nothing.
    public init(number: UInt64, changed: UInt64, content: EncounterContent) {
        (self.number, self.changed, self.content) = (number, changed, content)
    }

    /// Milliseconds since 1970 UTC, by the caller's clock.
    public var takenAt: Int64 { content.takenAt }
    public var records: [StoredRecord] { content.records }
}
