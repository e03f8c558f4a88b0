/// Asks to register a person, unless the fingers or the claims say that the person is registered already.
///
/// One request searches, decides and registers: between the search and the registration no other one can come.
public struct Register: Sendable, Hashable {
    /// The station's own name for this request: sent again under the same key, it is not done again.
    public var key: WireKey?
    public var subject: CaptureSubject

    /// The message of these values; limits are checked when it is encoded.
    public init(key: WireKey?, subject: CaptureSubject) {
        self.key = key
        self.subject = subject
    }
}

extension Register: WireMessage {
    enum Fields {
        static let key = Field<WireKey>.atMostOnce(0x8001, "key", WireLimits.keyBytes)
    }

    package static let kind = MessageKind.register
    package static let fields = [Fields.key.rule] + CaptureSubject.fields

    package init(reading fields: FieldReader) throws(WireError) {
        key = try fields.optional(Fields.key)
        subject = try CaptureSubject(reading: fields)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(key, Fields.key)
        try subject.write(to: &writer)
    }
}

/// What became of a registration: durable, and visible to every search that begins after this answer.
public struct Registered: Sendable, Hashable {
    public var assessment: Assessment

    /// The message of these values; limits are checked when it is encoded.
    public init(assessment: Assessment) {
        self.assessment = assessment
    }
}

extension Registered: AssessmentAnswer {
    package static let kind = MessageKind.registered
}
