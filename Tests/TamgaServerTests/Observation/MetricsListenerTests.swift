import Logging
import NIOCore
import TamgaIdentification
import TamgaMetrics
import TamgaServer
import TamgaStore
import TamgaTestSupport
import Testing

/// The port for those who watch: what it answers, and what it does not let anybody do.
@Suite struct MetricsListenerTests {
    @Test func metricsAreShownInTheFormatAskedFor() async throws {
        try await Self.listening { port, _ in
            let plain = try await WebClient.get("/metrics", port: port)
            #expect(plain.status == 200 && plain.header("Connection") == "close")
            #expect(plain.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
            #expect(plain.header("Content-Length") == "\(plain.body.utf8.count)")
            let families = try ExpositionParser.parse(plain.body, openMetrics: false)
            #expect(families.value("tamga_crew_threads") == 1)

            let accept = "Accept: application/openmetrics-text;version=1.0.0,text/plain;q=0.5\r\n"
            let open = try await WebClient.get("/metrics?a=b", port: port, headers: accept)
            #expect(open.header("Content-Type") == "application/openmetrics-text; version=1.0.0; charset=utf-8")
            let same = try ExpositionParser.parse(open.body, openMetrics: true)
            #expect(same.map(\.type) == families.map(\.type))
        }
    }

    @Test func anAliveServerSaysSoBeforeItIsReady() async throws {
        try await Self.listening { port, service in
            let alive = try await WebClient.get("/healthz", port: port)
            #expect(alive.status == 200 && alive.body == "alive\n")
            let loading = try await WebClient.get("/readyz", port: port)
            #expect(loading.status == 503 && loading.body == "not ready: the gallery is not loaded\n")
            try await service.rebuild()
            let idle = try await WebClient.get("/readyz", port: port)
            #expect(idle.status == 503 && idle.body == "not ready: the server does not listen yet\n")
            #expect(try await WebClient.get("/healthz", port: port).status == 200)
        }
    }

    @Test(arguments: [
        ("GET", "/", 404), ("GET", "/metrics/", 404), ("GET", "/metric", 404), ("POST", "/", 404),
        ("GET", "//metrics", 404), ("GET", "/../metrics", 404), ("GET", "/METRICS", 404), ("GET", "*", 404),
        ("HEAD", "/metrics", 405), ("POST", "/metrics", 405), ("DELETE", "/readyz", 405), ("PUT", "/healthz", 405),
        ("OPTIONS", "/metrics", 405),
    ]) func nothingElseIsThere(method: String, path: String, status: Int) async throws {
        try await Self.listening { port, _ in
            let answer = try await WebClient.get(path, port: port, method: method)
            #expect(answer.status == status)
            #expect((answer.header("Allow") == "GET") == (status == 405))
        }
    }

    @Test(arguments: [
        "\r\n\r\n\r\n", "hello\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
        "PRI * HTTP/2.0\r\n\r\nSM",
    ]) func whatIsNotHTTPIsRefusedOrClosed(text: String) async throws {
        try await Self.listening { port, _ in
            let said = try await WebClient.talk(text, port: port, closesOutput: true)
            #expect(said.isEmpty || said.hasPrefix("HTTP/1.1 4"), "\(said)")
            #expect(try await WebClient.get("/healthz", port: port).status == 200)
        }
    }

    @Test func aBodyAndFurtherRequestsAreLeft() async throws {
        try await Self.listening { port, _ in
            let body = "GET /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /readyz HTTP/1.1\r\n\r\n"
            let said = try await WebClient.talk(body, port: port)
            #expect(said.hasPrefix("HTTP/1.1 200") && said.hasSuffix("\r\n\r\nalive\n"), "\(said)")
        }
    }

    @Test func whoSendsNoMoreIsAnsweredAllTheSame() async throws {
        try await Self.listening { port, _ in
            let request = "GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
            let answer = try await WebClient.answer(to: request, port: port, closesOutput: true)
            #expect(answer.status == 200)
            #expect(answer.header("Content-Length") == "\(answer.body.utf8.count)")
        }
    }

    @Test func headsAreBounded() async throws {
        let limits = MetricsListenerLimits()
        try await Self.listening { port, _ in
            let start = "GET /healthz HTTP/1.1\r\nX: "
            let fitting = String(repeating: "x", count: limits.headBytes - start.utf8.count - 4)
            #expect(try await WebClient.answer(to: start + fitting + "\r\n\r\n", port: port).status == 200)
            let long = try await WebClient.answer(to: start + fitting + "x\r\n\r\n", port: port)
            #expect(long.status == 431 && long.body == "the head of the request is too long\n")
            let lines = String(repeating: "A: b\r\n", count: 200_000)
            let many = try await WebClient.answer(to: "GET /healthz HTTP/1.1\r\n" + lines, port: port)
            #expect([400, 431].contains(many.status))
        }
    }

    @Test func whoIsSlowIsCutOff() async throws {
        var limits = MetricsListenerLimits()
        limits.lifetime = .milliseconds(300)
        try await Self.listening(limits) { port, _ in
            let (channel, heard) = try await WebClient.connect(port: port)
            try await channel.writeAndFlush(ByteBuffer(string: "GET /healthz HTTP/1.1\r\nHost"))
            #expect(try await heard.get().isEmpty)
            try? await channel.close()
            // Who says nothing at all, likewise; and who does not hang up after the answer.
            let (silent, nothing) = try await WebClient.connect(port: port)
            #expect(try await nothing.get().isEmpty)
            try? await silent.close()
            let (staying, answer) = try await WebClient.connect(port: port)
            try await staying.writeAndFlush(ByteBuffer(string: "GET /healthz HTTP/1.1\r\n\r\n"))
            #expect(try await answer.get().hasSuffix("alive\n"))
            try await eventually("the server lets go of it") {
                (try? await staying.writeAndFlush(ByteBuffer(string: "x"))) == nil
            }
            try? await staying.close()
        }
    }

    @Test func soManyConnectionsAndNoMore() async throws {
        var limits = MetricsListenerLimits()
        limits.connections = 4
        try await Self.listening(limits) { port, _ in
            var held: [any Channel] = []
            for _ in 0..<4 { held.append(try await WebClient.connect(port: port).channel) }
            // A held connection may not be accepted yet when the next one comes.
            try await eventually("one too many is closed") {
                try await WebClient.talk("GET /healthz HTTP/1.1\r\n\r\n", port: port).isEmpty
            }
            for channel in held { try? await channel.close() }
            try await eventually("there is room again") {
                try await WebClient.talk("GET /healthz HTTP/1.1\r\n\r\n", port: port).hasPrefix("HTTP/1.1 200")
            }
        }
    }

    @Test func manyAtOnceAreAllAnswered() async throws {
        var limits = MetricsListenerLimits()
        limits.connections = 200
        try await Self.listening(limits) { port, _ in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<100 { group.addTask { try await WebClient.get("/metrics", port: port).status } }
                for try await status in group { #expect(status == 200) }
            }
        }
    }

    @Test func aPortThatIsTakenIsAnErrorThatSaysSo() async throws {
        try await Self.listening { port, _ in
            let address = ListenAddress(host: "127.0.0.1", port: port)
            let error = await #expect(throws: ServerError.self) {
                _ = try await MetricsListener.start(address, try .example(), logger: .silent)
            }
            #expect(error?.code == .addressInUse && error?.message.contains("\(address)") == true)
        }
    }

    /// Runs the body with a listener and a service that has not been loaded.
    private static func listening(
        _ limits: MetricsListenerLimits = MetricsListenerLimits(),
        _ body: (Int, IdentificationService) async throws -> Void
    ) async throws {
        let observation = try ServerObservation.example()
        let service = IdentificationService(
            store: InMemoryStore(), shards: 1, workers: 1, clock: SystemClock(), observer: observation)
        observation.watch(service)
        let listener = try await MetricsListener.start(
            ListenAddress(host: "127.0.0.1", port: 0), observation, limits: limits, logger: .silent)
        do { try await body(listener.address.port, service) } catch {
            await listener.close()
            throw error
        }
        await listener.close()
    }
}

extension ServerObservation {
    static func example(_ clock: any WallClock = SystemClock()) throws -> ServerObservation {
        try ServerObservation(build: Build(program: "tamga-server/test", matcher: "m1", kernels: "test"), clock: clock)
    }
}
