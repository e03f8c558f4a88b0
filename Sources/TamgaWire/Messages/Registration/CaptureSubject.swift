/// Somebody before an officer: what was claimed, and what was taken of the fingers.
///
/// The term is that of ISO/IEC 2382-37: who is the subject of a biometric capture.
public struct CaptureSubject: Sendable, Hashable {
    /// By what the person claims to be somebody: `iin:NUMBER`, `document:ISSUER:NUMBER` or
    /// `names:FAMILY/GIVEN/BIRTH-DATE`.
    public var claims: [String]
    /// What the person is to the country: `citizen`, `foreigner`, `stateless`.
    public var status: WireToken?
    /// On what ground of the law fingers are taken, for example `visa`.
    public var ground: WireToken?
    /// Where, in words.
    public var place: String?
    /// As the station names who is at it; not authenticated.
    public var officer: String?
    /// All of one person.
    public var fingers: [FingerRecord]
    /// Fingers that could not be taken, and why.
    public var notTaken: [NotTakenFinger]
    /// The false positive identification rate to make the threshold for, parts per 10^9; absent: as the server is set.
    public var targetFPIR: UInt32?

    /// A part of a message; its limits are checked when the message is encoded.
    public init(
        claims: [String] = [], status: WireToken? = nil, ground: WireToken? = nil, place: String? = nil,
        officer: String? = nil, fingers: [FingerRecord] = [], notTaken: [NotTakenFinger] = [], targetFPIR: UInt32? = nil
    ) {
        self.claims = claims
        self.status = status
        self.ground = ground
        self.place = place
        self.officer = officer
        self.fingers = fingers
        self.notTaken = notTaken
        self.targetFPIR = targetFPIR
    }
}

// MARK: The fields of a request that brings one
extension CaptureSubject {
    /// From 0x8002 on: 0x8001 is the key of a request that has one, and free in the others.
    enum Fields {
        static let claims = Field<String>.times(WireLimits.claims, 0x8002, "claim", WireLimits.identifierBytes)
        static let status = Field<WireToken>.atMostOnce(0x8003, "status", WireLimits.tokenBytes)
        static let ground = Field<WireToken>.atMostOnce(0x8004, "ground", WireLimits.tokenBytes)
        static let place = Field<String>.atMostOnce(0x8005, "place", WireLimits.remarkBytes)
        static let officer = Field<String>.atMostOnce(0x8006, "officer", WireLimits.officerBytes)
        static let fingers = Field<FingerRecord>.times(WireLimits.presentedFingers, 0x8007, "finger")
        static let notTaken = Field<NotTakenFinger>.times(WireLimits.notTaken, 0x8008, "not-taken")
        static let targetFPIR = Field<UInt32>.atMostOnce(0x8009, "target-fpir", WireLimits.targetFPIR)
    }

    static let fields = [
        Fields.claims.rule, Fields.status.rule, Fields.ground.rule, Fields.place.rule, Fields.officer.rule,
        Fields.fingers.rule, Fields.notTaken.rule, Fields.targetFPIR.rule,
    ]

    init(reading fields: FieldReader) throws(WireError) {
        claims = try fields.list(Fields.claims)
        status = try fields.optional(Fields.status)
        ground = try fields.optional(Fields.ground)
        place = try fields.optional(Fields.place)
        officer = try fields.optional(Fields.officer)
        fingers = try fields.list(Fields.fingers)
        notTaken = try fields.list(Fields.notTaken)
        targetFPIR = try fields.optional(Fields.targetFPIR)
    }

    func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(claims, list: Fields.claims)
        try writer.put(status, Fields.status)
        try writer.put(ground, Fields.ground)
        try writer.put(place, Fields.place)
        try writer.put(officer, Fields.officer)
        try writer.put(fingers, list: Fields.fingers)
        try writer.put(notTaken, list: Fields.notTaken)
        try writer.put(targetFPIR, Fields.targetFPIR)
    }
}
