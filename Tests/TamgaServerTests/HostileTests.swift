import NIOCore
import TamgaServer
import TamgaTestSupport
import TamgaWire
import Testing

/// Clients that break the rules: they are answered as the rules say, and nobody else notices.
@Suite(.timeLimit(.minutes(3))) struct HostileTests {
    @Test func unknownKindAndMalformedBodyAreSurvived() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            var unknown = header(length: 5, kind: 0x7E, id: 2)
            unknown.writeBytes([1, 2, 3, 4, 5])
            try await station.send(unknown)
            #expect(try await station.answer().answer.errorCode == .unknownKind)
            var malformed = header(length: 2, kind: MessageKind.identify.rawValue, id: 3)
            malformed.writeBytes([1, 2])
            try await station.send(malformed)
            let (id, answer) = try await station.answer()
            #expect(id == 3 && answer.errorCode == .malformedMessage)
            #expect(try await station.ask(ping(), 4).kind == .pong)
        }
    }

    @Test func oversizeHeaderIsAnsweredThenClosed() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            try await station.send(header(length: .max, kind: MessageKind.identify.rawValue, id: 2))
            let (id, answer) = try await station.answer()
            #expect(id == 2 && answer.errorCode == .frameTooLarge)
            #expect(try await station.next() == .closed)
        }
    }

    @Test func missingHelloIsAnsweredThenClosed() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.stranger()
            try await station.send(.stats(Stats()), 7)
            let (id, answer) = try await station.answer()
            #expect(id == 7 && answer.errorCode == .helloRequired)
            #expect(try await station.next() == .closed)
        }
    }

    @Test func whatIsBeyondTheLimitWaits() async throws {
        var limits = ServerLimits()
        limits.session.requestsInFlight = 4
        let responder = HeldResponder()
        try await ServerBed.run(responder: responder, limits: limits) { bed in
            let station = try await bed.station()
            var all = ByteBuffer()
            for id in 2...21 as ClosedRange<UInt64> {
                all.writeImmutableBuffer(try bytes(.delete(Delete(person: "p\(id)")), id))
            }
            try await station.send(all)
            for id in 2...21 as ClosedRange<UInt64> {
                let waiting = Int(min(4, 22 - id))
                try await eventually("\(waiting) requests are in work") { responder.requests.count == waiting }
                try responder.answer(.deleted("p\(id)"))
                #expect(try await station.next() == .answer(id, .deleted("p\(id)")))
            }
        }
    }

    @Test func aPeerThatVanishesIsForgotten() async throws {
        let responder = HeldResponder()
        try await ServerBed.run(responder: responder) { bed in
            let station = try await bed.station()
            try await station.send(.stats(Stats()), 2)
            try await eventually("the request is in work") { responder.requests.count == 1 }
            try await station.vanish()
            try await eventually("the connection is gone") { bed.connections.count == 0 }
            try responder.answer(.deleted("x"))
            let other = try await bed.station()
            #expect(try await other.ask(ping(), 2).kind == .pong)
        }
    }

    /// Random bytes and mutated frames, on many connections; seed fixed.
    @Test func randomBytesHurtNobodyElse() async throws {
        try await ServerBed.run { bed in
            let witness = try await bed.station()
            var random = SeededGenerator(seed: 0x7A_3A)
            var id: UInt64 = 2
            for round in 0..<60 {
                let station = round % 3 == 0 ? try await bed.stranger() : try await bed.station()
                for _ in 0..<40 {
                    let junk = try Self.junk(round, &random)
                    guard (try? await station.send(junk)) != nil else { break }
                }
                #expect(try await witness.ask(ping(), id).kind == .pong)
                id += 1
                station.channel.close(promise: nil)
                try await station.channel.closeFuture.get()
            }
            try await eventually("all others are gone") { bed.connections.count == 1 }
            #expect(try await bed.station().ask(ping(), 2).kind == .pong)
        }
    }

    private static func junk(_ round: Int, _ random: inout SeededGenerator) throws -> ByteBuffer {
        var buffer = ByteBuffer()
        if round % 2 == 0 {
            for _ in 0..<Int.random(in: 1...600, using: &random) { buffer.writeInteger(random.next() as UInt64) }
            return buffer
        }
        let request = Request.identify(Identify(fingers: [try record(of: 1)], maximumCandidates: 3))
        buffer = try bytes(request, random.next() | 1)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<buffer.readableBytes, using: &random)
            buffer.setInteger(UInt8.random(in: 0...255, using: &random), at: place)
        }
        return buffer
    }
}
