package import TamgaClient

/// Connections that say hello and then nothing but a ping from time to time, as stations do most of the day.
package final class IdleConnections: Sendable {
    private let clients: [TamgaClient]
    /// How many are opened at the same time.
    private static let width = 16
    /// How often each is heard of; the server closes one that it does not hear of for 300 seconds.
    private static let interval = Duration.seconds(100)

    /// - Throws: ``ClientError`` of the first that could not be opened.
    package init(_ configuration: ClientConfiguration, count: Int) async throws {
        let credentials = try StationCredentials(configuration)
        clients = try await withThrowingTaskGroup(of: TamgaClient.self) { group in
            var clients: [TamgaClient] = []
            for index in 0..<count {
                if index >= Self.width, let client = try await group.next() { clients.append(client) }
                group.addTask { try await TamgaClient.connect(configuration, credentials) }
            }
            for try await client in group { clients.append(client) }
            return clients
        }
    }

    package var count: Int { clients.count }

    /// Lets each be heard of now and then, until the task is cancelled.
    package func keep() async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: Self.interval) } catch { return }
            _ = await alive()
        }
    }

    /// How many still answer.
    package func alive() async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for client in clients {
                group.addTask { (try? await client.ping()) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
    }

    package func close() async {
        await withDiscardingTaskGroup { group in
            for client in clients { group.addTask { await client.close() } }
        }
    }
}
