import Foundation
import TamgaHarness
import Testing

/// The write-ahead log as a power cut leaves it: what was committed before is there, what was not is not.
@Suite struct TornLogTests {
    private static let persons = 3

    /// Persons enrolled one by one, the server killed; the directory as it was left.
    private static func killed() throws -> (FaultedServer, WriteAheadLog, URL) {
        let site = try FaultedServer(persons: persons)
        site.server.kill()
        let kept = site.place.directory.appendingPathComponent("kept")
        try FileManager.default.copyItem(at: site.data, to: kept)
        return (site, try WriteAheadLog(site.file("tamga.sqlite-wal")), kept)
    }

    /// Starts on the directory as it was left, but for the log.
    private static func start(_ site: FaultedServer, _ kept: URL, log: [UInt8]) throws {
        if site.server.isRunning { site.server.kill() }
        try FileManager.default.removeItem(at: site.data)
        try FileManager.default.copyItem(at: kept, to: site.data)
        try Data(log).write(to: site.file("tamga.sqlite-wal"))
        try site.start()
    }

    @Test func aTornLastWriteLeavesWhatWasBefore() throws {
        let (site, log, kept) = try Self.killed()
        let end = try #require(log.commits.last)
        let last = end - log.frameBytes
        let whole = Array(log.bytes[..<end])
        var halfZero = whole
        halfZero.replaceSubrange((last + log.frameBytes / 2)..., with: Array(repeating: 0, count: log.frameBytes / 2))
        var headless = whole
        headless.replaceSubrange(last..<(last + 24), with: Array(repeating: 0, count: 24))
        let cut = Array(whole[..<(last + log.frameBytes / 2)])
        for torn in [cut, Array(whole.dropLast()), Array(whole[..<last]), halfZero, headless] {
            try Self.start(site, kept, log: torn)
            try site.expectHolds(1..<Self.persons, not: [Self.persons], "\(torn.count) bytes of \(end)")
            #expect(try site.enrol(Self.persons).status == 0)
            try site.restart()
            try site.expectHolds(1...Self.persons)
            try site.expectSound()
        }
    }

    /// Wherever the log ends or is damaged: those whose commits are before the place are there.
    @Test func anyPlaceLeavesThoseBeforeIt() throws {
        let (site, log, kept) = try Self.killed()
        let end = try #require(log.commits.last)
        let other = log.commits.count - Self.persons
        #expect(other >= 0)
        for place in stride(from: 0, to: end, by: log.frameBytes * 2 - 9) {
            var flipped = Array(log.bytes[..<end])
            flipped[place] ^= 16
            for damaged in [Array(log.bytes[..<place]), flipped] {
                try Self.start(site, kept, log: damaged)
                let held = max(0, log.commits.count { $0 <= place } - other)
                let stats: StatsAnswer = try site.server.tamga(["stats", "--json"]).json()
                #expect(stats.persons == held && stats.templates == 2 * held, "byte \(place) of \(end)")
                if held > 0 { #expect(try site.found(held) == "p-\(held)") }
                try site.expectSound()
            }
        }
    }

    /// The file of shared memory is made anew at every start.
    @Test func sharedMemoryCountsForNothing() throws {
        let (site, log, kept) = try Self.killed()
        let memory = kept.appendingPathComponent("tamga.sqlite-shm")
        let count = try Data(contentsOf: memory).count
        for content in [Data(), Data(count: count), Data(repeating: 0xA5, count: count)] {
            try content.write(to: memory)
            try Self.start(site, kept, log: log.bytes)
            try site.expectHolds(1...Self.persons)
        }
        try FileManager.default.removeItem(at: memory)
        try Self.start(site, kept, log: log.bytes)
        try site.expectHolds(1...Self.persons)
        try site.expectSound()
    }
}
