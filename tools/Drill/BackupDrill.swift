import Dispatch
import Foundation
public import TamgaHarness
import TamgaClient
import TamgaSynthesis

/// A backup of a server under load, restored elsewhere: do both give the same answers?
public struct BackupDrill: Sendable {
    private let place: Workplace
    private let plan: DrillPlan
    private let station: Station
    private let say: @Sendable (String) -> Void
    private let journal = Journal()

    /// - Parameter say: takes a line for each step.
    public init(in place: Workplace, _ plan: DrillPlan, say: @escaping @Sendable (String) -> Void) {
        (self.place, self.plan, self.say) = (place, plan, say)
        station = Station(place: place, population: SyntheticPopulation(seed: plan.seed, difficulty: .easy))
    }

    /// Runs all of it.
    ///
    /// - Returns: whether every answer was the same.
    /// - Throws: where a step fails.
    public func run() async throws -> Bool {
        let server = try ServerProcess(in: place, arguments: Self.shards)
        say("a server is there; \(plan.connections) connections enrol and change \(plan.persons) persons")
        let sequence = try await load(server.port)
        say("load done: \(await journal.summary); \(await journal.searches) searches")

        try await restore()
        let second = try ServerProcess(in: place, data: "restored", arguments: Self.shards)
        try await applyRest(after: sequence, second.port)

        let comparison = ProbeComparison(station: station, plan: plan, ports: [server.port, second.port])
        let tally = try await comparison.run(say)
        say(
            "\(plan.probes) probes to both: \(tally.equal) answers equal in all but the time, "
                + "\(tally.different.count) not; "
                + "\(tally.hits) with a hit, \(tally.candidates) candidates in all")
        if !tally.different.isEmpty { say("different: probes \(tally.different.sorted().prefix(20))") }
        second.stop()
        server.stop()
        return tally.different.isEmpty && tally.equal == plan.probes && tally.hits > 0
    }

    private static let shards = ["--shards", "2"]
    private var backup: String { place.directory.appendingPathComponent("backup").path }
    private var keys: String { place.directory.appendingPathComponent("encounter-keys").path }

    /// The number of the last change in the backup.
    private func load(_ port: Int) async throws -> UInt64 {
        try await withThrowingTaskGroup(of: UInt64?.self) { group in
            for lane in 0..<plan.connections {
                let client = try await station.connect(to: port)
                group.addTask {
                    let share = Array(stride(from: 1 + lane, through: plan.persons, by: plan.connections))
                    var worker = LoadWorker(
                        station, client, journal, share: share, random: Dice(seed: plan.seed, stream: UInt64(lane)))
                    try await worker.run()
                    await client.close()
                    return nil
                }
            }
            group.addTask { try await makeBackup() }
            var sequence: UInt64?
            for try await found in group { sequence = found ?? sequence }
            guard let sequence else { throw HarnessError("no backup was made") }
            return sequence
        }
    }

    private func makeBackup() async throws -> UInt64 {
        await journal.wait(for: plan.persons / 2)
        let before = await journal.count
        let manifest: Manifest = try await command(["backup", "--data", data, "--to", backup, "--keys-to", keys])
        let after = await journal.count
        await journal.noteBackup()
        say(
            "backup begun after \(before) changes, done after \(after): it is of change \(manifest.sequence), "
                + "\(manifest.counts.persons) persons, \(manifest.bytes) bytes")
        guard manifest.sequence >= UInt64(before) else {
            throw HarnessError("the backup lacks changes that were answered before it began")
        }
        return manifest.sequence
    }

    private func restore() async throws {
        let verified: Found = try await command(["verify-backup", "--from", backup, "--keys", keys])
        let restored: Found = try await command([
            "restore", "--from", backup, "--keys", keys,
            "--data", place.directory.appendingPathComponent("restored").path,
        ])
        guard restored.leftOut.persons == 0, restored.restored == verified.restored else {
            throw HarnessError("the newest backup and its keys did not give everybody: \(restored)")
        }
        say("verified and restored elsewhere: \(restored.restored.persons) persons, last change \(restored.sequence)")
    }

    /// In the order of their numbers, one after the other: both servers have made the same changes then.
    private func applyRest(after sequence: UInt64, _ port: Int) async throws {
        let rest = await journal.changes(after: sequence)
        guard !rest.isEmpty else { throw HarnessError("the load ended before the backup was made") }
        let client = try await station.connect(to: port)
        for (expected, change) in rest {
            let given = try await change.make(client)
            guard given == expected else {
                throw HarnessError("change \(expected) was given the number \(given) by the restored server")
            }
        }
        await client.close()
        say("the \(rest.count) changes after the backup are made there too, under the same numbers")
    }
}

extension BackupDrill {
    private struct Counts: Decodable, Sendable, Equatable {
        let persons: Int
        let encounters: Int
        let records: Int
    }

    private struct Manifest: Decodable, Sendable {
        let sequence: UInt64
        let counts: Counts
        let bytes: Int
    }

    private struct Found: Decodable, Sendable {
        let restored: Counts
        let leftOut: Counts
        let sequence: UInt64
    }

    private var data: String { place.directory.appendingPathComponent("data").path }

    /// Runs `tamga-server` on a thread of its own, and reads what it says.
    private func command<Value: Decodable & Sendable>(_ arguments: [String]) async throws -> Value {
        let (outcome, seconds) = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let start = ContinuousClock.now
                        let all = arguments + ["--key-file", place.keyFile, "--json"]
                        let outcome = try Command.run(place.program("tamga-server"), all, in: place)
                        return (outcome, (ContinuousClock.now - start) / .seconds(1))
                    })
            }
        }
        guard outcome.status == 0 else {
            throw HarnessError("\(arguments[0]): status \(outcome.status): \(outcome.errors)")
        }
        say("\(arguments[0]): \(String(format: "%.2f", seconds)) s")
        return try outcome.json()
    }
}
