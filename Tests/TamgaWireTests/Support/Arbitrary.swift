import NIOCore
import TamgaWire

/// Arbitrary messages within the limits of version 1, from a seed.
struct Arbitrary {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

    mutating func integer<Value: FixedWidthInteger>(_: Value.Type = Value.self) -> Value {
        switch below(6) {
        case 0: 0
        case 1: Value.max
        case 2: Value.min
        default: Value(truncatingIfNeeded: random.next())
        }
    }

    mutating func integer<Value: FixedWidthInteger>(_ range: ClosedRange<Int>) -> Value {
        switch below(4) {
        case 0: Value(range.lowerBound)
        case 1: Value(range.upperBound)
        default: Value(Int.random(in: range, using: &random))
        }
    }

    /// Mostly short, sometimes as long as allowed, with characters of one to four bytes.
    mutating func text(_ range: ClosedRange<Int>) -> String {
        let bytes = below(8) == 0 ? range.upperBound : min(range.upperBound, range.lowerBound + below(24))
        var text = ""
        while text.utf8.count < bytes {
            let room = bytes - text.utf8.count
            let choices = ["a", "Z", "7", "-", "ә", "ғ", "€", "日", "𝄞"].filter { $0.utf8.count <= room }
            text += choices[below(choices.count)]
        }
        return text
    }

    mutating func bytes(_ range: ClosedRange<Int>) -> [UInt8] {
        (0..<min(range.upperBound, range.lowerBound + below(40))).map { _ in UInt8(below(256)) }
    }

    mutating func list<Value>(_ counts: ClosedRange<Int>, _ one: (inout Arbitrary) -> Value) -> [Value] {
        (0..<min(counts.upperBound, counts.lowerBound + below(4))).map { _ in one(&self) }
    }

    mutating func maybe<Value>(_ one: (inout Arbitrary) -> Value) -> Value? {
        below(2) == 0 ? nil : one(&self)
    }
}

// MARK: Groups
extension Arbitrary {
    mutating func person() -> String { text(WireLimits.personBytes) }
    mutating func matcher() -> String { text(WireLimits.matcherBytes) }
    mutating func rotation() -> UInt8 { integer(WireLimits.rotations) }
    mutating func position() -> UInt8 { integer(WireLimits.positionCodes) }

    mutating func finger() -> FingerRecord {
        FingerRecord(position: maybe { $0.position() }, format: integer(), record: bytes(WireLimits.recordBytes))
    }

    mutating func fingers() -> [FingerRecord] { list(WireLimits.fingersPerRequest) { $0.finger() } }

    mutating func scores() -> [FingerScore] {
        list(WireLimits.scoresPerPerson) {
            FingerScore(position: $0.position(), referencePosition: $0.position(), score: $0.integer())
        }
    }

    mutating func candidate() -> Candidate {
        Candidate(
            person: person(), rank: integer(WireLimits.ranks), score: integer(), fingers: scores(),
            isHit: maybe { $0.below(2) == 0 }, swap: maybe { $0.integer() })
    }

    mutating func enrolledFinger() -> EnrolledFinger {
        EnrolledFinger(
            position: position(), format: integer(), quality: integer(), minutiae: integer(),
            record: maybe { $0.bytes(WireLimits.recordBytes) }, encounter: maybe { $0.integer() })
    }

    mutating func encounters() -> [Encounter] {
        list(WireLimits.encountersPerPerson) {
            Encounter(number: $0.integer(), takenAt: $0.integer(), changed: $0.integer())
        }
    }

    mutating func receipt() -> DeletionReceipt {
        DeletionReceipt(
            deletedAt: integer(), salt: bytes(WireLimits.receiptBytes), content: bytes(WireLimits.receiptBytes),
            digest: bytes(WireLimits.receiptBytes), chain: bytes(WireLimits.receiptBytes))
    }

    mutating func waits() -> RequestWaits {
        RequestWaits(
            border: integer(WireLimits.statedMilliseconds), enrolment: integer(WireLimits.statedMilliseconds),
            bulk: integer(WireLimits.statedMilliseconds))
    }

    mutating func sessionLimits() -> SessionLimits {
        var limits = SessionLimits(
            frameBytes: integer(WireLimits.frameBytes), requestsInFlight: integer(WireLimits.requestsInFlight),
            fingersPerRequest: integer(WireLimits.fingersPerRequest), recordBytes: integer(WireLimits.recordBytes),
            candidates: integer(WireLimits.candidatesAsked))
        limits.connectionsPerCertificate = maybe { $0.integer(WireLimits.connections) }
        limits.unreadBytes = maybe { $0.integer() }
        limits.times = maybe { arbitrary in
            let time = { (arbitrary: inout Arbitrary) -> UInt32 in arbitrary.integer(WireLimits.statedMilliseconds) }
            return SessionTimes(
                hello: time(&arbitrary), frame: time(&arbitrary), idle: time(&arbitrary), write: time(&arbitrary))
        }
        limits.longestWaits = maybe { $0.waits() }
        return limits
    }
}

// MARK: Messages
extension Arbitrary {
    mutating func requestID() -> UInt64 { max(1, integer()) }

    mutating func hello() -> Hello {
        let minimum: UInt8 = integer(WireLimits.versions)
        return Hello(
            minimumVersion: minimum, maximumVersion: integer(Int(minimum)...255),
            client: text(WireLimits.programBytes))
    }

    /// One of each kind of request, in the order of their kinds' numbers.
    mutating func requests() -> [Request] {
        [
            .hello(hello()),
            .ping(Ping(payload: bytes(WireLimits.pingBytes))), .cancel(Cancel(request: integer())),
            .enrol(Enrol(person: person(), fingers: fingers())),
            .identify(
                Identify(
                    fingers: fingers(), maximumCandidates: maybe { $0.integer(WireLimits.candidatesAsked) },
                    maximumRotation: maybe { $0.rotation() }, targetFPIR: maybe { $0.integer(WireLimits.targetFPIR) },
                    positions: maybe { $0.integer(WireLimits.positionPolicies) })),
            .verify(
                Verify(
                    person: person(), fingers: fingers(), maximumRotation: maybe { $0.rotation() },
                    positions: maybe { $0.integer(WireLimits.positionPolicies) })),
            .read(Read(person: person(), includesRecords: below(2) == 0)),
            .delete(Delete(person: person())),
            .addEncounter(AddEncounter(person: person(), fingers: fingers())),
            .update(Update(person: person(), encounter: integer(), fingers: fingers())),
            .merge(merge()),
        ] + registrationRequests() + [.stats(Stats())] + registryRequests()
    }

    /// One of each kind of answer, in the order of their kinds' numbers.
    mutating func answers() -> [Answer] {
        [
            .welcome(welcome()),
            .pong(Pong(payload: bytes(WireLimits.pingBytes), waits: maybe { $0.waits() })),
            .cancelled(Cancelled(isFound: below(2) == 0)),
            .enrolled(intake()),
            .identified(identified()),
            .verified(
                Verified(
                    person: person(), score: integer(), fingers: scores(), compared: integer(), snapshot: integer(),
                    matcher: matcher(), microseconds: integer(), rotation: maybe { $0.rotation() },
                    swap: maybe { $0.integer() }, warnings: warnings())),
            .person(
                Person(
                    person: person(), enrolledAt: integer(), sequence: integer(),
                    fingers: list(WireLimits.fingersPerPerson) { $0.enrolledFinger() }, encounters: encounters())),
            .deleted(
                Deleted(
                    person: person(), sequence: integer(), references: integer(), receipt: maybe { $0.receipt() })),
            .encounterAdded(intake()),
            .updated(intake()),
            .merged(
                Merged(
                    person: person(), sequence: integer(), snapshot: integer(), references: integer(),
                    microseconds: integer())),
        ] + registrationAnswers() + [.statistics(statistics())] + registryAnswers() + [.error(errorMessage())]
    }

    mutating func merge() -> Merge {
        let person = person()
        var other = self.person()
        while other == person { other = self.person() }
        return Merge(person: person, other: other)
    }

    mutating func intake<Value: IntakeAnswer>() -> Value {
        Value(
            person: person(), sequence: integer(), snapshot: integer(), references: integer(),
            microseconds: integer(), warnings: warnings())
    }

    mutating func welcome() -> Welcome {
        Welcome(
            version: integer(WireLimits.versions), server: text(WireLimits.programBytes), matcher: matcher(),
            limits: sessionLimits(),
            capabilities: list(WireLimits.capabilities) { $0.text(WireLimits.capabilityBytes) },
            agency: maybe { $0.text(WireLimits.agencyBytes) },
            roles: list(WireLimits.roles) { $0.text(WireLimits.agencyBytes) },
            station: maybe { $0.text(WireLimits.stationBytes) })
    }

    mutating func identified() -> Identified {
        Identified(
            candidates: list(WireLimits.candidates) { $0.candidate() }, searched: integer(), gallery: integer(),
            snapshot: integer(), matcher: matcher(), microseconds: integer(), rotation: rotation(),
            decision: maybe { $0.decision() }, warnings: warnings(), fencedPersons: maybe { $0.integer() })
    }

    mutating func warnings() -> [TemplateWarning] {
        list(WireLimits.warnings) {
            TemplateWarning(
                finger: $0.integer(), view: $0.integer(), flaw: $0.text(WireLimits.flawBytes),
                text: $0.text(WireLimits.warningTextBytes))
        }
    }

    mutating func decision() -> SearchDecision {
        SearchDecision(
            threshold: integer(), targetFPIR: integer(WireLimits.targetFPIR),
            lowestFPIR: integer(WireLimits.estimatedFPIR), highestFPIR: integer(WireLimits.estimatedFPIR),
            persons: integer(), look: integer())
    }

    mutating func statistics() -> Statistics {
        Statistics(
            server: text(WireLimits.programBytes), matcher: matcher(), persons: integer(), references: integer(),
            snapshot: integer(), shards: integer(), uptimeMilliseconds: integer(), connections: integer(),
            requests: list(WireLimits.requestCounts) {
                RequestCount(
                    kind: $0.text(WireLimits.kindNameBytes), answered: $0.integer(), refused: $0.integer())
            })
    }

    mutating func errorMessage() -> ErrorMessage {
        ErrorMessage(
            code: WireErrorCode(rawValue: integer()), message: text(WireLimits.errorTextBytes),
            field: maybe { $0.text(WireLimits.errorFieldBytes) }, limit: maybe { $0.text(WireLimits.errorLimitBytes) },
            isRetryable: below(2) == 0,
            retryAfter: maybe { $0.integer(WireLimits.statedMilliseconds) })
    }
}
