import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// The commands of backups killed at their worst moments, and what they say when something is wrong.
@Suite struct BackupCrashTests {
    private let place: Workplace

    /// A store with one person, and no server.
    init() throws {
        place = try Workplace(named: "tamga-backup")
        let server = try ServerProcess(in: place)
        try enrol("first", 1, server)
        #expect(server.stop() == 0)
    }

    private func enrol(_ name: String, _ index: Int, _ server: ServerProcess) throws {
        let finger = SyntheticPopulation(seed: 8, difficulty: .easy).person(index).finger(.rightIndex)
        let file = place.directory.appendingPathComponent("\(name).iso")
        try Data(ISO19794_2_2005.encode([finger.impression(1)])).write(to: file)
        let outcome = try server.tamga(["enrol", "--person", name, "--finger", "right-index=\(file.path)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func path(_ name: String) -> String { place.directory.appendingPathComponent(name).path }
    private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
    private func content(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

    private func run(_ arguments: [String], at point: String? = nil) throws -> Outcome {
        try Command.run(
            place.program("tamga-server"), arguments + ["--key-file", place.keyFile], in: place,
            environment: point.map { ["TAMGA_CRASH_POINT": $0] } ?? [:])
    }

    private func backUp(_ name: String, at point: String? = nil) throws -> Outcome {
        try run(["backup", "--data", path("data"), "--to", path(name), "--keys-to", path("encounter-keys")], at: point)
    }

    private func restore(_ name: String, at point: String? = nil) throws -> Outcome {
        try run(
            ["restore", "--from", path(name), "--keys", path("encounter-keys"), "--data", path("restored")], at: point)
    }

    private func verify(_ name: String) throws -> Outcome {
        try run(["verify-backup", "--from", path(name), "--keys", path("encounter-keys")])
    }

    @Test(arguments: ["backup-copied", "backup-verified", "keys-written"])
    func aKilledBackupHasNoNameAndTheOneBeforeStillOpens(_ point: String) throws {
        defer { place.remove() }
        #expect(try backUp("old").status == 0)
        let keys = try content("encounter-keys")
        let server = try ServerProcess(in: place)
        try enrol("second", 2, server)
        let killed = try backUp("new", at: point)
        #expect(killed.status == 9, "\(killed.errors)")
        #expect(!exists("new"))
        #expect(try (content("encounter-keys") == keys) == (point != "keys-written"))
        #expect(try verify("old").status == 0)

        let again = try backUp("new")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("2 persons"))
        #expect(try verify("new").status == 0)
        #expect(try verify("old").status == 0)
        #expect(!exists("new.unfinished") && !exists("encounter-keys.unfinished"))
        server.kill()
    }

    @Test(arguments: ["restore-copied", "restore-verified"])
    func aKilledRestoreHasNoNameAndIsDoneAgain(_ point: String) throws {
        defer { place.remove() }
        #expect(try backUp("backup").status == 0)
        #expect(try restore("backup", at: point).status == 9)
        #expect(!exists("restored"))
        #expect(try restore("backup").status == 0)
        #expect(!exists("restored.unfinished"))
        let server = try ServerProcess(in: place, data: "restored")
        #expect(try server.tamga(["stats", "--json"]).json(StatsAnswer.self).persons == 1)
        #expect(try server.tamga(["show", "--person", "first"]).status == 0)
        server.kill()
    }

    /// Through the commands: who was deleted comes back with no backup.
    @Test func whoWasDeletedStaysDeleted() throws {
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        try enrol("second", 2, server)
        #expect(try backUp("old").status == 0)
        #expect(try server.tamga(["delete", "--person", "second"]).status == 0)
        #expect(try backUp("new").status == 0)
        server.kill()
        let verified = try verify("old")
        #expect(verified.output.contains("left out, deleted or replaced since: 1 persons, 1 encounters, 1 records"))
        #expect(try restore("old").status == 0)
        let restored = try ServerProcess(in: place, data: "restored")
        #expect(try restored.tamga(["show", "--person", "second"]).status == 3)
        #expect(try restored.tamga(["show", "--person", "first"]).status == 0)
        restored.kill()
    }

    @Test func aRefusalHasStatus1AndNamesTheFile() throws {
        defer { place.remove() }
        #expect(try backUp("backup").status == 0)
        let again = try backUp("backup")
        #expect(again.status == 1 && again.errors.contains("is there already"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: path("backup/tamga.sqlite")))
        let damaged = try restore("backup")
        #expect(damaged.status == 1 && damaged.errors.contains("backup/tamga.sqlite: has 1 bytes"))
        #expect(!exists("restored") && !exists("restored.unfinished"))
    }
}
