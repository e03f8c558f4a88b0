import NIOCore
import TamgaServer
import TamgaWire
import Testing

@Suite(.timeLimit(.minutes(2))) struct ShutdownTests {
    @Test func whatIsInFlightIsAnsweredAndNothingNewTaken() async throws {
        let responder = HeldResponder()
        try await ServerBed.run(responder: responder) { bed in
            let busy = try await bed.station()
            let idle = try await bed.station()
            try await busy.send(.delete(Delete(person: "p")), 2)
            try await eventually("the request is in work") { responder.requests.count == 1 }
            await bed.shutDown()
            let (notice, why) = try await idle.answer()
            #expect(notice == 0 && why.errorCode == .shuttingDown)
            #expect(try await idle.next() == .closed)
            let (refused, error) = try await Self.askUntilRefused(busy)
            #expect(refused >= 3 && error == .shuttingDown)
            try responder.answer(.deleted("p"))
            #expect(try await busy.next() == .answer(2, .deleted("p")))
            #expect(try await busy.answer().answer.errorCode == .shuttingDown)
            #expect(try await busy.next() == .closed)
            await #expect(throws: (any Error).self) { try await bed.stranger() }
        }
    }

    @Test func aShutdownWaitsOnlyForItsGrace() async throws {
        var limits = ServerLimits()
        limits.shutdownGrace = .milliseconds(50)
        let responder = HeldResponder()
        try await ServerBed.run(responder: responder, limits: limits) { bed in
            let station = try await bed.station()
            try await station.send(.delete(Delete(person: "p")), 2)
            try await eventually("the request is in work") { responder.requests.count == 1 }
            await bed.shutDown()
            #expect(try await station.next() == .closed)
            try await eventually("the connection is gone") { bed.connections.count == 0 }
            try responder.answer(.deleted("p"))
        }
    }

    @Test func aConnectionBeforeItsHelloDoesNotDelay() async throws {
        try await ServerBed.run { bed in
            let stranger = try await bed.stranger()
            try await eventually("it is there") { bed.connections.count == 1 }
            await bed.shutDown()
            while try await stranger.next() != .closed {}
        }
    }

    /// The drain reaches the session on its own loop: pings are answered until then.
    private static func askUntilRefused(_ station: Station) async throws -> (UInt64, WireErrorCode?) {
        for id in 3...10_000 as ClosedRange<UInt64> {
            let answer = try await station.ask(ping(), id)
            if answer.kind == .error { return (id, answer.errorCode) }
        }
        throw Failure("never refused")
    }
}
