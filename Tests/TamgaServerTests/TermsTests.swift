import NIOCore
import NIOEmbedded
import NIOPosix
import TamgaGallery
import TamgaIdentification
import TamgaRegistry
import TamgaServer
import TamgaStore
import TamgaWire
import Testing

/// Classes, deadlines and taking back, from the bytes of a session to what the responder is told.
@Suite struct TermsTests {
    private func send(
        _ request: Request, _ id: UInt64, _ options: RequestOptions, to bench: SessionBench
    ) throws {
        var bytes = ByteBuffer()
        try request.encode(requestID: id, options: options, into: &bytes)
        try bench.channel.writeInbound(bytes)
    }

    private let search = { try Request.identify(Identify(fingers: [record(of: 1)])) }

    @Test func theResponderIsToldTheTerms() throws {
        let bench = try SessionBench()
        try bench.open()
        try send(try search(), 2, RequestOptions(deadlineMilliseconds: 500, requestClass: .bulk), to: bench)
        try bench.send(try search(), 3)
        try bench.send(.delete(Delete(person: "p")), 4)
        #expect(bench.responder.terms.map(\.urgency) == [.bulk, .border, .enrolment])
        #expect(bench.responder.terms.map { $0.deadline != nil } == [true, false, false])
    }

    /// Whatever is asked: a deletion of which nobody wants to know any more is not begun.
    @Test func whatIsWantedNoLongerIsNotBegun() async throws {
        let clock = TestClock()
        let service = IdentificationService(store: InMemoryStore(), shards: 1, workers: 1, clock: clock)
        try await service.rebuild()
        let responder = ServiceResponder(
            service: service, program: "t/1", metrics: ServerMetrics(clock: clock),
            connections: OpenConnections(limit: 1), logger: .silent)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let person = Request.enrol(Enrol(person: "p", fingers: [try record(of: 1)]))
        let late = RequestTerms(deadline: clock.monotonicMicroseconds())
        for request in [person, .delete(Delete(person: "p")), .read(Read(person: "p", includesRecords: false))] {
            let answer = try await responder.respond(to: request, from: .example, on: late, loop).get()
            #expect(answer.errorCode == .deadlineExceeded, "\(request.kind)")
        }
        _ = try await responder.respond(to: person, from: .example, on: RequestTerms(), loop).get()
        let stop = StopSignal()
        stop.raise(.cancelled)
        let taken = RequestTerms(stop: stop)
        let answer = try await responder.respond(
            to: .delete(Delete(person: "p")), from: .example, on: taken, loop).get()
        #expect(answer.errorCode == .requestCancelled && service.statistics().persons == 1)
    }

    @Test func whenItsTimeIsOverTheSignalIsRaised() throws {
        let bench = try SessionBench()
        try bench.open()
        try send(try search(), 2, RequestOptions(deadlineMilliseconds: 500), to: bench)
        bench.pass(.milliseconds(499))
        #expect(bench.responder.terms[0].stop?.reason == nil)
        bench.pass(.milliseconds(1))
        #expect(bench.responder.terms[0].stop?.reason == .expired)
    }

    @Test func whatIsTakenBackIsStoppedAndOtherRequestsAreNot() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(try search(), 2)
        try bench.send(try search(), 3)
        try bench.send(.cancel(Cancel(request: 3)), 4)
        #expect(bench.responder.terms.map { $0.stop?.reason } == [nil, .cancelled])
        #expect(try bench.answers() == [.answer(4, .cancelled(Cancelled(isFound: true)))])
        try bench.responder.answer(at: 1, .error(ErrorMessage(code: .requestCancelled, message: "taken back")))
        bench.channel.embeddedEventLoop.run()
        #expect(try bench.errorCodes() == [.requestCancelled])
    }

    /// Nobody is there any more to take the answers.
    @Test func whoIsGoneWantsNothing() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(try search(), 2)
        bench.channel.pipeline.fireChannelInactive()
        #expect(bench.responder.terms[0].stop?.reason == .cancelled)
    }

    @Test func aClassThatTheStationDoesNotHaveIsDenied() throws {
        for role in Role.allCases {
            for requestClass in RequestClass.allCases where !role.requestClasses.contains(requestClass) {
                let bench = try SessionBench()
                try bench.open([Caller(roles: [role]).identity.uri])
                let request: Request = role == .auditor ? .stats(Stats()) : try search()
                try send(request, 2, RequestOptions(requestClass: requestClass), to: bench)
                #expect(try bench.errorCodes() == [.denied], "\(role) \(requestClass)")
            }
        }
    }

    @Test func aPongSaysHowLongOneWouldWait() throws {
        let bench = try SessionBench()
        try bench.open()
        try bench.send(ping(), 2)
        guard case .answer(2, .pong(let pong))? = try bench.answers().first else { throw Failure("no pong") }
        #expect(pong.waits == RequestWaits(border: 7, enrolment: 70, bulk: 700))
    }

    /// What is kept for a class is left to it however many of another come.
    @Test func noClassShutsAnotherOut() {
        var shares = Shares(total: 1_000)
        while shares.fits(1, of: .bulk) { shares.take(1, of: .bulk) }
        #expect(shares.taken == 500)
        while shares.fits(1, of: .enrolment) { shares.take(1, of: .enrolment) }
        #expect(shares.taken == 750)
        while shares.fits(1, of: .border) { shares.take(1, of: .border) }
        #expect(shares.taken == 1_000 && !shares.fits(1, of: .bulk))
        shares.take(-500, of: .bulk)
        #expect(!shares.fits(401, of: .border) && shares.fits(400, of: .border))
    }

    @Test func whatIsRefusedForWantOfRoomSaysWhenToComeAgain() throws {
        let bench = try SessionBench { limits in
            limits.session.requestsInFlight = 3
            limits.requestsInFlight = 3
        }
        try bench.open()
        for id in 2...4 as ClosedRange<UInt64> { try bench.send(.delete(Delete(person: "p\(id)")), id) }
        let other = try SessionBench(sharing: bench)
        try other.open()
        try other.send(.delete(Delete(person: "q")), 2)
        guard case .answer(2, .error(let error))? = try other.answers().first else { throw Failure("no error") }
        #expect(error.code == .tooManyRequests && error.retryAfter == 70 && error.isRetryable)
    }

    @Test func seatsAreCountedByCertificate() throws {
        let bench = try SessionBench { $0.connectionsPerCertificate = 2 }
        try bench.open()
        let second = try SessionBench(sharing: bench)
        try second.open()
        let third = try SessionBench(sharing: bench)
        third.shakeHands()
        try third.send(hello, 1)
        #expect(try third.errorCodes() == [.tooManyConnections])
        third.channel.pipeline.fireChannelInactive()
        second.channel.pipeline.fireChannelInactive()
        let fourth = try SessionBench(sharing: bench)
        fourth.shakeHands()
        try fourth.send(hello, 1)
        #expect(try fourth.answers().count == 1)
        #expect(fourth.channel.isActive)
    }
}
