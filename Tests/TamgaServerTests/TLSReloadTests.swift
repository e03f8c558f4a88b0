import Foundation
import Logging
import NIOCore
import TamgaServer
import TamgaTLS
import TamgaTestSupport
import TamgaWire
import Testing

/// Certificates and revocation lists read anew while stations are connected.
@Suite(.timeLimit(.minutes(2))) struct TLSReloadTests {
    /// Files of a server that may be replaced.
    private struct Place: Sendable {
        let folder: String
        let list: String
        let tls: ReloadableTLS

        init() throws {
            let shared = try CertificateFolder.shared.get()
            let name = "reload-\(UUID().uuidString)"
            folder = "\(shared)/\(name)"
            list = "\(name)/list"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for file in ["server.pem", "server.key"] {
                try Self.replace("\(folder)/\(file)", with: "\(shared)/\(file)")
            }
            try CertificateFolder.makeList(list)
            tls = try ReloadableTLS(
                files: TLSFiles(
                    certificate: "\(folder)/server.pem", privateKey: "\(folder)/server.key",
                    authority: "\(shared)/ca.pem", revocationLists: ["\(folder)/list.crl"]))
        }

        func revoke(_ names: [String]) throws { try CertificateFolder.makeList(list, revoked: names) }

        static func replace(_ path: String, with source: String) throws {
            try Data(contentsOf: URL(fileURLWithPath: source)).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
    }

    @Test func aRevokedStationIsToldAndClosedAndOthersGoOn() async throws {
        let place = try Place()
        let keeper = LineKeeper()
        try await ServerBed.run(logger: keeper.logger, tls: place.tls) { bed in
            let (border, station) = (try await bed.station("border"), try await bed.station())
            try place.revoke(["border"])
            #expect(try bed.reload().revocation?.revoked == 1)
            guard case .answer(0, .error(let error)) = try await border.next() else { throw Failure("not told") }
            #expect(error.code == .denied && error.field == "certificate")
            #expect(error.message.contains("certificate revoked"))
            #expect(try await border.next() == .closed)
            #expect(try await station.ask(ping(), 2).kind == .pong)
            let again = try await bed.stranger("border")
            try? await again.send(hello, 1)
            #expect(try await again.next() == .closed)
            try await eventually("both are told") {
                keeper.lines.contains { $0.metadata["reason"] == "its certificate is no longer accepted" }
                    && keeper.lines.contains { $0.metadata["reason"] == "certificate revoked" }
            }
            #expect(try await station.ask(ping(), 3).kind == .pong)
            #expect(try await bed.station("auditor").ask(ping(), 2).kind == .pong)
        }
    }

    @Test func aStationBeforeItsHelloIsClosedToo() async throws {
        let place = try Place()
        try await ServerBed.run(tls: place.tls) { bed in
            let border = try await bed.stranger("border")
            try await eventually("it is there") { bed.connections.count == 1 }
            try place.revoke(["border"])
            _ = try bed.reload()
            // Or its handshake was not yet complete, and is refused: then nobody says more than TLS does.
            while try await border.next() != .closed {}
            try await eventually("it is gone") { bed.connections.count == 0 }
        }
    }

    @Test func aBadSetLeavesAllAsItIs() async throws {
        let place = try Place()
        let observation = try ServerObservation.example()
        let metrics = ServerMetrics(clock: TestClock(), observation: observation)
        try await ServerBed.run(metrics: metrics, tls: place.tls) { bed in
            let station = try await bed.station()
            try Place.replace("\(place.folder)/server.pem", with: "\(place.folder)/list.crl")
            #expect(throws: TLSError.self) { try bed.reload() }
            #expect(try await station.ask(ping(), 2).kind == .pong)
            #expect(try await bed.station("border").ask(ping(), 2).kind == .pong)
            #expect(try observation.families().value("tamga_tls_reloads_total", ["outcome": "failed"]) == 1)
            let shared = try CertificateFolder.shared.get()
            try Place.replace("\(place.folder)/server.pem", with: "\(shared)/server.pem")
            let context = try bed.reload()
            let families = try observation.families()
            #expect(families.value("tamga_tls_reloads_total", ["outcome": "ok"]) == 1)
            for (what, end) in [
                ("certificate", context.certificate?.validUntil), ("revocation-list", context.revocation?.validUntil),
            ] {
                #expect(families.value("tamga_tls_valid_until_seconds", ["what": what]) == end.map(Double.init))
            }
        }
    }

    /// Two sets in turn while stations work: each connection sees one of them, and none is disturbed.
    @Test func reloadsUnderTraffic() async throws {
        let place = try Place()
        let shared = try CertificateFolder.shared.get()
        try CertificateFolder.makeServer("second-server")
        try await ServerBed.run(tls: place.tls) { bed in
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for name in ["station", "border", "auditor"] {
                    tasks.addTask {
                        let station = try await bed.station(name)
                        for id in 2..<600 as Range<UInt64> {
                            guard try await station.ask(ping(), id).kind == .pong else { throw Failure("\(name)") }
                        }
                        try await station.channel.close()
                    }
                }
                for name in (0..<12).map({ $0 % 2 == 0 ? "second-server" : "server" }) {
                    try Place.replace("\(place.folder)/server.key", with: "\(shared)/\(name).key")
                    #expect(throws: TLSError.keyMismatch) { try bed.reload() }
                    try Place.replace("\(place.folder)/server.pem", with: "\(shared)/\(name).pem")
                    let context = try bed.reload()
                    let isSecond = context.certificate?.subject.hasPrefix("CN=second-server") == true
                    #expect(isSecond == (name == "second-server"))
                    #expect(try await bed.station("transport").ask(ping(), 2).kind == .pong)
                    let shown = try await Stranger.serverSubject(port: bed.port)
                    #expect(shown.contains("CN = \(isSecond ? "second-server" : "localhost")"), "\(shown)")
                }
                try await tasks.waitForAll()
            }
        }
    }
}
