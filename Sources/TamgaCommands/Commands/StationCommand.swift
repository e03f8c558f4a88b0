internal import Foundation
package import TamgaClient
internal import TamgaWire

/// Connects, does one thing, says goodbye.
package enum StationCommand {
    /// The program and its version, as the server's log has it.
    package static let clientName = "tamga/0.1"
    /// Requests a batch has in flight unless told otherwise.
    package static let defaultInFlight = 16

    /// What to do with a connection.
    package typealias Body = (TamgaClient, Console) async throws -> CommandStatus

    /// - Throws: ``CommandError``.
    package static func run(
        _ settings: StationSettings, _ console: Console,
        _ body: Body
    ) async throws -> CommandStatus {
        let configuration = try configuration(settings)
        do {
            let client = try await TamgaClient.connect(configuration)
            let result = await Result { try await body(client, console) }
            await client.close()
            return try result.get()
        } catch let error as ClientError {
            throw CommandError(error)
        }
    }

    /// Registers somebody; it connects by itself, a second time where the first connection is lost.
    ///
    /// - Throws: ``CommandError``.
    package static func register(
        _ settings: StationSettings, _ console: Console, _ registration: Registration
    ) async throws(CommandError) -> CommandStatus {
        try await registration.run(console, Connector(configuration: try configuration(settings)))
    }

    private struct Connector: StationConnector {
        let configuration: ClientConfiguration

        func connect() async throws(ClientError) -> TamgaClient { try await TamgaClient.connect(configuration) }
    }

    private static func configuration(_ settings: StationSettings) throws(CommandError) -> ClientConfiguration {
        try settings.configuration(environment: ProcessInfo.processInfo.environment, clientName: clientName)
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
