/// How much a store holds, at one moment.
public struct StoreCounts: Hashable, Sendable {
    /// Persons registered.
    public let persons: UInt64
    /// Records of all persons together.
    public let records: UInt64
    /// The number of the last change, 0 where there was none.
    public let sequence: UInt64

    /// Puts counts together.
    public init(persons: UInt64, records: UInt64, sequence: UInt64) {
        self.persons = persons
        self.records = records
        self.sequence = sequence
    }
}
