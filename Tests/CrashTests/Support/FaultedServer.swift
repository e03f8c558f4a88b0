import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// A real server with faults below it, and the synthetic persons it is asked about: `p-1`, `p-2` and so on.
final class FaultedServer {
    let place: Workplace
    let faults: FaultyIO
    private(set) var server: ServerProcess
    private let population = SyntheticPopulation(seed: 11, difficulty: .easy)

    /// - Parameter persons: enrolled from the first on, without faults.
    init(persons: Int = 0) throws {
        place = try Workplace(named: "tamga-faults")
        faults = try FaultyIO(in: place)
        server = try ServerProcess(in: place, arguments: ["--shards", "1"], environment: faults.environment)
        for number in stride(from: 1, through: persons, by: 1) {
            let outcome = try enrol(number)
            guard outcome.status == 0 else { throw HarnessError(outcome.errors) }
        }
    }

    deinit {
        if server.isRunning { server.kill() }
        place.remove()
    }

    /// The data directory.
    var data: URL { place.directory.appendingPathComponent("data") }

    /// A file of the store.
    func file(_ name: String) -> URL { data.appendingPathComponent(name) }

    func enrol(_ number: Int) throws -> Outcome {
        try server.tamga(["enrol", "--person", "p-\(number)"] + (try fingers(number, impression: 1)))
    }

    func delete(_ number: Int) throws -> Outcome { try server.tamga(["delete", "--person", "p-\(number)"]) }

    func show(_ number: Int) throws -> Outcome { try server.tamga(["show", "--person", "p-\(number)"]) }

    /// Whom another impression of the person's fingers names.
    func found(_ number: Int) throws -> String? {
        let outcome = try server.tamga(["identify", "--json"] + (try fingers(number, impression: 2)))
        return try outcome.json(IdentifyAnswer.self).found?.person
    }

    /// Ends the server as a power cut would, and starts it again on the same data, without faults.
    func restart() throws {
        try faults.disarm()
        server.kill()
        try start()
    }

    /// Starts the server on the data, with the faults that are armed.
    func start() throws {
        server = try ServerProcess(in: place, arguments: ["--shards", "1"], environment: faults.environment)
    }

    /// What the server says that does not start.
    func refusedStart() -> String {
        do {
            try start()
            return "it started"
        } catch {
            return "\(error)"
        }
    }

    /// `tamga-server check` of the data, without faults.
    func check() throws -> Outcome {
        try Command.run(
            place.program("tamga-server"), ["check", "--data", data.path, "--key-file", place.keyFile], in: place)
    }

    /// The record of an impression of a finger.
    func record(_ number: Int, _ position: FingerPosition, impression: Int) throws -> Data {
        try Data(ISO19794_2_2005.encode([population.person(number).finger(position).impression(impression)]))
    }

    private func fingers(_ number: Int, impression: Int) throws -> [String] {
        try [FingerPosition.rightIndex, .leftMiddle].flatMap { position in
            let file = place.directory.appendingPathComponent("\(number)_\(position.rawValue)_\(impression).iso")
            if !FileManager.default.fileExists(atPath: file.path) {
                try record(number, position, impression: impression).write(to: file)
            }
            return ["--finger", "\(position.name)=\(file.path)"]
        }
    }
}

extension FaultedServer {
    /// Exactly these persons are there, each found, all with both fingers; the others are not.
    func expectHolds(
        _ present: some Collection<Int>, not absent: some Collection<Int> = [], _ comment: String = "",
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let stats: StatsAnswer = try server.tamga(["stats", "--json"]).json()
        let note = Comment(rawValue: comment)
        #expect(stats.persons == present.count, note, sourceLocation: location)
        #expect(stats.templates == 2 * present.count, note, sourceLocation: location)
        for number in present {
            #expect(try found(number) == "p-\(number)", note, sourceLocation: location)
        }
        for number in absent {
            let shown = try show(number)
            #expect(shown.status == 3 && shown.errors.contains("person-unknown"), note, sourceLocation: location)
        }
    }

    /// `check` calls the store sound.
    func expectSound(at location: SourceLocation = #_sourceLocation) throws {
        let outcome = try check()
        #expect(outcome.status == 0 && outcome.lines.last == "sound", "\(outcome)", sourceLocation: location)
    }
}

extension Outcome {
    /// Refused by the server because of its store: the only answer a fault may have.
    var isStorageFailed: Bool { status == 3 && errors.contains("storage-failed") }
}
