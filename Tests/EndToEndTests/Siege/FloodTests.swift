import NIOCore
import TamgaHarness
import TamgaTemplates
import TamgaTestSupport
import TamgaWire
import Testing

/// Clients that send what they should not, or more than they should.
@Suite(.timeLimit(.minutes(10))) struct FloodTests {
    /// Each is answered by an error, and the connection goes on.
    @Test func randomFrames() async throws {
        let connections = 4
        let lots = Siege.count(1_000_000, 20_000) / connections / 500
        try await Siege.run("\(connections * lots * 500) random frames") { siege in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for number in 0..<connections {
                    tasks.addTask { try await Self.junk(number, lots, siege) }
                }
                try await tasks.waitForAll()
            }
        }
    }

    /// So many lots of 500 frames, each answered before the next; where one frame by chance ends the connection,
    /// another one goes on.
    private static func junk(_ number: Int, _ lots: Int, _ siege: Siege) async throws {
        var random = SeededGenerator(seed: UInt64(number) &+ 0x51E6E)
        var (one, answered) = (try await siege.admitted(), 1)
        for lot in 0..<lots {
            var bytes = ByteBuffer()
            for id in 0..<500 { Junk.frame(UInt64(lot * 500 + id + 2), &random, into: &bytes) }
            try await one.send(bytes)
            answered += 500
            try await one.hears("\(answered) answers") { $0.answers >= answered || $0.isClosed }
            if one.heard.isClosed { (one, answered) = (try await siege.admitted(), 1) }
        }
        await one.close()
    }

    /// A length that no frame may have ends the connection, with a word; one that is too short for its kind does not.
    @Test func lengthsThatCannotBe() async throws {
        try await Siege.run("lengths that cannot be") { siege in
            for length in [UInt32.max, 1 << 31, 1 << 24, 3_145_729, 16_385] {
                let one = try await siege.admitted()
                let kind: MessageKind = length == 16_385 ? .ping : .identify
                try await one.send(Junk.header(length, kind.rawValue, 2))
                try await one.hears("that it is too large") { $0.errors[.frameTooLarge] == 1 && $0.isClosed }
            }
            for kind in MessageKind.allCases where kind.direction == .requests && kind != .hello {
                let one = try await siege.admitted()
                try await one.send(Junk.header(0, kind.rawValue, 2))
                try await one.send(.ping(Ping(payload: [1])), 3)
                try await one.hears("an answer to each") { $0.answers == 3 && $0.kinds[.pong, default: 0] >= 1 }
                await one.close()
            }
        }
    }

    @Test func connectionsInARow() async throws {
        let count = Siege.count(10_000, 1_000)
        try await Siege.run("\(count) connections in a row, and \(count / 10) with a hello") { siege in
            for _ in 0..<count {
                let one = try await Besieger.connect(siege.server.port, nil)
                await one.close()
            }
            for _ in 0..<count / 10 {
                let one = try await siege.admitted()
                await one.close()
            }
        }
    }

    /// Requests whose time is over and requests taken back: each has one answer, and holds nothing afterwards.
    @Test func cancelledAndExpiredRequests() async throws {
        let rounds = Siege.count(100, 10)
        try await Siege.run("\(rounds * 60) requests that nobody wants any more") { siege in
            let one = try await siege.admitted()
            let identify = Request.identify(Identify(fingers: try Self.probe()))
            for round in 0..<rounds {
                let first = UInt64(round * 100 + 2)
                for id in 0..<30 as Range<UInt64> {
                    try await one.send(identify, first + id, RequestOptions(deadlineMilliseconds: 1))
                    try await one.send(identify, first + 30 + id)
                }
                for id in 30..<60 as Range<UInt64> {
                    try await one.send(.cancel(Cancel(request: first + id)), first + 30 + id)
                }
                let expected = (round + 1) * 90 + 1
                try await one.hears("\(expected) answers") { $0.answers >= expected || $0.isClosed }
            }
            let heard = one.heard
            #expect(heard.answers == rounds * 90 + 1 && heard.kinds[.cancelled] == rounds * 30)
            let others = Set(heard.errors.keys).subtracting([
                .deadlineExceeded, .requestCancelled, .overloaded, .tooManyRequests,
            ])
            #expect(others.isEmpty, "\(heard.errors)")
            #expect((heard.errors[.deadlineExceeded] ?? 0) + (heard.errors[.overloaded] ?? 0) > 0)
            #expect((heard.errors[.requestCancelled] ?? 0) > 0)
            await one.close()
        }
    }

    private static func probe() throws -> [FingerRecord] {
        try [.rightIndex, .leftIndex].map { try SyntheticFingers.record(99, $0, 1) }
    }
}
