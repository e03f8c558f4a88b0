/// Closes something open: an alert that was seen, a re-capture that was done or is not wanted any more.
public struct Close: Sendable, Hashable {
    /// `alert` or `due`.
    public var what: WireToken
    /// The alert, or the re-capture that was noted as due.
    public var fact: FactReference
    /// As the station names who is at it; not authenticated.
    public var officer: String?

    /// The message of these values; limits are checked when it is encoded.
    public init(what: WireToken, fact: FactReference, officer: String? = nil) {
        self.what = what
        self.fact = fact
        self.officer = officer
    }
}

extension Close: WireMessage {
    enum Fields {
        static let what = Field<WireToken>.once(0x8001, "what", WireLimits.tokenBytes)
        static let fact = Field<FactReference>.once(0x8002, "fact")
        static let officer = Field<String>.atMostOnce(0x8003, "officer", WireLimits.officerBytes)
    }

    package static let kind = MessageKind.close
    package static let fields = [Fields.what.rule, Fields.fact.rule, Fields.officer.rule]

    package init(reading fields: FieldReader) throws(WireError) {
        what = try fields.value(Fields.what)
        fact = try fields.value(Fields.fact)
        officer = try fields.optional(Fields.officer)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(what, Fields.what)
        try writer.put(fact, Fields.fact)
        try writer.put(officer, Fields.officer)
    }
}

/// It is open no more, durably.
public struct Closed: Sendable, Hashable {
    /// Where it stands in the person's history.
    public var fact: FactReference
    /// Time the server took, in microseconds.
    public var microseconds: UInt64

    /// The message of these values; limits are checked when it is encoded.
    public init(fact: FactReference, microseconds: UInt64) {
        self.fact = fact
        self.microseconds = microseconds
    }
}

extension Closed: FactAnswer {
    package static let kind = MessageKind.closed
}
