import NIOCore
import NIOEmbedded
import TamgaServer
import TamgaTLS
import TamgaWire
import Testing

/// The handler over an embedded channel: its own I/O, in the time of the channel.
@Suite struct SessionHandlerTests {
    @Test func answersTheHelloAndARequest() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(.delete(Delete(person: "p")), 2)
        #expect(bench.responder.requests == [.delete(Delete(person: "p"))])
        #expect(try bench.answers().isEmpty)
        try bench.responder.answer(.deleted("p"))
        #expect(try bench.answers() == [.answer(2, .deleted("p"))])
    }

    @Test func changesOfAPersonPassThrough() throws {
        let bench = try SessionBench()
        try bench.open()
        let finger = FingerRecord(format: 1, record: [UInt8](repeating: 1, count: 60_000))
        let requests: [Request] = [
            .addEncounter(AddEncounter(person: "p", fingers: [finger])),
            .update(Update(person: "p", encounter: 5, fingers: [finger])), .merge(Merge(person: "p", other: "q")),
        ]
        let answers: [Answer] = [
            .encounterAdded(
                EncounterAdded(person: "p", sequence: 6, snapshot: 7, references: 2, microseconds: 1)),
            .updated(Updated(person: "p", sequence: 7, snapshot: 8, references: 2, microseconds: 1)),
            .merged(Merged(person: "p", sequence: 8, snapshot: 9, references: 3, microseconds: 1)),
        ]
        for (id, request) in zip(2..., requests) { try bench.send(request, UInt64(id)) }
        #expect(bench.responder.requests == requests)
        for answer in answers { try bench.responder.answer(answer) }
        #expect(try bench.answers() == zip(2..., answers).map { .answer(UInt64($0), $1) })
        #expect(
            bench.environment.metrics.requests.dropFirst().map(\.kind) == ["add-encounter", "update", "merge"])
    }

    @Test func framesArriveByteByByte() throws {
        let bench = try SessionBench()
        try bench.open()
        var bytes = try bytes(ping(1), 2)
        bytes.writeImmutableBuffer(try TamgaServerTests.bytes(ping(2), 3))
        while let byte = bytes.readSlice(length: 1) { try bench.channel.writeInbound(byte) }
        #expect(try bench.answers().count == 2)
    }

    @Test func answersLeaveInTheOrderOfCompletion() throws {
        let bench = try SessionBench()
        try bench.open()
        for id in 2...4 as ClosedRange<UInt64> { try bench.send(.delete(Delete(person: "p\(id)")), id) }
        try bench.responder.answer(at: 2, .deleted("p4"))
        try bench.responder.answer(at: 0, .deleted("p2"))
        try bench.responder.answer(at: 0, .deleted("p3"))
        #expect(
            try bench.answers() == [
                .answer(4, .deleted("p4")), .answer(2, .deleted("p2")), .answer(3, .deleted("p3")),
            ])
    }

    @Test func framesBeyondTheLimitWaitAndAreNotLost() throws {
        let bench = try SessionBench { $0.session.requestsInFlight = 2 }
        try bench.open()
        var all = ByteBuffer()
        for id in 2...9 as ClosedRange<UInt64> {
            all.writeImmutableBuffer(try bytes(.delete(Delete(person: "p\(id)")), id))
        }
        bench.reads.count = 0
        try bench.channel.writeInbound(all)
        bench.channel.read()
        #expect(bench.responder.requests.count == 2)
        #expect(bench.reads.count == 0, "a client that has enough in flight is not read from")
        for id in 2...9 as ClosedRange<UInt64> {
            try bench.responder.answer(.deleted("p\(id)"))
            #expect(try bench.answers() == [.answer(id, .deleted("p\(id)"))])
        }
        #expect(bench.reads.count == 1, "the read that was held back is made up for")
    }

    @Test func moreThanTheServerTakesIsRefusedButNotFatal() throws {
        let bench = try SessionBench {
            $0.requestsInFlight = 2
            $0.session.requestsInFlight = 2
        }
        let other = try SessionBench(sharing: bench)
        try bench.open()
        try other.open()
        try bench.send(.stats(Stats()), 2)
        try bench.send(.stats(Stats()), 3)
        try other.send(.stats(Stats()), 2)
        #expect(try other.errorCodes() == [.tooManyRequests])
        try bench.responder.answer(.deleted("x"))
        try other.send(.stats(Stats()), 3)
        #expect(try other.errorCodes().isEmpty && bench.responder.requests.count == 2)
    }

    @Test func aFaultOfTheResponderIsAnsweredAsOne() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(.stats(Stats()), 2)
        try bench.responder.fail()
        #expect(try bench.errorCodes() == [.internal])
        #expect(bench.channel.isActive)
    }

    @Test func anAnswerThatFitsNoFrameBecomesAnError() throws {
        let bench = try SessionBench { $0.session.frameBytes = 16_384 }
        try bench.open()
        try bench.send(.read(Read(person: "p", includesRecords: true)), 2)
        let finger = EnrolledFinger(
            position: 1, format: 1, quality: 0, minutiae: 1, record: [UInt8](repeating: 1, count: 20_000))
        try bench.responder.answer(.person(Person(person: "p", enrolledAt: 1, sequence: 1, fingers: [finger])))
        #expect(try bench.errorCodes() == [.limitExceeded])
        #expect(bench.environment.metrics.requests.last?.refused == 1)
    }

    @Test func answersAfterTheEndAreDropped() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(.stats(Stats()), 2)
        bench.channel.pipeline.fireChannelInactive()
        #expect(bench.environment.admission.requestsInFlight == 1)
        try bench.responder.answer(.deleted("x"))
        #expect(try bench.answers().isEmpty)
        #expect(bench.environment.admission.requestsInFlight == 0)
    }

    @Test func badHeaderIsAnsweredThenTheConnectionClosed() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.channel.writeInbound(header(length: 16_385, kind: 0x20, id: 5))
        #expect(try bench.errorCodes() == [.frameTooLarge])
        #expect(!bench.channel.isActive)
    }

    @Test func beforeTheHelloFramesAreSmall() throws {
        let bench = try SessionBench()
        bench.shakeHands()
        try bench.channel.writeInbound(header(length: 4_097, kind: MessageKind.identify.rawValue, id: 1))
        #expect(try bench.errorCodes() == [.frameTooLarge])
        #expect(!bench.channel.isActive)
    }

    @Test func metricsCountByKind() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(ping(), 2)
        try bench.send(.delete(Delete(person: "p")), 3)
        try bench.responder.answer(.error(ErrorMessage(code: .personUnknown, message: "no")))
        #expect(
            bench.environment.metrics.requests == [
                RequestCount(kind: "hello", answered: 1, refused: 0),
                RequestCount(kind: "ping", answered: 1, refused: 0),
                RequestCount(kind: "delete", answered: 0, refused: 1),
            ])
    }
}
