public import TamgaRegistry

/// A person as the store holds them: the identifier, the records, when and by which change they came.
public struct PersonRecord: Hashable, Sendable {
    public let person: PersonID
    /// In the order of enrolment; never empty.
    public let records: [StoredRecord]
    /// Milliseconds since 1970 UTC, by the caller's clock.
    public let enrolledAt: Int64
    /// The number of the change that enrolled the person: unique, ascending, never used again.
    public let sequence: UInt64

    /// Puts a person together as the store read them; checks nothing.
    public init(person: PersonID, records: [StoredRecord], enrolledAt: Int64, sequence: UInt64) {
        self.person = person
        self.records = records
        self.enrolledAt = enrolledAt
        self.sequence = sequence
    }
}
