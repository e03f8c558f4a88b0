import NIOCore
import TamgaServer
import TamgaWire
import Testing

/// What a session refuses, and how sessions end.
@Suite struct SessionMachineRefusalTests {
    @Test func unknownKindIsRefusedAndTheSessionGoesOn() throws {
        var machine = try SessionMachine.established()
        expectError(machine.receive(.refused(.unknown(5))), .unknownKind, id: 5)
        #expect(machine.state == .established && machine.takesFrames)
    }

    @Test func malformedBodyIsRefusedAndTheSessionGoesOn() throws {
        var machine = try SessionMachine.established()
        let bad = Frame(requestID: 6, kind: .identify, body: ByteBuffer(bytes: [0x80, 1, 0, 0]))
        expectError(machine.receive(.frame(bad)), .malformedMessage, id: 6)
        #expect(machine.state == .established && machine.inFlight.isEmpty)
    }

    @Test func theSessionsOwnLimitsCount() throws {
        var limits = SessionLimits.standard
        limits.fingersPerRequest = 1
        limits.candidates = 5
        var machine = try SessionMachine.established(limits)
        let finger = FingerRecord(format: 1, record: [1])
        let many = Request.identify(Identify(fingers: [finger, finger]))
        let wide = Request.identify(Identify(fingers: [finger], maximumCandidates: 6))
        expectError(try machine.receive(event(many, 2)), .limitExceeded, id: 2)
        expectError(try machine.receive(event(wide, 3)), .limitExceeded, id: 3)
        let addition = Request.addEncounter(AddEncounter(person: "p", fingers: [finger, finger]))
        let update = Request.update(Update(person: "p", encounter: 1, fingers: [finger, finger]))
        expectError(try machine.receive(event(addition, 4)), .limitExceeded, id: 4)
        expectError(try machine.receive(event(update, 5)), .limitExceeded, id: 5)
        #expect(machine.inFlight.isEmpty)
    }

    @Test(arguments: [WireErrorCode.malformedFrame, .frameTooLarge, .unsupportedVersion]) func badHeaderEnds(
        code: WireErrorCode
    ) throws {
        var machine = try SessionMachine.established()
        let refusal = FrameRefusal(requestID: 4, kind: 0x20, error: WireError(code, message: "bad"))
        expectEnd(machine.receive(unreadable: refusal), code, id: 4)
        #expect(!machine.takesFrames && !machine.readsSocket)
        #expect(machine.flushed() == [.close(.refused(code))])
        #expect(machine.flushed().isEmpty)
    }

    @Test func drainingFinishesWhatIsInFlight() throws {
        var machine = try SessionMachine.established(requestsInFlight: 1)
        _ = try machine.receive(event(.stats(Stats()), 2))
        #expect(machine.drain().isEmpty)
        #expect(machine.takesFrames, "new requests are refused, not left waiting")
        expectError(try machine.receive(event(.stats(Stats()), 3)), .shuttingDown, id: 3)
        expectError(try machine.receive(event(ping(), 4)), .shuttingDown, id: 4)
        let last = machine.answered(2, .deleted("x"))
        #expect(last.first == .send(requestID: 2, answer: .deleted("x"), kind: .stats))
        expectError(Array(last.dropFirst().prefix(1)), .shuttingDown, id: 0)
        #expect(last.last == .closeAfterFlush(.shutdown))
        #expect(machine.flushed() == [.close(.shutdown)])
    }

    @Test func drainingEndsIdleAndEarlySessions() throws {
        var idle = try SessionMachine.established()
        #expect(idle.drain().last == .closeAfterFlush(.shutdown))
        var early = SessionMachine.example()
        #expect(early.drain() == [.close(.shutdown)])
        var waiting = SessionMachine.example()
        waiting.handshakeCompleted(.example)
        #expect(waiting.drain().last == .closeAfterFlush(.shutdown))
        #expect(idle.drain().isEmpty && early.drain().isEmpty && waiting.drain().isEmpty)
    }

    @Test func abortTimeoutAndOverflowCloseOnce() throws {
        let ends: [(inout SessionMachine) -> [SessionAction]] = [
            { $0.abort() }, { $0.timedOut(.idle) }, { $0.outboundOverflowed() },
        ]
        let reasons: [SessionEnd] = [.aborted, .timeout(.idle), .slowReader]
        for (end, reason) in zip(ends, reasons) {
            var machine = try SessionMachine.established()
            _ = try machine.receive(event(.stats(Stats()), 2))
            #expect(end(&machine) == [.close(reason)])
            #expect(end(&machine).isEmpty && machine.state == .closed)
            #expect(machine.answered(2, .deleted("x")).isEmpty)
            #expect(try machine.receive(event(.stats(Stats()), 3)).isEmpty)
        }
    }

    @Test func aDismissedStationIsToldWhyAndAnsweredNoMore() throws {
        var machine = try SessionMachine.established()
        _ = try machine.receive(event(.stats(Stats()), 2))
        let actions = machine.dismiss("certificate revoked")
        guard case .send(0, .error(let error), nil) = actions.first else { throw Failure("not told") }
        #expect(error.code == .denied && error.field == "certificate")
        #expect(error.message == "the server no longer accepts this station: certificate revoked")
        #expect(actions.dropFirst() == [.closeAfterFlush(.certificate)])
        #expect(machine.answered(2, .deleted("x")).isEmpty)
        #expect(try machine.receive(event(.stats(Stats()), 3)).isEmpty)
        #expect(machine.dismiss("again").isEmpty && machine.drain().isEmpty)
        #expect(machine.flushed() == [.close(.certificate)])

        var early = SessionMachine.example()
        #expect(early.dismiss("x") == [.close(.certificate)])
        var waiting = SessionMachine.example()
        waiting.handshakeCompleted(.example)
        #expect(waiting.dismiss("x").last == .closeAfterFlush(.certificate))
        var draining = try SessionMachine.established()
        _ = try draining.receive(event(.stats(Stats()), 2))
        _ = draining.drain()
        #expect(draining.dismiss("x").last == .closeAfterFlush(.certificate))
    }

    @Test func lostConnectionDropsAnswers() throws {
        var machine = try SessionMachine.established()
        _ = try machine.receive(event(.stats(Stats()), 2))
        machine.connectionLost()
        #expect(machine.answered(2, .deleted("x")).isEmpty && machine.drain().isEmpty && machine.abort().isEmpty)
    }

    @Test func deadlinesFollowTheState() throws {
        var machine = SessionMachine.example(requestsInFlight: 1)
        #expect(machine.deadline(isInsideFrame: false) == nil)
        machine.handshakeCompleted(.example)
        #expect(machine.deadline(isInsideFrame: true) == .hello)
        _ = try machine.receive(event(hello, 1))
        #expect(machine.deadline(isInsideFrame: false) == .idle)
        #expect(machine.deadline(isInsideFrame: true) == .frame)
        _ = try machine.receive(event(.stats(Stats()), 2))
        #expect(machine.deadline(isInsideFrame: true) == nil, "a frame that may not be taken has no deadline")
        _ = machine.drain()
        _ = machine.answered(2, .deleted("x"))
        #expect(machine.deadline(isInsideFrame: false) == .flush)
        _ = machine.flushed()
        #expect(machine.deadline(isInsideFrame: false) == nil)
    }
}

extension SessionMachine {
    static func example(_ limits: SessionLimits = .standard, requestsInFlight: UInt16? = nil) -> SessionMachine {
        var limits = limits
        if let requestsInFlight { limits.requestsInFlight = requestsInFlight }
        return SessionMachine(
            welcome: Welcome(version: 1, server: "s/1", matcher: "m1", limits: limits, capabilities: []))
    }

    static func established(
        _ limits: SessionLimits = .standard, requestsInFlight: UInt16? = nil, as standing: Standing = .example
    ) throws -> SessionMachine {
        var machine = example(limits, requestsInFlight: requestsInFlight)
        machine.handshakeCompleted(standing)
        _ = try machine.receive(event(hello, 1))
        return machine
    }
}

extension FrameRefusal {
    static func unknown(_ id: UInt64) -> FrameRefusal {
        FrameRefusal(requestID: id, kind: 0x7E, error: WireError(.unknownKind, message: "unknown"))
    }
}

/// The request as the decoder hands it out.
func event(_ request: Request, _ requestID: UInt64) throws -> FrameEvent {
    var reader = FrameReader(direction: .requests, limits: .established)
    reader.append(try bytes(request, requestID))
    guard let event = try reader.next() else { throw Failure("no frame") }
    return event
}

/// One error is sent and nothing more.
func expectError(
    _ actions: [SessionAction], _ code: WireErrorCode, id: UInt64, _ place: SourceLocation = #_sourceLocation
) {
    guard case .send(id, .error(let error), _) = actions.first, actions.count == 1 else {
        Issue.record("\(actions)", sourceLocation: place)
        return
    }
    #expect(error.code == code, sourceLocation: place)
}

/// One error is sent, then the session ends.
func expectEnd(
    _ actions: [SessionAction], _ code: WireErrorCode, id: UInt64, _ place: SourceLocation = #_sourceLocation
) {
    expectError(Array(actions.prefix(1)), code, id: id, place)
    #expect(Array(actions.dropFirst()) == [.closeAfterFlush(.refused(code))], sourceLocation: place)
}
