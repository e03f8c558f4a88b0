public import TamgaTemplates

/// What is held of a person.
public struct RegisteredPerson: Hashable, Sendable {
    public let person: String
    /// Milliseconds since 1970 UTC.
    public let enrolledAt: Int64
    /// The number of the change that enrolled the person.
    public let sequence: UInt64
    /// One for each view of each record, in the order of enrolment.
    public let fingers: [RegisteredFinger]
}

/// What is held of one view of a finger.
public struct RegisteredFinger: Hashable, Sendable {
    public let position: FingerPosition
    /// The code of the record's format.
    public let format: UInt16
    /// As the record says, 0 to 100; 0 where it says nothing.
    public let quality: UInt8
    /// Minutiae in the record.
    public let minutiae: Int
    /// The whole record, with the first of its views only, where the request asked for records.
    public let record: [UInt8]?
}
