import Foundation
import TamgaHarness
import Testing

/// The commands of backups killed at their worst moments, and what they say when something is wrong.
@Suite struct BackupCrashTests {
    private let site: BackupSite

    init() throws { site = try BackupSite() }

    @Test(arguments: ["backup-copied", "backup-verified", "keys-written"])
    func aKilledBackupHasNoNameAndTheOneBeforeStillOpens(_ point: String) throws {
        defer { site.remove() }
        #expect(try site.backUp("old").status == 0)
        let keys = try site.content("encounter-keys")
        let server = try ServerProcess(in: site.place)
        try site.enrol("second", 2, server)
        let killed = try site.backUp("new", at: point)
        #expect(killed.status == 9, "\(killed.errors)")
        #expect(!site.exists("new"))
        #expect(try (site.content("encounter-keys") == keys) == (point != "keys-written"))
        #expect(try site.verify("old").status == 0)

        let again = try site.backUp("new")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("2 persons"))
        #expect(try site.verify("new").status == 0)
        #expect(try site.verify("old").status == 0)
        #expect(!site.exists("new.unfinished") && !site.exists("encounter-keys.unfinished"))
        server.kill()
    }

    @Test(arguments: ["restore-copied", "restore-verified"])
    func aKilledRestoreHasNoNameAndIsDoneAgain(_ point: String) throws {
        defer { site.remove() }
        #expect(try site.backUp("backup").status == 0)
        #expect(try site.restore("backup", at: point).status == 9)
        #expect(!site.exists("restored"))
        #expect(try site.restore("backup").status == 0)
        #expect(!site.exists("restored.unfinished"))
        let server = try ServerProcess(in: site.place, data: "restored")
        #expect(try server.tamga(["stats", "--json"]).json(StatsAnswer.self).persons == 1)
        #expect(try server.tamga(["show", "--person", "first"]).status == 0)
        server.kill()
    }

    /// Through the commands: who was deleted comes back with no backup.
    @Test func whoWasDeletedStaysDeleted() throws {
        defer { site.remove() }
        let server = try ServerProcess(in: site.place)
        try site.enrol("second", 2, server)
        #expect(try site.backUp("old").status == 0)
        #expect(try server.tamga(["delete", "--person", "second"]).status == 0)
        #expect(try site.backUp("new").status == 0)
        server.kill()
        let verified = try site.verify("old")
        #expect(verified.output.contains("left out, deleted or replaced since: 1 persons, 1 encounters, 1 records"))
        #expect(try site.restore("old").status == 0)
        let restored = try ServerProcess(in: site.place, data: "restored")
        #expect(try restored.tamga(["show", "--person", "second"]).status == 3)
        #expect(try restored.tamga(["show", "--person", "first"]).status == 0)
        restored.kill()
    }

    @Test func aRefusalHasStatus1AndNamesTheFile() throws {
        defer { site.remove() }
        #expect(try site.backUp("backup").status == 0)
        let again = try site.backUp("backup")
        #expect(again.status == 1 && again.errors.contains("is there already"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: site.path("backup/tamga.sqlite")))
        let damaged = try site.restore("backup")
        #expect(damaged.status == 1 && damaged.errors.contains("backup/tamga.sqlite: has 1 bytes"))
        #expect(!site.exists("restored") && !site.exists("restored.unfinished"))
    }
}
