import Foundation
import Synchronization
import TamgaClient
import TamgaHarness
import TamgaLoading
import TamgaSynthesis
import TamgaWire
import Testing

/// Whole runs against real servers: small, so that every answer is checked by figures that add up.
@Suite struct LoadRunTests {
    private static func options(persons: Int = 12) throws -> LoadOptions {
        var options = LoadOptions(goal: try LatencyGoal(.border, milliseconds: 60_000))
        (options.rate, options.seconds, options.warmUp) = (40, 1, 0)
        options.mix = try Mix(parsing: "border=6,enrolment=2,bulk=1,verification=1")
        (options.persons, options.fingers, options.connections) = (persons, 2, 3)
        (options.seed, options.run, options.probes.count) = (11, 4, 8)
        return options
    }

    @Test func everythingAddsUp() async throws {
        let place = try Workplace(named: "tamga-load-run")
        defer { place.remove() }
        var options = try Self.options()
        (options.idle, options.bulkWorkers) = (3, 1)
        let own = try OwnServer.start(
            in: place, connections: LoadRun.connections(options), arguments: ["--shards", "2"])
        let report = try await LoadRun(options, against: own.configuration).run()
        #expect(report.findings == [])
        let stretch = try #require(report.headline)
        let kinds: [LoadClass] = [.border, .enrolment, .bulk, .verification, .flatOut]
        #expect(stretch.classes.map(\.kind) == kinds)
        for figures in stretch.classes {
            #expect(figures.sent > 0 && figures.ok + figures.missed == figures.sent, "\(figures.kind)")
        }
        let enrolled = UInt64(stretch[.enrolment]?.ok ?? 0)
        #expect(report.before.persons == 12 && report.after?.persons == 12 + enrolled)
        #expect(report.idle?.held == 3 && report.idle?.alive == 3)
        #expect(stretch.holds)
        #expect(own.server.stop() == 0)
    }

    /// The same persons again, who are there already: newcomers of another run beside them.
    @Test func aLoadedServerIsUsedAgain() async throws {
        let place = try Workplace(named: "tamga-load-again")
        defer { place.remove() }
        var options = try Self.options()
        let own = try OwnServer.start(in: place, connections: 8, arguments: [])
        _ = try await LoadRun(options, against: own.configuration).run()
        await #expect(throws: LoadError.self) { try await LoadRun(options, against: own.configuration).run() }
        (options.enrols, options.run, options.probes.registers) = (false, 5, true)
        let report = try await LoadRun(options, against: own.configuration).run()
        #expect(report.findings == [] && report.before.persons > 12)
        options.persons = 1_000
        await #expect(throws: LoadError.self) { try await LoadRun(options, against: own.configuration).run() }
        #expect(own.server.stop() == 0)
    }

    /// The fingers are enrolled under other names than those expected: the tester must say so.
    @Test func aServerThatNamesOthersIsFoundOut() async throws {
        let place = try Workplace(named: "tamga-load-others")
        defer { place.remove() }
        var options = try Self.options()
        let own = try OwnServer.start(in: place, connections: 8, arguments: [])
        let cast = Cast(seed: 11, run: 4, persons: 12, fingers: 2, difficulty: .easy)
        let client = try await TamgaClient.connect(own.configuration)
        for person in 0..<12 {
            _ = try await client.enrol(person: "other-\(person)", fingers: cast.enrolment(person))
        }
        await client.close()
        options.enrols = false
        let report = try await LoadRun(options, against: own.configuration).run()
        #expect(report.headline?[.border]?.wrong ?? 0 > 0)
        #expect(report.findings.contains { $0.contains("named, expected load-11-") })
        // Whom nobody was enrolled as cannot be verified: refused, by its code.
        #expect(report.headline?[.verification]?.refused.keys.first == "person-unknown")
    }

    /// The server is killed while the load goes on: what was not answered is lost, and the run ends with a report.
    @Test func aServerThatDiesIsTold() async throws {
        let place = try Workplace(named: "tamga-load-dies")
        defer { place.remove() }
        var options = try Self.options()
        (options.seconds, options.drain) = (3, 1)
        let own = try OwnServer.start(in: place, connections: 8, arguments: [])
        let report = try await LoadRun(options, against: own.configuration) { news in
            if case .second = news { own.server.kill() }
        }.run()
        let stretch = try #require(report.headline)
        #expect(stretch.lost > 0 && stretch.wrong == 0 && report.after == nil)
        for figures in stretch.classes {
            #expect(figures.ok + figures.missed + figures.lost == figures.sent, "\(figures.kind)")
        }
        #expect(report.findings.contains { $0.contains("lost") })
    }

    @Test func aSearchTriesItsStepsInTurn() async throws {
        let place = try Workplace(named: "tamga-load-search")
        defer { place.remove() }
        var options = try Self.options()
        options.mix = try Mix(parsing: "border=1")
        // No server answers within 0.1 ms, so that what fails does not depend on how fast this machine is:
        // the search goes down to the lowest rate that says anything.
        options.goal = try LatencyGoal(.border, milliseconds: 0.1)
        (options.mode, options.rate, options.seconds) = (.search(precision: 1), 600, 0.1)
        let own = try OwnServer.start(in: place, connections: 8, arguments: [])
        let report = try await LoadRun(options, against: own.configuration).run()
        #expect(report.steps.map { $0.step.rate.rounded() } == [600, 300, 250])
        #expect(report.found == .init(rate: nil, isConfirmed: false) && report.headline == nil)
        #expect(own.server.stop() == 0)
    }

    @Test func optionsBeyondTheirLimitsAreNamed() throws {
        let changes: [(String, (inout LoadOptions) -> Void)] = [
            ("rate", { $0.rate = 0 }), ("seconds", { $0.seconds = -1 }), ("connections", { $0.connections = 0 }),
            ("idle", { $0.idle = -1 }), ("persons", { $0.persons = 0 }), ("fingers", { $0.fingers = 11 }),
            ("pool", { $0.probes.count = 0 }), ("strangers", { $0.probes.strangers = 1.5 }),
            ("overload", { $0.overload = 0.5 }), ("bulk-workers", { $0.bulkWorkers = -1 }),
            ("drain", { $0.drain = .nan }), ("warm-up", { $0.warmUp = -1 }),
        ]
        for (field, change) in changes {
            var options = try Self.options()
            change(&options)
            #expect {
                try options.check()
            } throws: { error in
                (error as? LoadError)?.field == field
            }
        }
        var options = try Self.options()
        options.goal = try LatencyGoal(.border, milliseconds: 5)
        options.mix = try Mix(parsing: "bulk=1")
        #expect(throws: LoadError.self) { try options.check() }
    }
}
