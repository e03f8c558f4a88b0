/// How much a store holds, at one moment.
public struct StoreCounts: Hashable, Sendable {
    /// Persons registered.
    public let persons: UInt64
    /// Records of all persons together.
    public let records: UInt64
    /// Facts of all persons and of nobody together.
    public let facts: UInt64
    /// The number of the last change, 0 where there was none.
    public let sequence: UInt64

    /// Puts counts together.
    public init(persons: UInt64, records: UInt64, facts: UInt64 = 0, sequence: UInt64) {
        (self.persons, self.records, self.facts, self.sequence) = (persons, records, facts, sequence)
    }
}
