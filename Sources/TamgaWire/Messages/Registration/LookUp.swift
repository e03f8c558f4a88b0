/// Asks what a registration would find, and registers nobody.
public struct LookUp: Sendable, Hashable {
    public var subject: CaptureSubject

    /// The message of these values; limits are checked when it is encoded.
    public init(subject: CaptureSubject) {
        self.subject = subject
    }
}

extension LookUp: WireMessage {
    package static let kind = MessageKind.lookUp
    package static let fields = CaptureSubject.fields

    package init(reading fields: FieldReader) throws(WireError) {
        subject = try CaptureSubject(reading: fields)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try subject.write(to: &writer)
    }
}

/// What is known of somebody before an officer.
public struct LookedUp: Sendable, Hashable {
    public var assessment: Assessment

    /// The message of these values; limits are checked when it is encoded.
    public init(assessment: Assessment) {
        self.assessment = assessment
    }
}

extension LookedUp: AssessmentAnswer {
    package static let kind = MessageKind.lookedUp
}
