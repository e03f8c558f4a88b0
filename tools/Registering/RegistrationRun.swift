import Dispatch
import Foundation
import Synchronization
import TamgaClient
public import TamgaHarness
import TamgaWire

/// Many stations register the same persons at the same time with a real server, which may be killed meanwhile: each
/// person has to be registered exactly once, and everybody else told which.
public struct RegistrationRun {
    /// What a run is to do.
    public struct Options: Sendable {
        public var persons = 500
        public var stations = 8
        /// Kills of the server while they register; 0 for none.
        public var kills = 0
        public var seed: UInt64 = 1

        /// 500 persons at 8 stations, no kills.
        public init() {}
    }

    /// What a run came to.
    public struct Summary: Sendable {
        public let text: String
        /// What cannot be true; empty where all is well.
        public let findings: [String]
    }

    private let options: Options
    private let place: Workplace
    private let show: @Sendable (String) -> Void

    /// - Parameter show: takes lines of progress.
    public init(_ options: Options, in place: Workplace, show: @escaping @Sendable (String) -> Void = { _ in }) {
        (self.options, self.place, self.show) = (options, place, show)
    }

    /// Registers everybody everywhere, then looks at what a fresh start holds.
    public func run() async throws -> Summary {
        let start = Date()
        let server = try CurrentServer(in: place, data: data)
        let killing = kill(server)
        let ledger = try await registerAll(server)
        server.finish()
        for await _ in killing {}
        let seconds = Date().timeIntervalSince(start)
        try server.restart()
        var findings = ledger.findings(persons: options.persons, stations: options.stations)
        let persons = try await RegistrationStation.persons(place, server)
        if persons != UInt64(options.persons) { findings.append("\(persons) persons after a restart") }
        server.stop()
        return Summary(text: text(ledger, server.kills, seconds), findings: findings)
    }

    private var data: String { "data-\(options.seed)-\(options.kills)" }

    private func registerAll(_ server: CurrentServer) async throws -> RegistrationLedger {
        let registrants = Registrants(seed: options.seed, stations: options.stations)
        let progress = Progress(of: options.persons * options.stations, show)
        // Everybody comes everywhere in the same order: so that the same person is everywhere at the same time.
        let order = Array(0..<options.persons)
        return try await withThrowingTaskGroup(of: RegistrationLedger.self) { group in
            for index in 0..<options.stations {
                let station = RegistrationStation(
                    index: index, place: place, server: server, registrants: registrants)
                group.addTask { try await station.registerAll(order, progress) }
            }
            return try await group.reduce(into: RegistrationLedger()) { $0.add($1) }
        }
    }

    /// Kills and restarts on a thread of its own, since it blocks.
    private func kill(_ server: CurrentServer) -> AsyncStream<Void> {
        let (end, continuation) = AsyncStream<Void>.makeStream()
        guard options.kills > 0 else {
            continuation.finish()
            return end
        }
        DispatchQueue.global(qos: .userInitiated).async { [options] in
            var dice = Dice(seed: options.seed, stream: 0)
            for _ in 0..<options.kills where !server.isFinished {
                for _ in 0..<Int.random(in: 30...300, using: &dice) where !server.isFinished { usleep(10_000) }
                if !server.isFinished { try? server.killAndRestart() }
            }
            continuation.finish()
        }
        return end
    }

    private func text(_ ledger: RegistrationLedger, _ kills: Int, _ seconds: Double) -> String {
        let rate = (Double(ledger.told.count) / seconds * 10).rounded() / 10
        let (registered, told) = (ledger.count("registered"), ledger.count("not-registered"))
        return "\(options.persons) persons at \(options.stations) stations at once, \(kills) kills: "
            + "\(ledger.told.count) answers in \(Int(seconds)) s (\(rate)/s): \(registered) registered, "
            + "\(told) told who it is, \(ledger.replays) of them replayed; \(ledger.verdicts())"
    }
}

/// How far a run has come, shown about every twentieth part.
final class Progress: Sendable {
    private let done = Mutex(0)
    private let total: Int
    private let show: @Sendable (String) -> Void

    init(of total: Int, _ show: @escaping @Sendable (String) -> Void) { (self.total, self.show) = (total, show) }

    func add() {
        let count = done.withLock { done in
            done += 1
            return done
        }
        if count % max(1, total / 20) == 0 { show("\(count) of \(total) answers") }
    }
}
