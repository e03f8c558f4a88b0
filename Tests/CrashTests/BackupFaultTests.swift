import Foundation
import Glibc
import TamgaHarness
import Testing

/// Faults of the disk below the commands of backups: each is refused by name and leaves what was there.
@Suite struct BackupFaultTests {
    struct Fault: CustomTestStringConvertible {
        let testDescription: String
        let operations: FaultyIO.Operations
        var error = EIO
        var manner = FaultyIO.Manner.refuse
        var pattern = "*unfinished*"
        var passing = 0
        let says: String
    }

    private static let writing = [
        Fault(testDescription: "disk full", operations: .write, error: ENOSPC, says: "full:"),
        Fault(
            testDescription: "disk full after half a write", operations: .write, error: ENOSPC, manner: .tear,
            passing: 4, says: "full:"),
        Fault(testDescription: "write fails", operations: .write, says: "io-failed:"),
        Fault(testDescription: "sync fails", operations: .sync, says: "io-failed:"),
        Fault(testDescription: "rename fails", operations: .rename, pattern: "*", says: "io-failed:"),
        Fault(testDescription: "read-only", operations: .changing, error: EROFS, says: "read-only:"),
    ]

    @Test(arguments: writing + [
        Fault(
            testDescription: "store not readable", operations: .read, pattern: "*/data/tamga.sqlite",
            says: "io-failed:"),
    ])
    func aBackupThatCannotBeWrittenLeavesTheOneBefore(fault: Fault) throws {
        let site = try BackupSite()
        defer { site.remove() }
        #expect(try site.backUp("old").status == 0)
        let keys = try site.content("encounter-keys")
        let refusal = try refused(fault, in: site) { faults in try site.backUp("new", faults: faults) }
        #expect(refusal.contains(fault.says), "\(refusal)")
        #expect(!site.exists("new"))
        #expect(try site.content("encounter-keys") == keys)
        #expect(try site.verify("old").status == 0)
        #expect(try site.backUp("new").status == 0)
        #expect(!site.exists("new.unfinished") && !site.exists("encounter-keys.unfinished"))
    }

    @Test(arguments: writing + [
        Fault(
            testDescription: "backup not readable", operations: .read, pattern: "*/old/tamga.sqlite",
            says: "io-failed:"),
    ])
    func aRestoreThatCannotBeWrittenLeavesNothing(fault: Fault) throws {
        let site = try BackupSite()
        defer { site.remove() }
        #expect(try site.backUp("old").status == 0)
        let refusal = try refused(fault, in: site) { faults in try site.restore("old", faults: faults) }
        #expect(refusal.contains(fault.says), "\(refusal)")
        #expect(!site.exists("restored"))
        #expect(try site.restore("old").status == 0)
        #expect(!site.exists("restored.unfinished"))
    }

    /// What a command says that has to fail.
    private func refused(
        _ fault: Fault, in site: BackupSite, _ command: (FaultyIO) throws -> Outcome
    ) throws -> String {
        let faults = try FaultyIO(in: site.place)
        try faults.arm(
            fault.operations, error: fault.error, fault.manner, on: fault.pattern, passing: fault.passing)
        let outcome = try command(faults)
        #expect(try faults.disarm() > 0)
        #expect(outcome.status == 1)
        return outcome.errors
    }
}
