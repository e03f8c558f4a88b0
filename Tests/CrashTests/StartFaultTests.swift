import Foundation
import Glibc
import TamgaHarness
import Testing

/// Faults of the disk while the server starts: it does not, and says why; afterwards it does.
@Suite struct StartFaultTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let operations: FaultyIO.Operations
        var error = EIO
        let says: String
    }

    static let ofAStore = [
        Case(testDescription: "read fails", operations: .read, says: "read or write the store file"),
        Case(testDescription: "file cannot be opened", operations: .openForReading, says: "opening the store"),
        Case(testDescription: "read-only", operations: .changing, error: EROFS, says: "read-only:"),
    ]

    @Test(arguments: ofAStore)
    func aStoreThatCannotBeUsedIsNotStarted(fault: Case) throws {
        let site = try FaultedServer(persons: 2)
        #expect(site.server.stop() == 0)
        try site.faults.arm(fault.operations, error: fault.error, on: "*/data/tamga*")
        let refusal = site.refusedStart()
        #expect(refusal.contains("status 1:") && refusal.contains(fault.says), "\(refusal)")
        #expect(try site.faults.disarm() > 0)
        try site.start()
        try site.expectHolds([1, 2])
        try site.expectSound()
    }

    static let ofANewStore = [
        Case(testDescription: "disk full", operations: .write, error: ENOSPC, says: "no space is left"),
        Case(testDescription: "write fails", operations: .write, says: "store"),
        Case(testDescription: "sync fails", operations: .sync, says: "store"),
        Case(testDescription: "rename fails", operations: .rename, says: "making the store file"),
        Case(testDescription: "read-only", operations: .changing, error: EROFS, says: "read-only:"),
    ]

    /// Whatever is left of a store that could not be made: the next start makes one, with nobody in it.
    @Test(arguments: ofANewStore)
    func aStoreThatCannotBeMadeIsMadeLater(fault: Case) throws {
        let site = try FaultedServer()
        #expect(site.server.stop() == 0)
        try FileManager.default.removeItem(at: site.data)
        try site.faults.arm(fault.operations, error: fault.error, on: "*/data/tamga*")
        let refusal = site.refusedStart()
        #expect(refusal.contains("status 1:") && refusal.contains(fault.says), "\(refusal)")
        #expect(try site.faults.disarm() > 0)
        try site.start()
        #expect(try site.enrol(1).status == 0)
        try site.restart()
        try site.expectHolds([1])
        try site.expectSound()
    }
}
