package import TamgaClient
package import TamgaHarness

/// A server that the tester starts for itself, in a temporary place.
package enum OwnServer {
    /// - Parameters:
    ///   - connections: how many it has to take.
    ///   - arguments: more options of `tamga-server serve`.
    /// - Throws: `HarnessError` where it does not start.
    package static func start(
        in place: Workplace, connections: Int, arguments: [String]
    ) throws -> (server: ServerProcess, configuration: ClientConfiguration) {
        // All of them show the same certificate.
        let most = max(512, connections + 16)
        let room = ["--limit", "connections=\(most)", "--limit", "connections-per-certificate=\(most)"]
        let server = try ServerProcess(in: place, arguments: room + arguments)
        return (
            server,
            ClientConfiguration(
                host: "127.0.0.1", port: server.port, certificate: place.certificate("load-test.pem"),
                privateKey: place.certificate("load-test.key"), authority: place.certificate("ca.pem"),
                clientName: "tamga-load")
        )
    }
}
