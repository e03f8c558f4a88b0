import Synchronization
package import TamgaClient
import TamgaWire

/// Connections to one server that take requests in turn, several on each at the same time; a lost one is made anew.
package final class ConnectionPool: LoadStation {
    private struct State {
        var clients: [TamgaClient?]
        var next = 0
        var reconnections = 0
        var isClosed = false
    }

    private let configuration: ClientConfiguration
    private let credentials: StationCredentials
    /// Nil where the server does not understand options: then requests have none.
    private let terms: RequestTerms?
    private let state: Mutex<State>
    /// How long to wait before a lost connection is tried again.
    private static let pause = Duration.milliseconds(100)

    /// Opens all of them.
    ///
    /// - Throws: ``ClientError`` of the first that could not be opened; ``LoadError`` where the terms have a deadline
    ///   and the server understands none.
    package init(_ configuration: ClientConfiguration, count: Int, terms: RequestTerms = RequestTerms()) async throws {
        self.configuration = configuration
        credentials = try StationCredentials(configuration)
        var clients: [TamgaClient?] = []
        for _ in 0..<count { clients.append(try await TamgaClient.connect(configuration, credentials)) }
        let understands = clients.first??.welcome.capabilities.contains(WireCapability.requestOptions) ?? false
        guard understands || !terms.needsOptions else {
            throw LoadError("deadline", "the server does not understand deadlines")
        }
        self.terms = understands ? terms : nil
        state = Mutex(State(clients: clients))
    }

    package var reconnections: Int { state.withLock { $0.reconnections } }

    package func ask(_ probe: Probe) async -> Reply {
        guard let (place, client) = take() else {
            return .failed(ClientError(.cannotReach, "all connections are lost"))
        }
        do throws(ClientError) {
            return try await probe.ask(terms.map { client.with($0.options(of: probe.kind)) } ?? client)
        } catch {
            if error.code == .connectionLost || error.code == .closed { replace(place, client) }
            return .failed(error)
        }
    }

    /// One that is open, for anything else that is to be asked.
    package func client() throws(ClientError) -> TamgaClient {
        guard let (_, client) = take() else { throw ClientError(.cannotReach, "all connections are lost") }
        return client
    }

    /// Closes all, each when its last answer is there.
    package func close() async {
        let clients = state.withLock { state in
            state.isClosed = true
            return state.clients.compactMap(\.self)
        }
        await withDiscardingTaskGroup { group in
            for client in clients { group.addTask { await client.close() } }
        }
    }

    /// The next in turn that is open.
    private func take() -> (Int, TamgaClient)? {
        state.withLock { state in
            for _ in state.clients.indices {
                let place = state.next
                state.next = (place + 1) % state.clients.count
                if let client = state.clients[place] { return (place, client) }
            }
            return nil
        }
    }

    /// Many requests learn of the same loss; the first replaces the connection.
    private func replace(_ place: Int, _ lost: TamgaClient) {
        let isFirst = state.withLock { state in
            guard state.clients[place] === lost, !state.isClosed else { return false }
            state.clients[place] = nil
            state.reconnections += 1
            return true
        }
        guard isFirst else { return }
        Task {
            await lost.close()
            while !state.withLock({ $0.isClosed }) {
                if let client = try? await TamgaClient.connect(configuration, credentials) {
                    let isLate = state.withLock { state in
                        if !state.isClosed { state.clients[place] = client }
                        return state.isClosed
                    }
                    return isLate ? await client.close() : ()
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

extension Probe {
    /// Sends the request and takes the answer.
    fileprivate func ask(_ client: TamgaClient) async throws(ClientError) -> Reply {
        switch request {
        case .identify(let identify): .identified(try await client.identify(identify))
        case .verify(let verify): .verified(try await client.verify(verify))
        case .enrol(let enrol): .enrolled(try await client.enrol(person: enrol.person, fingers: enrol.fingers))
        case .register(let register):
            .registered(try await client.register(register.subject, key: register.key))
        }
    }
}
