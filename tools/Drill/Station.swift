import TamgaClient
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import TamgaWire

/// Where fingers and connections come from.
struct Station: Sendable {
    let place: Workplace
    let population: SyntheticPopulation

    private static let positions = [FingerPosition.rightIndex, .leftMiddle]

    func connect(to port: Int) async throws -> TamgaClient {
        try await TamgaClient.connect(
            ClientConfiguration(
                host: "127.0.0.1", port: port, certificate: place.certificate("station.pem"),
                privateKey: place.certificate("station.key"), authority: place.certificate("ca.pem"),
                clientName: "tamga-drill"))
    }

    /// Some of the fingers of a person, as taken that time.
    func fingers(_ person: Int, impression: Int, count: Int = 2) throws -> [FingerRecord] {
        let person = population.person(person)
        return try Self.positions.prefix(count).map { position in
            FingerRecord(
                position: position.rawValue, format: TemplateFormat.iso2005.rawValue,
                record: try ISO19794_2_2005.encode([person.finger(position).impression(impression)]))
        }
    }

    static func name(_ person: Int) -> String { "drill-\(person)" }
}
