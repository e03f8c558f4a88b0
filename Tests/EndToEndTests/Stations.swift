import TamgaClient
import TamgaHarness

/// Connections of a station to a server under test.
enum Stations {
    static func connect(to server: ServerProcess, in place: Workplace) async throws -> TamgaClient {
        try await TamgaClient.connect(
            ClientConfiguration(
                host: "127.0.0.1", port: server.port, certificate: place.certificate("station.pem"),
                privateKey: place.certificate("station.key"), authority: place.certificate("ca.pem"),
                clientName: "end-to-end tests"))
    }
}
