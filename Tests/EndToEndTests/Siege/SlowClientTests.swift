import NIOCore
import TamgaHarness
import TamgaTestSupport
import TamgaWire
import Testing

/// Clients that take their time, to hold what others need.
@Suite(.timeLimit(.minutes(5))) struct SlowClientTests {
    private static let count = Siege.count(100, 20)

    /// Connections that are still there when their time should be over, and are gone soon after.
    private func expectClosed(_ all: [Besieger], _ what: String) async throws {
        try await Siege.eventually("\(what): all are closed") { all.allSatisfy { $0.heard.isClosed } }
    }

    /// One byte after the other, a few in a second.
    private func drip(_ bytes: [UInt8], to all: [Besieger]) async throws {
        for byte in bytes {
            for one in all where !one.heard.isClosed { try? await one.send(ByteBuffer(bytes: [byte])) }
            if all.allSatisfy(\.heard.isClosed) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    @Test func aHandshakeThatNeverEnds() async throws {
        try await Siege.run("slow handshakes", limits: ["handshake-time=1500"]) { siege in
            var all: [Besieger] = []
            for _ in 0..<Self.count { all.append(try await .connect(siege.server.port, nil)) }
            // The beginning of a client's hello, which says that 512 bytes follow.
            try await drip([0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3] + [UInt8](repeating: 7, count: 60), to: all)
            try await expectClosed(all, "slow handshakes")
        }
    }

    @Test func aHelloThatNeverComes() async throws {
        try await Siege.run("no hello", limits: ["hello-time=1000"]) { siege in
            var all: [Besieger] = []
            for _ in 0..<Self.count { all.append(try await .connect(siege.server.port, siege.tls)) }
            try await expectClosed(all, "no hello")
        }
    }

    @Test func aHeaderThatNeverEnds() async throws {
        try await Siege.run("slow headers", limits: ["frame-time=1500"]) { siege in
            var all: [Besieger] = []
            for _ in 0..<Self.count { all.append(try await siege.admitted()) }
            try await drip([UInt8](repeating: 0, count: 15), to: all)
            try await expectClosed(all, "slow headers")
        }
    }

    /// A body of 3 MiB is announced; room for it is made as it comes.
    @Test func aBodyThatNeverEnds() async throws {
        try await Siege.run("slow bodies", limits: ["frame-time=2500"]) { siege in
            var all: [Besieger] = []
            for _ in 0..<Self.count {
                let one = try await siege.admitted()
                try await one.send(Junk.header(3_145_728, MessageKind.identify.rawValue, 2))
                all.append(one)
            }
            try await drip([UInt8](repeating: 1, count: 60), to: all)
            try await expectClosed(all, "slow bodies")
        }
    }

    /// Asks for answers without end and takes none: it is not read any more, and closed when its time is over.
    @Test func aClientThatNeverReads() async throws {
        try await Siege.run("clients that never read", limits: ["write-time=2000"]) { siege in
            var lot = ByteBuffer()
            for id in 2..<2_000 as Range<UInt64> {
                try Request.ping(Ping(payload: [UInt8](repeating: 9, count: 64))).encode(requestID: id, into: &lot)
            }
            let bytes = lot
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for _ in 0..<Siege.count(20, 4) {
                    tasks.addTask {
                        let one = try await siege.admitted()
                        try await one.channel.setOption(.autoRead, value: false).get()
                        // What the server does not take waits here; it ends when the server closes.
                        for _ in 0..<60 { one.channel.write(bytes, promise: nil) }
                        try? await one.channel.writeAndFlush(bytes)
                        try? await one.channel.setOption(.autoRead, value: true).get()
                        try await one.hears("the end") { $0.isClosed }
                    }
                }
                try await tasks.waitForAll()
            }
        }
    }

    /// Closed by one side: what was asked is answered, or nothing was; the connection is not kept.
    @Test func halfClosedConnections() async throws {
        try await Siege.run("half-closed connections", limits: ["handshake-time=2000", "hello-time=2000"]) { siege in
            for place in 0..<Siege.count(200, 40) {
                let one: Besieger
                switch place % 4 {
                case 0: one = try await .connect(siege.server.port, nil)
                case 1: one = try await .connect(siege.server.port, siege.tls)
                case 2: one = try await siege.admitted()
                default:
                    one = try await siege.admitted()
                    try await one.send(Junk.header(1_000, MessageKind.identify.rawValue, 2))
                }
                try? await one.halfClose()
                try await one.hears("the end of connection \(place)") { $0.isClosed }
            }
        }
    }
}
