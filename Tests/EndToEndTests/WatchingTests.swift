import Foundation
import NIOCore
import NIOPosix
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport
import Testing

/// A real server is watched: what it shows is what was done, and nothing in it says to whom.
///
/// It goes by the time of a wall clock, which tests beside it take: `make tools-test` runs it by itself.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["TAMGA_TOOLS"] == "all", "TAMGA_TOOLS=all (make tools-test) runs it"))
struct WatchingTests {
    private struct LogLine: Decodable {
        struct Metadata: Decodable {
            var address, session, request, kind, result: String?
            var milliseconds: Double?
        }
        var time, level, message: String
        var metadata: Metadata?
    }

    private struct Registered: Decodable { let outcome: String, person: String? }

    /// All that is used in a run and must not be found in what comes of it.
    private static let secrets = [
        "person-Zarina-0417", "other-Aybek-0932", "iin:871201300015", "871201300015", "AA7654321", "BB1212121",
        "names:IVANOVA", "IVANOVA", "ИВАНОВА", "1987-12-01", "officer-Temirlan", "Office-Turkestan", "a slip of Madina",
    ]

    @Test(arguments: ["json", "text"]) func whatIsShownIsWhatWasDoneAndNamesNobody(format: String) async throws {
        let place = try Workplace(named: "tamga-watching")
        defer { place.remove() }
        let server = try ServerProcess(
            in: place,
            arguments: ["--metrics", "127.0.0.1:0", "--log-level", "trace", "--log-format", format])
        let port = try Self.metricsPort(server.logText)
        #expect(try await Self.get("/readyz", port).hasSuffix("\r\n\r\nready\n"))
        let fingers = try Fingers(place)
        let registered = try Self.work(server, fingers)
        let page = try await Self.get("/metrics", port)
        let open = try await Self.get("/metrics", port, "Accept: application/openmetrics-text\r\n")
        try Self.check(page)
        _ = try ExpositionParser.parse(Self.body(open), openMetrics: true)
        #expect(server.stop() == 0)

        let log = server.logText
        if format == "json" { try Self.check(lines: log) }
        #expect(log.contains("request answered") && log.contains("connection opened"))
        for text in [log, page, open] {
            for secret in Self.secrets + [registered] {
                for form in Self.forms(of: Array(secret.utf8)) { #expect(!text.contains(form), "\(secret) as \(form)") }
            }
            #expect(Self.traces(of: fingers.records, in: text) == 0)
        }
        // The search for traces finds what is there.
        let leak = "x" + Data(fingers.records[0][40..<60]).base64EncodedString() + "y"
        #expect(Self.traces(of: fingers.records, in: leak) > 0)
        let digits = fingers.records[1][50..<70].map { String(format: "%02X", $0) }.joined()
        #expect(Self.traces(of: fingers.records, in: "key=\(digits)") > 0)
    }

    @Test func nothingIsShownWhereThatIsWished() throws {
        let place = try Workplace(named: "tamga-unwatched")
        defer { place.remove() }
        let server = try ServerProcess(in: place, arguments: ["--metrics", "off"])
        #expect(!server.logText.contains("metrics"))
        #expect(server.stop() == 0)
    }

    /// The named address is somebody else's: no start. The usual one is: a warning.
    @Test func anAddressThatIsTakenEndsTheStartOnlyWhereItWasNamed() throws {
        let place = try Workplace(named: "tamga-taken")
        defer { place.remove() }
        let first = try ServerProcess(in: place, arguments: ["--metrics", "127.0.0.1:0"])
        let port = try Self.metricsPort(first.logText)
        let error = #expect(throws: HarnessError.self) {
            _ = try ServerProcess(in: place, data: "other", arguments: ["--metrics", "127.0.0.1:\(port)"])
        }
        #expect(error?.description.contains("the address is in use") == true)
        let wrong = #expect(throws: HarnessError.self) {
            _ = try ServerProcess(in: place, data: "other", arguments: ["--metrics", "nowhere"])
        }
        #expect(wrong?.description.contains("--metrics") == true)
    }

    // MARK: What is done

    private struct Fingers {
        let options: [[String]]
        let records: [[UInt8]]

        init(_ place: Workplace) throws {
            let population = SyntheticPopulation(seed: 77, difficulty: .easy)
            var (options, records) = ([[String]](), [[UInt8]]())
            for (person, impression) in [(1, 1), (1, 2), (2, 1), (3, 1)] {
                var own: [String] = []
                for position in [FingerPosition.rightThumb, .rightIndex, .leftThumb, .leftIndex] {
                    let template = population.person(person).finger(position).impression(impression)
                    let record = try ISO19794_2_2005.encode([template])
                    let file = place.directory.appendingPathComponent("\(person)-\(impression)-\(position.name).iso")
                    try Data(record).write(to: file)
                    records.append(record)
                    own += ["--finger", "\(position.name)=\(file.path)"]
                }
                options.append(own)
            }
            (self.options, self.records) = (options, records)
        }
    }

    /// Some of everything; the number the register gave to somebody.
    private static func work(_ server: ServerProcess, _ fingers: Fingers) throws -> String {
        let enrolled = try server.tamga(["enrol", "--person", secrets[0]] + fingers.options[0])
        #expect(enrolled.status == 0, "\(enrolled.errors)")
        #expect(try server.tamga(["enrol", "--person", secrets[0]] + fingers.options[0]).status != 0)
        #expect(try server.tamga(["enrol", "--person", secrets[1]] + fingers.options[2]).status == 0)
        for _ in 0..<3 { #expect(try server.tamga(["identify"] + fingers.options[1]).status == 0) }
        #expect(try server.tamga(["verify", "--person", secrets[0]] + fingers.options[1]).status == 0)
        let person: Registered = try server.tamga(
            [
                "register", "--json", "--claim", "iin:871201300015", "--claim", "document:UZB:AA7654321", "--claim",
                "names:ИВАНОВА/АННА/1987-12-01", "--status", "foreigner", "--ground", "visa", "--officer",
                "officer-Temirlan", "--place", "Office-Turkestan",
            ] + fingers.options[3]).json()
        #expect(person.outcome == "registered")
        let number = try #require(person.person)
        let link = ["link", "--person", number, "--identifier", "document:KGZ:BB1212121"]
        #expect(try server.tamga(link).status == 0)
        let unlink = ["unlink", "--person", number, "--identifier", "document:KGZ:BB1212121"]
        #expect(try server.tamga(unlink + ["--reason", "a slip of Madina"]).status == 0)
        #expect(try server.tamga(["history", "--person", number]).status == 0)
        #expect(try server.tamga(["show", "--person", secrets[0]]).status == 0)
        #expect(try server.tamga(["delete", "--person", secrets[1]]).status == 0)
        #expect(try server.tamga(["identify"] + fingers.options[1], identity: "other-station").status != 0)
        #expect(try server.tamga(["stats"], identity: "enrolment").status == 3)
        return number
    }

    private static func check(_ answer: String) throws {
        let families = try ExpositionParser.parse(body(answer), openMetrics: false)
        for (kind, result, count) in [
            ("enrol", "ok", 2), ("enrol", "person-exists", 1), ("identify", "ok", 3), ("verify", "ok", 1),
            ("register", "ok", 1), ("link", "ok", 1), ("unlink", "ok", 1), ("history", "ok", 1), ("read", "ok", 1),
            ("delete", "ok", 1), ("stats", "denied", 1), ("hello", "ok", 14),
        ] as [(String, String, Double)] {
            let labels = ["kind": kind, "result": result]
            #expect(families.value("tamga_requests_total", labels) == count, "\(kind) \(result)")
        }
        #expect(families.sum("tamga_gallery_persons") == 2 && families.sum("tamga_gallery_templates") == 8)
        #expect(families.value("tamga_connections_accepted_total") == 15)
        #expect(families.value("tamga_tls_failures_total", ["reason": "unknown-authority"]) == 1)
        #expect(families.sum("tamga_store_file_bytes") > 0 && families.value("tamga_ready") == 1)
        #expect(families.value("tamga_store_sequence") == families.value("tamga_gallery_snapshot"))
    }

    /// Every line an object; a line for each request, with what was counted.
    private static func check(lines log: String) throws {
        let lines = try log.split(separator: "\n").map { line in
            try JSONDecoder().decode(LogLine.self, from: Data(line.utf8))
        }
        let requests = lines.filter { $0.message == "request answered" }.compactMap(\.metadata)
        #expect(requests.count { $0.kind == "identify" && $0.result == "ok" } == 3)
        #expect(requests.count { $0.kind == "stats" && $0.result == "denied" } == 1)
        #expect(requests.allSatisfy { $0.request != nil && $0.session != nil && $0.milliseconds != nil })
        #expect(requests.contains { $0.kind == "identify" && ($0.milliseconds ?? 0) > 0 })
        #expect(lines.contains { $0.message.hasPrefix("loading") })
    }

    // MARK: Reading

    private static func metricsPort(_ log: String) throws -> Int {
        let line = try #require(log.split(separator: "\n").first { $0.contains("metrics are shown") })
        let found = try #require(line.range(of: "127.0.0.1:"))
        return try #require(Int(line[found.upperBound...].prefix { $0.isNumber }))
    }

    private static func body(_ answer: String) -> String {
        answer.range(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) } ?? ""
    }

    /// The whole answer; HTTP/1.0, whose servers close.
    private static func get(_ path: String, _ port: Int, _ headers: String = "") async throws -> String {
        let group = MultiThreadedEventLoopGroup.singleton
        let heard = group.next().makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let asking = Asking("GET \(path) HTTP/1.0\r\n\(headers)\r\n", heard)
                    try channel.pipeline.syncOperations.addHandler(asking)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        defer { channel.close(promise: nil) }
        return try await heard.futureResult.get()
    }

    /// Asks as soon as it can: who is silent for long is cut off, and a test may have to wait for its thread.
    private final class Asking: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let question: String
        private let heard: EventLoopPromise<String>
        private var text = ByteBuffer()

        init(_ question: String, _ heard: EventLoopPromise<String>) { (self.question, self.heard) = (question, heard) }

        func channelActive(context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: question)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            text.writeImmutableBuffer(unwrapInboundIn(data))
        }

        func channelInactive(context: ChannelHandlerContext) { heard.succeed(String(buffer: text)) }
    }

    // MARK: Traces

    /// As it is, in hexadecimal of either case, and in Base64 wherever it may begin.
    private static func forms(of bytes: [UInt8]) -> [String] {
        let digits = bytes.map { String(format: "%02x", $0) }.joined()
        let base64 = (0..<3).map { skipped in
            let whole = (bytes.count - skipped) / 3 * 3
            return Data(bytes[skipped..<skipped + whole]).base64EncodedString()
        }
        return [String(decoding: bytes, as: UTF8.self), digits, digits.uppercased()] + base64
    }

    /// How often nine bytes of a record stand in the text, as they are, in hexadecimal or in Base64.
    private static func traces(of records: [[UInt8]], in text: String) -> Int {
        var plain: Set<[UInt8]> = []
        var encoded: Set<[UInt8]> = []
        for record in records {
            for start in 0..<max(0, record.count - 8) {
                let piece = Array(record[start..<start + 9])
                guard Set(piece).count >= 6 else { continue }
                plain.insert(piece)
                encoded.insert(Array(Data(piece).base64EncodedString().utf8))
            }
        }
        let digits = Set(plain.map { piece in Array(piece.map { String(format: "%02x", $0) }.joined().utf8) })
        let (bytes, lower) = (Array(text.utf8), Array(text.lowercased().utf8))
        return found(plain, 9, bytes) + found(encoded, 12, bytes) + found(digits, 18, lower)
    }

    private static func found(_ pieces: Set<[UInt8]>, _ length: Int, _ bytes: [UInt8]) -> Int {
        guard bytes.count >= length else { return 0 }
        return (0...bytes.count - length).count { pieces.contains(Array(bytes[$0..<$0 + length])) }
    }
}
