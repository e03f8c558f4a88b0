import TamgaWire

/// The worked examples of docs/PROTOCOL.md, by the name of their block, with their request ids.
enum Examples {
    /// A record of ISO/IEC 19794-2:2005 with one view of one minutia.
    static let record: [UInt8] =
        Array("FMR\0 20\0".utf8)
        + [0, 0, 0, 36, 0, 0, 1, 44, 1, 144, 0, 197, 0, 197, 1, 0]
        + [2, 0, 80, 1]
        + [0x40, 120, 0, 200, 64, 90]
        + [0, 0]

    static let all: [String: (UInt64, Message)] = [
        "hello": (1, .request(.hello(Hello(minimumVersion: 1, maximumVersion: 1, client: "station/1.0")))),
        "welcome": (1, .answer(.welcome(welcome))),
        "ping": (2, .request(.ping(Ping(payload: [1, 2, 3, 4])))),
        "pong": (
            2,
            .answer(
                .pong(Pong(payload: [1, 2, 3, 4], waits: RequestWaits(border: 12, enrolment: 40, bulk: 900))))
        ),
        "cancel": (14, .request(.cancel(Cancel(request: 4)))),
        "cancelled": (14, .answer(.cancelled(Cancelled(isFound: true)))),
        "overloaded": (
            7, .answer(.error(ErrorMessage(code: .overloaded, message: "too much to do", retryAfter: 120)))
        ),
        "enrol": (
            3, .request(.enrol(Enrol(person: "P-17", fingers: [FingerRecord(position: 2, format: 1, record: record)])))
        ),
        "enrolled": (
            3,
            .answer(
                .enrolled(Enrolled(person: "P-17", sequence: 41, snapshot: 42, references: 1, microseconds: 1_900)))
        ),
        "identify": (4, .request(.identify(identify))),
        "identified": (4, .answer(.identified(identified))),
        "verify": (
            5, .request(.verify(Verify(person: "P-17", fingers: [FingerRecord(format: 1, record: record)])))
        ),
        "verified": (5, .answer(.verified(verified))),
        "read": (6, .request(.read(Read(person: "P-17", includesRecords: false)))),
        "person": (6, .answer(.person(person))),
        "delete": (7, .request(.delete(Delete(person: "P-17")))),
        "deleted": (7, .answer(.deleted(deleted))),
        "add-encounter": (10, .request(.addEncounter(AddEncounter(person: "P-17", fingers: [finger])))),
        "encounter-added": (
            10,
            .answer(
                .encounterAdded(
                    EncounterAdded(person: "P-17", sequence: 44, snapshot: 45, references: 2, microseconds: 2_100)))
        ),
        "update": (11, .request(.update(Update(person: "P-17", encounter: 44, fingers: [finger])))),
        "updated": (
            11,
            .answer(
                .updated(Updated(person: "P-17", sequence: 45, snapshot: 46, references: 2, microseconds: 2_100)))
        ),
        "merge": (12, .request(.merge(Merge(person: "P-17", other: "P-18")))),
        "merged": (
            12,
            .answer(.merged(Merged(person: "P-17", sequence: 46, snapshot: 47, references: 3, microseconds: 2_100)))
        ),
        "stats": (8, .request(.stats(Stats()))),
        "statistics": (8, .answer(.statistics(statistics))),
        "error": (9, .answer(.error(ErrorMessage(code: .personUnknown, message: "not enrolled", field: "person")))),
    ].merging(RegistrationExamples.all) { one, _ in one }

    private static let finger = FingerRecord(position: 2, format: 1, record: record)

    private static let scores = [FingerScore(position: 2, referencePosition: 2, score: 7_250)]

    private static let welcome = Welcome(
        version: 1, server: "tamga/1.0", matcher: "m1",
        limits: limits,
        capabilities: ["record-format-1"], agency: "interior", roles: ["enrolment", "supervisor"], station: "ALA-07")

    private static let limits = {
        var limits = SessionLimits(
            frameBytes: 3_145_728, requestsInFlight: 64, fingersPerRequest: 40, recordBytes: 65_536, candidates: 1_000)
        limits.connectionsPerCertificate = 256
        limits.unreadBytes = 16_777_216
        limits.times = SessionTimes(hello: 10_000, frame: 60_000, idle: 300_000, write: 60_000)
        limits.longestWaits = RequestWaits(border: 30_000, enrolment: 120_000, bulk: 3_600_000)
        return limits
    }()

    private static let identify = Identify(
        fingers: [FingerRecord(position: 2, format: 1, record: record)], maximumCandidates: 5, maximumRotation: 32,
        targetFPIR: 1_000_000, positions: WirePositions.lookForSwaps)

    private static let identified = Identified(
        candidates: [Candidate(person: "P-17", rank: 1, score: 7_250, fingers: scores, isHit: true, swap: 0)],
        searched: 10_000, gallery: 10_000, snapshot: 42, matcher: "m1", microseconds: 850, rotation: 32,
        decision: SearchDecision(
            threshold: 6_778, targetFPIR: 1_000_000, lowestFPIR: 3_947, highestFPIR: 224_003_197, persons: 5_000,
            look: 0))

    private static let verified = Verified(
        person: "P-17", score: -301, fingers: [FingerScore(position: 2, referencePosition: 2, score: -301)],
        compared: 1, snapshot: 42, matcher: "m1", microseconds: 120, rotation: 128, swap: 0)

    private static let person = Person(
        person: "P-17", enrolledAt: 1_700_000_000_000, sequence: 41,
        fingers: [EnrolledFinger(position: 2, format: 1, quality: 80, minutiae: 1, encounter: 41)],
        encounters: [Encounter(number: 41, takenAt: 1_700_000_000_000, changed: 41)])

    private static let deleted = Deleted(
        person: "P-17", sequence: 43, references: 1,
        receipt: DeletionReceipt(
            deletedAt: 1_700_000_060_000, salt: Array(0..<32), content: Array(32..<64), digest: Array(64..<96),
            chain: Array(96..<128)))

    private static let statistics = Statistics(
        server: "tamga/1.0", matcher: "m1", persons: 5_000, references: 10_000, snapshot: 43, shards: 2,
        uptimeMilliseconds: 60_000, connections: 3,
        requests: [RequestCount(kind: "identify", answered: 12, refused: 1)])
}
