import NIOCore
import TamgaWire
import Testing

/// The limits fit one another: what each message may hold fits the frame it travels in.
@Suite struct LimitsTests {
    private let person = String(repeating: "p", count: WireLimits.personBytes.upperBound)
    private let matcher = String(repeating: "m", count: WireLimits.matcherBytes.upperBound)
    private let program = String(repeating: "s", count: WireLimits.programBytes.upperBound)

    private var fingers: [FingerRecord] {
        let record = [UInt8](repeating: 7, count: WireLimits.recordBytes.upperBound)
        return [FingerRecord](
            repeating: FingerRecord(position: 10, format: 1, record: record),
            count: WireLimits.fingersPerRequest.upperBound)
    }

    private var scores: [FingerScore] {
        [FingerScore](
            repeating: FingerScore(position: 10, referencePosition: 10, score: .max),
            count: WireLimits.scoresPerPerson.upperBound)
    }

    private func bodyBytes(_ message: Message) throws -> Int { try message.frame().readableBytes - 16 }

    @Test func theLargestRequestsFitAFrame() throws {
        let requests: [Request] = [
            .enrol(Enrol(person: person, fingers: fingers)),
            .addEncounter(AddEncounter(person: person, fingers: fingers)),
            .update(Update(person: person, encounter: .max, fingers: fingers)),
            .identify(
                Identify(
                    fingers: fingers, maximumCandidates: 1_000, maximumRotation: 128, targetFPIR: 1, positions: 1)),
            .verify(Verify(person: person, fingers: fingers, maximumRotation: 128, positions: 1)),
            .register(Register(key: WireKey(person), subject: RegistrationExtremes.subject(fingers))),
            .lookUp(LookUp(subject: RegistrationExtremes.subject(fingers))),
        ]
        for request in requests { #expect(try bodyBytes(.request(request)) <= WireLimits.frameBytes.upperBound) }
    }

    @Test func theLargestCandidateListFitsAFrame() throws {
        let candidate = Candidate(person: person, rank: 1_000, score: .max, fingers: scores, isHit: true, swap: 2)
        let identified = Identified(
            candidates: [Candidate](repeating: candidate, count: WireLimits.candidates.upperBound), searched: .max,
            gallery: .max, snapshot: .max, matcher: matcher, microseconds: .max, rotation: 128,
            decision: SearchDecision(
                threshold: .max, targetFPIR: 1, lowestFPIR: 0, highestFPIR: 1_000_000_000, persons: .max, look: 2))
        #expect(try bodyBytes(.answer(.identified(identified))) <= WireLimits.frameBytes.upperBound)
    }

    @Test func whatOneEnrolmentHoldsCanBeReadBack() throws {
        let held = fingers.map {
            EnrolledFinger(
                position: 10, format: 1, quality: 100, minutiae: 255, record: $0.record, encounter: .max)
        }
        let encounters = [Encounter](
            repeating: Encounter(number: .max, takenAt: .max, changed: .max),
            count: WireLimits.encountersPerPerson.upperBound)
        let withRecords = Person(
            person: person, enrolledAt: .max, sequence: .max, fingers: held, encounters: encounters)
        #expect(try bodyBytes(.answer(.person(withRecords))) <= WireLimits.frameBytes.upperBound)
        let many = [EnrolledFinger](
            repeating: EnrolledFinger(position: 10, format: 1, quality: 100, minutiae: 255, encounter: .max),
            count: WireLimits.fingersPerPerson.upperBound)
        let without = Person(
            person: person, enrolledAt: .max, sequence: .max, fingers: many, encounters: encounters)
        #expect(try bodyBytes(.answer(.person(without))) <= WireLimits.frameBytes.upperBound)
    }

    @Test func helloWelcomeAndErrorFitBeforeTheHello() throws {
        let capability = String(repeating: "c", count: WireLimits.capabilityBytes.upperBound)
        let welcome = Welcome(
            version: 255, server: program, matcher: matcher, limits: .standard,
            capabilities: [String](repeating: capability, count: WireLimits.capabilities.upperBound),
            agency: String(repeating: "a", count: WireLimits.agencyBytes.upperBound),
            roles: [String](
                repeating: String(repeating: "r", count: WireLimits.agencyBytes.upperBound),
                count: WireLimits.roles.upperBound),
            station: String(repeating: "s", count: WireLimits.stationBytes.upperBound))
        let text = String(repeating: "e", count: 2_000)
        let error = ErrorMessage(code: .internal, message: text, field: text, limit: text)
        let messages: [Message] = [
            .request(.hello(Hello(client: program))), .answer(.welcome(welcome)), .answer(.error(error)),
        ]
        for message in messages { #expect(try bodyBytes(message) <= WireLimits.beforeHelloBodyBytes) }
    }

    @Test func theLargestSmallAnswersFitTheSmallLimit() throws {
        let kind = String(repeating: "k", count: WireLimits.kindNameBytes.upperBound)
        let statistics = Statistics(
            server: program, matcher: matcher, persons: .max, references: .max, snapshot: .max, shards: .max,
            uptimeMilliseconds: .max, connections: .max,
            requests: [RequestCount](
                repeating: RequestCount(kind: kind, answered: .max, refused: .max),
                count: WireLimits.requestCounts.upperBound))
        let verified = Verified(
            person: person, score: .max, fingers: scores, compared: .max, snapshot: .max, matcher: matcher,
            microseconds: .max, rotation: 128, swap: 2)
        let zeros = [UInt8](repeating: 0, count: WireLimits.receiptBytes.upperBound)
        let deleted = Deleted(
            person: person, sequence: .max, references: .max,
            receipt: DeletionReceipt(deletedAt: .max, salt: zeros, content: zeros, digest: zeros, chain: zeros))
        let warning = TemplateWarning(
            finger: .max, view: .max, flaw: String(repeating: "f", count: WireLimits.flawBytes.upperBound),
            text: String(repeating: "t", count: WireLimits.warningTextBytes.upperBound))
        let added = EncounterAdded(
            person: person, sequence: .max, snapshot: .max, references: .max, microseconds: .max,
            warnings: [TemplateWarning](repeating: warning, count: WireLimits.warnings.upperBound))
        let answers: [Answer] = [
            .statistics(statistics), .verified(verified), .deleted(deleted), .encounterAdded(added),
        ]
        for answer in answers {
            #expect(try bodyBytes(.answer(answer)) <= WireLimits.establishedSmallBodyBytes)
        }
    }

    @Test func limitsStandInOrder() {
        #expect(WireLimits.beforeHelloBodyBytes <= WireLimits.establishedSmallBodyBytes)
        #expect(WireLimits.establishedSmallBodyBytes <= WireLimits.frameBytes.lowerBound)
        #expect(WireLimits.recordBytes.upperBound == 65_536)
        #expect(WireLimits.personBytes == 1...64)
        #expect(WireLimits.ranks.upperBound == WireLimits.candidates.upperBound)
        #expect(WireLimits.candidatesAsked.upperBound == WireLimits.candidates.upperBound)
        #expect(WireLimits.scoresPerPerson.upperBound == WireLimits.fingersPerRequest.upperBound)
        #expect(MessageKind.allCases.filter { $0.direction == .requests }.count <= WireLimits.requestCounts.upperBound)
        for kind in MessageKind.allCases { #expect(WireLimits.kindNameBytes.contains(kind.name.utf8.count)) }
    }

    @Test func aFrameAboveTheSessionsLimitIsNotWritten() {
        var buffer = ByteBuffer()
        let request = Request.enrol(Enrol(person: "a", fingers: fingers))
        let error = #expect(throws: WireError.self) {
            try request.encode(requestID: 1, limits: .established(frameBytes: 1_000_000), into: &buffer)
        }
        #expect(error?.code == .frameTooLarge)
        #expect(buffer.readableBytes == 0)
        #expect(throws: WireError.self) { try Request.stats(Stats()).encode(requestID: 0, into: &buffer) }
    }

    @Test func requestsAreCheckedAgainstTheWelcome() throws {
        var limits = SessionLimits.standard
        let finger = FingerRecord(format: 1, record: [1, 2, 3])
        let request = Request.identify(Identify(fingers: [finger, finger], maximumCandidates: 10))
        try request.check(limits)
        limits.recordBytes = 2
        #expect(throws: WireError.self) { try request.check(limits) }
        limits = .standard
        limits.fingersPerRequest = 1
        let fingers = [finger, finger]
        let others: [Request] = [
            .addEncounter(AddEncounter(person: "a", fingers: fingers)),
            .update(Update(person: "a", encounter: 1, fingers: fingers)),
        ]
        for request in [request] + others {
            let error = #expect(throws: WireError.self) { try request.check(limits) }
            #expect(error?.field == "finger" && error?.limit == "1..1 times")
        }
        let subject = CaptureSubject(fingers: fingers)
        let presentations: [Request] = [
            .register(Register(key: nil, subject: subject)), .lookUp(LookUp(subject: subject)),
        ]
        for request in presentations {
            let error = #expect(throws: WireError.self) { try request.check(limits) }
            #expect(error?.field == "finger" && error?.limit == "0..1 times")
        }
        limits.recordBytes = 2
        let one = #expect(throws: WireError.self) {
            try Request.register(Register(key: nil, subject: CaptureSubject(fingers: [finger]))).check(limits)
        }
        #expect(one?.field == "finger[0].record")
        try Request.lookUp(LookUp(subject: CaptureSubject())).check(limits)
        limits = .standard
        limits.candidates = 9
        #expect(throws: WireError.self) { try request.check(limits) }
        try Request.stats(Stats()).check(limits)
    }
}
