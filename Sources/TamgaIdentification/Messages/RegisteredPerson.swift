public import TamgaTemplates

/// What is held of a person.
public struct RegisteredPerson: Hashable, Sendable {
    public let person: String
    /// Milliseconds since 1970 UTC.
    public let enrolledAt: Int64
    /// The number of the person's last change.
    public let sequence: UInt64
    /// One for each view of each record, in the order of enrolment.
    public let fingers: [RegisteredFinger]
    /// The enrolment first; never empty.
    public let encounters: [RegisteredEncounter]

    /// What is held of a person.
    package init(
        person: String, enrolledAt: Int64, sequence: UInt64, fingers: [RegisteredFinger],
        encounters: [RegisteredEncounter]
    ) {
        self.person = person
        self.enrolledAt = enrolledAt
        self.sequence = sequence
        self.fingers = fingers
        self.encounters = encounters
    }
}

/// One taking of fingers: the enrolment, or an encounter added later.
public struct RegisteredEncounter: Hashable, Sendable {
    /// The number of the change that made it.
    public let number: UInt64
    /// Milliseconds since 1970 UTC.
    public let takenAt: Int64
    /// The number of its last change.
    public let changed: UInt64

    /// An encounter of these values.
    package init(number: UInt64, takenAt: Int64, changed: UInt64) {
        self.number = number
        self.takenAt = takenAt
        self.changed = changed
    }
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
    /// The number of the encounter it belongs to.
    public let encounter: UInt64

    /// What is held of a view.
    package init(
        position: FingerPosition, format: UInt16, quality: UInt8, minutiae: Int, record: [UInt8]?, encounter: UInt64
    ) {
        self.position = position
        self.format = format
        self.quality = quality
        self.minutiae = minutiae
        self.record = record
        self.encounter = encounter
    }
}
