import Foundation
import Glibc
import TamgaHarness
import TamgaTemplates
import Testing

/// The write-ahead log cannot be folded into the store's file: changes go on, and nothing answered is lost.
@Suite struct CheckpointFaultTests {
    static let faults: [DiskFault] = [.full, .writeTears, .syncFails]
    private static let batch = 90
    private static let mostBatches = 30

    @Test(arguments: faults)
    func aLogThatCannotBeFoldedInIsKept(fault: DiskFault) throws {
        let site = try FaultedServer(persons: 1)
        try fault.arm(site.faults, on: "*/data/tamga.sqlite")
        var persons = 1
        for number in 1...Self.mostBatches {
            persons += try Self.importBatch(number, site)
            if try site.faults.failures() > 0 { break }
        }
        #expect(try site.faults.failures() > 0)
        #expect(try site.enrol(2).status == 0)
        try Self.expectHolds(persons + 1, site)

        site.server.kill()
        try site.faults.disarm()
        try site.start()
        try Self.expectHolds(persons + 1, site)

        try fault.arm(site.faults, on: "*/data/tamga.sqlite")
        #expect(site.server.stop() == 0)
        #expect(try site.faults.disarm() > 0)
        #expect(try Data(contentsOf: site.file("tamga.sqlite-wal")).count > 0)
        try site.start()
        try Self.expectHolds(persons + 1, site)
    }

    /// Enrols persons of one finger each; how many.
    private static func importBatch(_ number: Int, _ site: FaultedServer) throws -> Int {
        let folder = try site.place.folder("batch-\(number)")
        let record = try site.record(3, .rightIndex, impression: 1)
        for person in 0..<batch {
            try record.write(to: folder.appendingPathComponent("\(number * 1_000 + person)_2_1.iso"))
        }
        let outcome = try site.server.tamga(["import", "--layout", "person_finger_impression", folder.path])
        #expect(outcome.status == 0, "\(outcome)")
        return batch
    }

    private static func expectHolds(_ persons: Int, _ site: FaultedServer) throws {
        let stats: StatsAnswer = try site.server.tamga(["stats", "--json"]).json()
        #expect(stats.persons == persons)
        #expect(try site.show(1).status == 0 && site.show(2).status == 0 && site.show(3).status == 3)
        let outcome = try site.check()
        #expect(outcome.status == 0 && outcome.output.contains("\(persons) persons, \(persons + 2) records"))
    }
}
