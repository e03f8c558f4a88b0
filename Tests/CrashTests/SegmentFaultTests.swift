import Foundation
import Glibc
import TamgaHarness
import Testing

/// Segment files are derived: whatever the disk does to them costs time at the next start, and nobody.
@Suite struct SegmentFaultTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let operations: FaultyIO.Operations
        var error = EIO
        var manner = FaultyIO.Manner.refuse
    }

    static let ofWriting = [
        Case(testDescription: "disk full", operations: .write, error: ENOSPC, manner: .tear),
        Case(testDescription: "write fails", operations: .write),
        Case(testDescription: "sync fails", operations: .sync),
        Case(testDescription: "rename fails", operations: .rename),
        Case(testDescription: "read-only", operations: .changing, error: EROFS),
    ]

    /// The server ends in order, says what failed, and the next start reads the store.
    @Test(arguments: ofWriting)
    func filesThatCannotBeWrittenAreMissedAndNotNeeded(fault: Case) throws {
        let site = try FaultedServer(persons: 2)
        try site.faults.arm(fault.operations, error: fault.error, fault.manner, on: "*/data/segments*")
        #expect(site.server.stop() == 0)
        #expect(try site.faults.disarm() > 0)
        #expect(site.server.logText.contains("segment files are not complete, the next start reads the store"))
        try site.start()
        try site.expectHolds([1, 2])
        #expect(site.server.stop() == 0)
        try site.start()
        #expect(site.server.logText.contains("from files=2") && site.server.logText.contains("from the store=0"))
        try site.expectSound()
    }

    @Test func shortWritesAreContinued() throws {
        let site = try FaultedServer(persons: 2)
        try site.faults.arm([.write, .read], .shorten, on: "*/data/segments*")
        #expect(site.server.stop() == 0)
        #expect(try site.faults.disarm() > 0)
        try site.start()
        #expect(site.server.logText.contains("from files=2"))
    }

    /// While the server runs, it says that a file cannot be removed, and goes on.
    @Test func aFileThatCannotBeRemovedStopsNothing() throws {
        let site = try FaultedServer()
        #expect(site.server.stop() == 0)
        try Data("no segment".utf8).write(to: site.file("segments/0-0.segment"))
        try site.faults.arm(.unlink, error: EROFS, on: "*/data/segments/*")
        try site.start()
        var looks = 0
        while !site.server.logText.contains("segment files cannot be kept, tried again later"), looks < 500 {
            looks += 1
            #expect(try site.server.tamga(["ping"]).status == 0)
        }
        #expect(try site.faults.disarm() > 0)
        #expect(try site.enrol(1).status == 0)
        try site.expectHolds([1])
    }

    static let ofReading = [
        Case(testDescription: "open fails", operations: .openForReading),
        Case(testDescription: "map fails", operations: .map, error: ENOMEM),
        // Half of the pages are not to be had, which ends a process that touches them.
        Case(testDescription: "pages cannot be read", operations: .map, manner: .tear),
    ]

    @Test(arguments: ofReading)
    func aFileThatCannotBeReadIsNotUsed(fault: Case) throws {
        let site = try FaultedServer(persons: 2)
        #expect(site.server.stop() == 0)
        try site.faults.arm(fault.operations, error: fault.error, fault.manner, on: "*/data/segments/*.segment")
        try site.start()
        #expect(try site.faults.disarm() > 0)
        #expect(site.server.logText.contains("a segment file is not used, the store is"))
        try site.expectHolds([1, 2])
    }

    /// Cut, torn or flipped: the start says so and takes the store.
    @Test func aDamagedFileIsNotUsed() throws {
        let site = try FaultedServer(persons: 2)
        #expect(site.server.stop() == 0)
        for damage in Self.damages {
            let names = try FileManager.default.contentsOfDirectory(atPath: site.file("segments").path)
            let file = site.file("segments/\(try #require(names.first { $0.hasSuffix(".segment") }))")
            try Data(damage.made([UInt8](try Data(contentsOf: file)))).write(to: file)
            try site.start()
            let log = site.server.logText
            #expect(log.contains("a segment file is not used, the store is"), "\(damage.name)")
            #expect(log.contains("from the store=2"), "\(damage.name)")
            #expect(try site.found(1) == "p-1", "\(damage.name)")
            #expect(site.server.stop() == 0)
        }
        try site.start()
        #expect(site.server.logText.contains("from files=2"))
        try site.expectHolds([1, 2])
        try site.expectSound()
    }

    private static let damages: [(name: String, made: @Sendable ([UInt8]) -> [UInt8])] = [
        ("empty", { _ in [] }),
        ("cut in the header", { Array($0.prefix(300)) }),
        ("cut behind the header", { Array($0.prefix(512)) }),
        ("cut in the middle", { Array($0.prefix($0.count / 2)) }),
        ("last byte missing", { $0.dropLast() }),
        ("zeros from the middle on", { $0.prefix($0.count / 2) + Array(repeating: 0, count: ($0.count + 1) / 2) }),
        ("bit of the header", { flipped($0, 40) }),
        ("bit of the tables", { flipped($0, 520) }),
        ("bit of the end", { flipped($0, $0.count - 1) }),
    ]

    private static func flipped(_ bytes: [UInt8], _ index: Int) -> [UInt8] {
        var bytes = bytes
        bytes[index] ^= 4
        return bytes
    }
}
