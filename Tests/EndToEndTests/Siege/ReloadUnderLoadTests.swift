import Foundation
import NIOCore
import TamgaClient
import TamgaHarness
import TamgaTestSupport
import TamgaWire
import Testing

/// Certificates read anew, and a station taken back, while stations work: nobody else notices.
@Suite(.timeLimit(.minutes(5))) struct ReloadUnderLoadTests {
    private static let reloads = Siege.count(40, 8)

    @Test func nobodyElseNotices() async throws {
        let place = try Workplace(named: "tamga-reload-under-load")
        defer { place.remove() }
        let folder = place.certificates.path
        try CertificateFolder.makeList("list", in: folder)
        try CertificateFolder.makeServer("second", in: folder)
        let first = try Self.files(place, "server")
        let second = try Self.files(place, "second")
        let server = try ServerProcess(
            in: place, arguments: ["--client-crl", place.certificate("list.crl"), "--tls-watch", "0"])
        let stations = [try await Witness(server, place), try await Witness(joining: server, place)]
        let working = stations.map { station in Task { try await station.workUntilCancelled() } }
        let border = try await TamgaClient.connect(Self.border(server, place))
        #expect(try await border.ping() >= .zero)

        for round in 1...Self.reloads {
            if round == Self.reloads / 2 { try CertificateFolder.makeList("list", revoked: ["border"], in: folder) }
            for (name, bytes) in round % 2 == 0 ? first : second {
                try bytes.write(to: URL(fileURLWithPath: place.certificate(name)), options: .atomic)
            }
            server.hangUp()
            try await Siege.eventually("set \(round) is in force") {
                Self.count("certificates were read anew", server) == round
            }
            // Whoever comes now is let in, by the set of now.
            let newcomer = try await Stations.connect(to: server, in: place)
            _ = try await newcomer.stats()
            await newcomer.close()
        }
        await #expect(throws: ClientError.self) { try await border.ping() }
        let refused = await #expect(throws: ClientError.self) {
            try await TamgaClient.connect(Self.border(server, place))
        }
        #expect(refused?.reason.contains("revoked") == true, "\(refused as Any)")
        #expect(Self.count("certificate is no longer accepted", server) == 1)

        working.forEach { $0.cancel() }
        for (station, work) in zip(stations, working) {
            let served = try await work.value
            #expect(served.count > 0)
            print("\(Self.reloads) reloads: \(served.count) requests of a station, the longest took \(served.longest)")
            await station.close()
        }
        #expect(server.stop() == 0)
    }

    private static func count(_ words: String, _ server: ServerProcess) -> Int {
        server.logText.split(separator: "\n").count { $0.contains(words) }
    }

    /// What is to lie under the server's names.
    private static func files(_ place: Workplace, _ name: String) throws -> [(String, Data)] {
        try ["key", "pem"].map { kind in
            ("server.\(kind)", try Data(contentsOf: URL(fileURLWithPath: place.certificate("\(name).\(kind)"))))
        }
    }

    private static func border(_ server: ServerProcess, _ place: Workplace) -> ClientConfiguration {
        ClientConfiguration(
            host: "127.0.0.1", port: server.port, certificate: place.certificate("border.pem"),
            privateKey: place.certificate("border.key"), authority: place.certificate("ca.pem"),
            clientName: "end-to-end tests")
    }
}
