import Foundation
import TamgaHarness
import TamgaTestSupport
import Testing

/// The real server: certificates and lists read anew by a signal and by themselves, and the tool that looks at it.
@Suite(.timeLimit(.minutes(5))) struct TLSReloadTests {
    private static func lines(_ server: ServerProcess, with text: String) -> [Substring] {
        server.logText.split(separator: "\n").filter { $0.contains(text) }
    }

    private static func eventually(_ what: String, _ holds: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try holds() { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw HarnessError("never: \(what)")
    }

    @Test func aRevokedStationIsOutAfterASignal() throws {
        let place = try Workplace(named: "tamga-revoke")
        defer { place.remove() }
        let folder = place.certificates.path
        try CertificateFolder.makeList("list", in: folder)
        let server = try ServerProcess(
            in: place, arguments: ["--client-crl", place.certificate("list.crl"), "--tls-watch", "0"])
        #expect(try server.tamga(["ping"], identity: "border").status == 0)

        try CertificateFolder.makeList("list", revoked: ["border"], in: folder)
        server.hangUp()
        try Self.eventually("it is read") { !Self.lines(server, with: "certificates were read anew").isEmpty }
        let refused = try server.tamga(["ping"], identity: "border")
        #expect(refused.status == 4 && refused.errors.contains("revoked"), "\(refused.errors)")
        #expect(try server.tamga(["ping"]).status == 0)
        let line = try #require(Self.lines(server, with: "handshake refused").last)
        #expect(line.contains("reason=certificate revoked") && line.contains("subject=CN=border-1,O=Tamga development"))

        try Data("no list".utf8).write(to: URL(fileURLWithPath: place.certificate("list.crl")))
        server.hangUp()
        try Self.eventually("it is said") { !Self.lines(server, with: "certificates are not changed").isEmpty }
        #expect(try server.tamga(["ping"]).status == 0)
        #expect(try server.tamga(["ping"], identity: "border").status == 4)
        #expect(server.stop() == 0)
    }

    @Test func filesThatChangeAreTakenUp() throws {
        let place = try Workplace(named: "tamga-watch")
        defer { place.remove() }
        let server = try ServerProcess(in: place, arguments: ["--tls-watch", "1"])
        try CertificateFolder.makeServer("next", in: place.certificates.path)
        for kind in ["key", "pem"] {
            try Data(contentsOf: URL(fileURLWithPath: place.certificate("next.\(kind)")))
                .write(to: URL(fileURLWithPath: place.certificate("server.\(kind)")), options: .atomic)
        }
        try Self.eventually("they are read") { !Self.lines(server, with: "certificates were read anew").isEmpty }
        #expect(Self.lines(server, with: "CN=next").count >= 1)
        #expect(try server.tamga(["ping"]).status == 0)
    }

    @Test func aListThatDoesNotDoIsNoStart() throws {
        let place = try Workplace(named: "tamga-list")
        defer { place.remove() }
        try CertificateFolder.makeList("old", from: -7_200, until: -3_600, in: place.certificates.path)
        let error = #expect(throws: HarnessError.self) {
            try ServerProcess(in: place, arguments: ["--client-crl", place.certificate("old.crl")])
        }
        #expect(error?.description.contains("it has run out") == true)
    }

    @Test func aKeyLogNeedsAPermission() throws {
        let place = try Workplace(named: "tamga-keylog")
        defer { place.remove() }
        let path = place.directory.appendingPathComponent("secrets").path
        let error = #expect(throws: HarnessError.self) {
            try ServerProcess(in: place, arguments: ["--key-log", path])
        }
        #expect(error?.description.contains("TAMGA_DEVELOPMENT=1") == true)
        #expect(!FileManager.default.fileExists(atPath: path))

        let server = try ServerProcess(
            in: place, arguments: ["--key-log", path], environment: ["TAMGA_DEVELOPMENT": "1"])
        #expect(try server.tamga(["ping"]).status == 0)
        #expect(Self.lines(server, with: "SECRETS OF ALL CONNECTIONS").count == 1)
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("CLIENT_TRAFFIC_SECRET_0"))
        let client = try server.tamga(["ping", "--key-log", path])
        #expect(client.status != 0 && client.errors.contains("TAMGA_DEVELOPMENT=1"), "\(client.errors)")
    }

    /// The operator's tool finds nothing wrong, and finds what is wrong.
    @Test func theCheckPassesAndCanFail() throws {
        let place = try Workplace(named: "tamga-tls-check")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let tool = Workplace.repository.appendingPathComponent("tools/tls-check")
        let arguments = [
            server.address, "--ca", place.certificate("ca.pem"), "--certificate", place.certificate("station.pem"),
            "--private-key", place.certificate("station.key"),
        ]
        let good = try Command.run(tool, arguments, in: place)
        #expect(good.status == 0 && !good.output.contains("BAD"), "\(good.output)\(good.errors)")
        for check in [
            "TLS 1.3", "TLS 1.2", "no client certificate", "ALPN tamga/1", "ciphers", "groups", "resumption",
            "early data", "compression", "renegotiation", "key update", "HTTP without TLS",
        ] {
            #expect(good.lines.contains { $0.hasPrefix(check) && $0.hasSuffix("good") }, "\(check)")
        }
        let wrongName = try Command.run(tool, arguments + ["--name", "elsewhere.example"], in: place)
        #expect(wrongName.status == 1 && wrongName.lines.count { $0.hasSuffix("BAD") } == 1, "\(wrongName.output)")
        let stranger = arguments.map { $0.replacingOccurrences(of: "/station.", with: "/other-station.") }
        let refused = try Command.run(tool, stranger, in: place)
        #expect(refused.status == 1 && refused.errors.contains("no connection to"), "\(refused.errors)")
        #expect(try Command.run(tool, [server.address], in: place).status == 2)
    }
}
