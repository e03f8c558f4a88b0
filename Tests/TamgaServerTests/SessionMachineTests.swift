import NIOCore
import TamgaServer
import TamgaWire
import Testing

/// The rules of a session, without sockets.
@Suite struct SessionMachineTests {
    @Test func helloIsAnsweredAndWidensTheLimits() throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example)
        #expect(machine.state == .awaitingHello)
        let actions = try machine.receive(event(hello, 1))
        #expect(machine.state == .established)
        var welcome = machine.welcome
        (welcome.agency, welcome.roles, welcome.station) = ("interior", ["administrator"], "A-1")
        #expect(
            actions == [
                .raiseLimits(.established(frameBytes: Int(SessionLimits.standard.frameBytes))),
                .send(requestID: 1, answer: .welcome(welcome), kind: .hello),
            ])
    }

    /// What is not a hello, before it: one closing error.
    @Test(arguments: [ping(), .stats(Stats()), .delete(Delete(person: "p"))]) func helloIsRequired(
        first: Request
    ) throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example)
        expectEnd(try machine.receive(event(first, 9)), .helloRequired, id: 9)
        #expect(machine.state == .ending(.refused(.helloRequired)))
        #expect(try machine.receive(event(hello, 10)).isEmpty)
    }

    @Test func unknownKindBeforeTheHelloEnds() {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example)
        expectEnd(machine.receive(.refused(.unknown(3))), .helloRequired, id: 3)
    }

    @Test func helloWithoutACommonVersionEnds() throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example)
        let future = Request.hello(Hello(minimumVersion: 2, maximumVersion: 9, client: "new"))
        expectEnd(try machine.receive(event(future, 1)), .unsupportedVersion, id: 1)
    }

    @Test func malformedHelloMayBeRepeated() throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example)
        let bad = Frame(requestID: 1, kind: .hello, body: ByteBuffer(bytes: [1, 2, 3]))
        expectError(machine.receive(.frame(bad)), .malformedMessage, id: 1)
        #expect(machine.state == .awaitingHello)
        _ = try machine.receive(event(hello, 2))
        #expect(machine.state == .established)
    }

    @Test func secondHelloEnds() throws {
        var machine = try SessionMachine.established()
        expectEnd(try machine.receive(event(hello, 2)), .unexpectedHello, id: 2)
    }

    @Test func aRequestInFlightIsTakenBackAndOneThatIsNotIsToldSo() throws {
        var machine = try SessionMachine.established()
        _ = try machine.receive(event(.delete(Delete(person: "p")), 2))
        let found = SessionAction.send(requestID: 3, answer: .cancelled(Cancelled(isFound: true)), kind: .cancel)
        #expect(try machine.receive(event(.cancel(Cancel(request: 2)), 3)) == [.stop(requestID: 2), found])
        // It has an answer of its own all the same.
        #expect(Set(machine.inFlight.keys) == [2])
        let missing = SessionAction.send(requestID: 4, answer: .cancelled(Cancelled(isFound: false)), kind: .cancel)
        #expect(try machine.receive(event(.cancel(Cancel(request: 9)), 4)) == [missing])
    }

    @Test func aCertificateWithTooManyConnectionsIsToldSoAtItsHello() throws {
        var machine = SessionMachine.example()
        machine.handshakeCompleted(.example, hasSeat: false)
        expectEnd(try machine.receive(event(hello, 1)), .tooManyConnections, id: 1)
    }

    @Test func requestsAreBegunAndAnsweredInTheOrderOfCompletion() throws {
        var machine = try SessionMachine.established(requestsInFlight: 3)
        for id in 2...4 as ClosedRange<UInt64> {
            let request = Request.delete(Delete(person: "p\(id)"))
            let bytes = try bytes(request, id).readableBytes - WireLimits.headerBytes
            #expect(
                try machine.receive(event(request, id)) == [
                    .start(
                        requestID: id, request: request, caller: .example, terms: StatedTerms(.enrolment), bytes: bytes)
                ])
        }
        #expect(Set(machine.inFlight.keys) == [2, 3, 4])
        for id in [3, 4, 2] as [UInt64] {
            #expect(
                machine.answered(id, .deleted("x")) == [.send(requestID: id, answer: .deleted("x"), kind: .delete)])
        }
        #expect(machine.inFlight.isEmpty)
        #expect(machine.answered(2, .deleted("x")).isEmpty, "an answer is sent once")
    }

    @Test func framesWaitAtTheLimitAndGoOnBelowIt() throws {
        var machine = try SessionMachine.established(requestsInFlight: 2)
        for id in 2...3 as ClosedRange<UInt64> {
            #expect(machine.takesFrames && machine.readsSocket)
            _ = try machine.receive(event(.stats(Stats()), id))
        }
        #expect(!machine.takesFrames && !machine.readsSocket)
        _ = machine.answered(3, .deleted("x"))
        #expect(machine.takesFrames && machine.readsSocket)
    }

    @Test func framesWaitWhileTheSocketIsFull() throws {
        var machine = try SessionMachine.established()
        machine.writabilityChanged(false)
        #expect(!machine.takesFrames)
        #expect(machine.deadline(isInsideFrame: true) == .write)
        machine.writabilityChanged(true)
        #expect(machine.takesFrames)
    }

    @Test func pingIsAnsweredAtOnce() throws {
        var machine = try SessionMachine.established(requestsInFlight: 1)
        #expect(
            try machine.receive(event(ping(5), 2))
                == [.pong(requestID: 2, payload: [5])])
        #expect(machine.inFlight.isEmpty)
    }

    @Test func duplicateRequestIDEnds() throws {
        var machine = try SessionMachine.established()
        _ = try machine.receive(event(.stats(Stats()), 2))
        expectEnd(try machine.receive(event(.stats(Stats()), 2)), .duplicateRequestID, id: 0)
        #expect(machine.answered(2, .deleted("x")).isEmpty, "nothing is sent after the error")
    }

    @Test func requestIDMayBeUsedAgainOnceAnswered() throws {
        var machine = try SessionMachine.established()
        for _ in 0..<2 {
            _ = try machine.receive(event(.stats(Stats()), 2))
            #expect(machine.inFlight.count == 1)
            _ = machine.answered(2, .deleted("x"))
        }
    }
}
