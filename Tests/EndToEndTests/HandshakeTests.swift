import Foundation
import TamgaHarness
import Testing

/// Who gets in: TLS 1.3 with a certificate of the right authority, and nobody else.
@Suite struct HandshakeTests {
    private static func handshake(
        _ server: ServerProcess, _ place: Workplace, _ arguments: [String]
    ) throws -> Outcome {
        try Command.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            [
                "openssl", "s_client", "-connect", server.address, "-CAfile", place.certificate("ca.pem"),
                "-alpn", "tamga/1", "-verify_return_error",
            ] + arguments, in: place)
    }

    private static func identity(_ name: String, _ place: Workplace) -> [String] {
        ["-cert", place.certificate("\(name).pem"), "-key", place.certificate("\(name).key")]
    }

    @Test func onlyTheRightCertificateOverTLS13GetsIn() throws {
        let place = try Workplace(named: "tamga-handshake")
        defer { place.remove() }
        let server = try ServerProcess(in: place)

        let right = try Self.handshake(server, place, Self.identity("station", place) + ["-tls1_3"])
        #expect(right.status == 0 && right.output.contains("TLSv1.3"), "\(right.errors)")

        let none = try Self.handshake(server, place, ["-tls1_3", "-ign_eof"])
        #expect(none.status != 0 && none.errors.contains("certificate required"), "\(none.errors)")

        let other = try Self.handshake(server, place, Self.identity("other-station", place) + ["-tls1_3", "-ign_eof"])
        #expect(other.status != 0 && other.errors.contains("alert"), "\(other.errors)")

        let old = try Self.handshake(server, place, Self.identity("station", place) + ["-tls1_2"])
        #expect(old.status != 0 && old.errors.contains("alert protocol version"), "\(old.errors)")

        #expect(try server.tamga(["ping"]).status == 0)
        #expect(try server.tamga(["ping"], identity: "other-station").status == 4)
    }
    @Test func aStationIsToldWhichRightItLacks() throws {
        let place = try Workplace(named: "tamga-rights")
        defer { place.remove() }
        let server = try ServerProcess(in: place)

        #expect(try server.tamga(["stats"]).status == 0)
        let enrolment = try server.tamga(["stats"], identity: "enrolment")
        #expect(enrolment.status == 3 && enrolment.errors.contains("denied"), "\(enrolment.errors)")
        #expect(enrolment.errors.contains("the right 'statistics' is missing; this station (interior, enrolment) has:"))
        #expect(try server.tamga(["stats"], identity: "auditor").status == 0)

        #expect(try server.tamga(["ping"], identity: "no-role").status == 0)
        let nobody = try server.tamga(["stats"], identity: "no-role")
        #expect(nobody.status == 3 && nobody.errors.contains("names no agency and no role"), "\(nobody.errors)")
    }
}
