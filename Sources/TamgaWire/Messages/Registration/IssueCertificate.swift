/// Asks for a certificate that the person is registered.
public struct IssueCertificate: Sendable, Hashable {
    public var person: String
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(person: String, officer: String? = nil) {
        self.person = person
        self.officer = officer
    }
}

extension IssueCertificate: WireMessage {
    enum Fields {
        static let person = Field<String>.once(0x8001, "person", WireLimits.personBytes)
        static let officer = Field<String>.atMostOnce(0x8002, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.certificate
    package static let fields = [Fields.person.rule, Fields.officer.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        person = try fields.value(Fields.person)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(person, Fields.person)
        try writer.put(officer, Fields.officer)
    }
}

/// A certificate, issued and noted, durably.
public struct Certified: Sendable, Hashable {
    /// The certificate's serial number.
    public var serial: String
    /// The whole file, to be printed or handed over.
    public var file: [UInt8]
    /// Time the server took, in microseconds.
    public var microseconds: UInt64

    /// The message of these values; limits are checked when it is encoded.
    public init(serial: String, file: [UInt8], microseconds: UInt64) {
        self.serial = serial
        self.file = file
        self.microseconds = microseconds
    }
}

extension Certified: WireMessage {
    enum Fields {
        static let serial = Field<String>.once(0x8001, "serial", WireLimits.serialBytes)
        static let file = Field<[UInt8]>.once(0x8002, "file", WireLimits.fileBytes)
        static let microseconds = Field<UInt64>.once(0x8003, "microseconds")
    }

    package static let kind = MessageKind.certified
    package static let fields = [Fields.serial.rule, Fields.file.rule, Fields.microseconds.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        serial = try fields.value(Fields.serial)
        file = try fields.value(Fields.file)
        microseconds = try fields.value(Fields.microseconds)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(serial, Fields.serial)
        try writer.put(file, Fields.file)
        try writer.put(microseconds, Fields.microseconds)
    }
}
