import Synchronization
import TamgaHarness

/// The server that runs at the moment: another one after each kill, on the same store.
final class CurrentServer: Sendable {
    private struct State: Sendable {
        var server: ServerProcess
        var isFinished = false
        var kills = 0
    }

    private let place: Workplace
    private let data: String
    private let state: Mutex<State>

    init(in place: Workplace, data: String) throws {
        (self.place, self.data) = (place, data)
        state = Mutex(State(server: try ServerProcess(in: place, data: data, arguments: ["--shards", "2"])))
    }

    /// Of the newest server; nobody may listen there any more.
    var port: Int { state.withLock { $0.server.port } }
    var kills: Int { state.withLock { $0.kills } }
    var isFinished: Bool { state.withLock { $0.isFinished } }

    /// There is nothing more to be killed for.
    func finish() { state.withLock { $0.isFinished = true } }

    /// As a power cut would: then a new server on what is left.
    func killAndRestart() throws {
        state.withLock { state in
            state.server.kill()
            state.kills += 1
        }
        let next = try ServerProcess(in: place, data: data, arguments: ["--shards", "2"])
        state.withLock { $0.server = next }
    }

    /// Ends the server in order, and starts it anew.
    func restart() throws {
        stop()
        let next = try ServerProcess(in: place, data: data, arguments: ["--shards", "2"])
        state.withLock { $0.server = next }
    }

    func stop() { _ = state.withLock { $0.server.stop() } }
}
