import TamgaClient
import TamgaHarness
import TamgaWire

/// A station that registers everybody, one after another, and does not give up on a lost connection: it sends the same
/// request under the same key until it is answered.
struct RegistrationStation: Sendable {
    let index: Int
    let place: Workplace
    let server: CurrentServer
    let registrants: Registrants

    /// Which certificate a station shows: several agencies, each with the right to enrol.
    private static let identities = ["station", "enrolment", "mission", "transport"]

    /// - Parameter order: the persons, in the order of their coming.
    func registerAll(_ order: [Int], _ progress: Progress) async throws -> RegistrationLedger {
        var ledger = RegistrationLedger()
        var client: TamgaClient?
        for person in order {
            let subject = try await registrants.subject(person, at: index)
            let key = WireKey("station-\(index)-person-\(person)")
            ledger.add(person, at: index, try await answer(subject, key, &client))
            progress.add()
        }
        await client?.close()
        return ledger
    }

    private func answer(
        _ subject: CaptureSubject, _ key: WireKey, _ client: inout TamgaClient?
    ) async throws -> Assessment {
        var lost = 0
        while true {
            do {
                let open = if let client { client } else { try await connect() }
                client = open
                return try await open.register(subject, key: key)
            } catch let error as ClientError {
                // Only what comes from the loss of the server is tried again.
                guard error.comesFromLoss, lost < 3_000 else { throw error }
                lost += 1
                await client?.close()
                client = nil
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    fileprivate func connect() async throws -> TamgaClient {
        let identity = Self.identities[index % Self.identities.count]
        return try await TamgaClient.connect(
            ClientConfiguration(
                host: "127.0.0.1", port: server.port, certificate: place.certificate("\(identity).pem"),
                privateKey: place.certificate("\(identity).key"), authority: place.certificate("ca.pem"),
                clientName: "tamga-register-test"))
    }
}

extension RegistrationStation {
    /// How many persons a server holds.
    static func persons(_ place: Workplace, _ server: CurrentServer) async throws -> UInt64 {
        let station = RegistrationStation(
            index: 0, place: place, server: server, registrants: Registrants(seed: 0, stations: 1))
        let client = try await station.connect()
        let persons = try await client.stats().persons
        await client.close()
        return persons
    }
}

extension ClientError {
    /// Whether it may come of a server that was killed or is starting: nothing is known of the request then.
    fileprivate var comesFromLoss: Bool {
        switch code {
        case .cannotReach, .connectionLost, .handshakeRefused, .closed, .timeout: true
        case .refused: answer?.code == .notReady || answer?.code == .shuttingDown
        default: false
        }
    }
}
