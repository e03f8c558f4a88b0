import Foundation
import TamgaHarness
import Testing

/// The store's file cut, torn or flipped: `check` says damaged and the server does not start, or the place held
/// nothing and everybody is there as before. Nobody is ever answered from half a store.
@Suite struct StoreFileDamageTests {
    private static let pageBytes = 4_096
    private static let persons = 1...3

    /// A store of three persons, ended in order, and its bytes.
    private static func stopped() throws -> (FaultedServer, [UInt8]) {
        let site = try FaultedServer(persons: persons.count)
        #expect(site.server.stop() == 0)
        return (site, [UInt8](try Data(contentsOf: site.file("tamga.sqlite"))))
    }

    /// Whether these bytes are refused for a store; where they are not, nobody must be missing.
    private static func isRefused(_ bytes: [UInt8], _ site: FaultedServer, _ what: String) throws -> Bool {
        for ending in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(at: site.file("tamga.sqlite\(ending)"))
        }
        try Data(bytes).write(to: site.file("tamga.sqlite"))
        let check = try site.check()
        guard check.status != 0 else {
            try site.start()
            try site.expectHolds(persons, "\(what)")
            site.server.kill()
            return false
        }
        let refusal = site.refusedStart()
        if site.server.isRunning { site.server.kill() }
        #expect(check.status == 1 && refusal.contains("status 1:"), "\(what): \(check) \(refusal)")
        #expect(["corrupt:", "not-a-store:"].contains { refusal.contains($0) }, "\(what): \(refusal)")
        return true
    }

    @Test func aCutFileIsRefused() throws {
        let (site, whole) = try Self.stopped()
        let ends = [0, 1, 100, 2_048, Self.pageBytes, whole.count / 2, whole.count - Self.pageBytes]
        for end in ends {
            let cut = Array(whole[..<end])
            #expect(try Self.isRefused(cut, site, "\(end) bytes"), "\(end) of \(whole.count)")
            #expect([UInt8](try Data(contentsOf: site.file("tamga.sqlite"))) == cut, "\(end) of \(whole.count)")
        }
        // SQLite may keep a page for later use at the end, of which a byte may be missing.
        _ = try Self.isRefused(whole.dropLast(), site, "last byte missing")
        #expect(try !Self.isRefused(whole, site, "whole"))
    }

    /// A page that never came to the disk, or came to the place of another. One page is for later use.
    @Test func aLostOrStrayPageIsRefused() throws {
        let (site, whole) = try Self.stopped()
        let pages = whole.count / Self.pageBytes
        var refused = 0
        for page in 0..<pages {
            let place = (page * Self.pageBytes)..<((page + 1) * Self.pageBytes)
            var zeros = whole
            zeros.replaceSubrange(place, with: Array(repeating: 0, count: Self.pageBytes))
            if try Self.isRefused(zeros, site, "zeros for page \(page)") { refused += 1 }
            let other = (page + 1) % pages * Self.pageBytes
            var stray = whole
            stray.replaceSubrange(place, with: whole[other..<(other + Self.pageBytes)])
            if try Self.isRefused(stray, site, "another page for page \(page)") { refused += 1 }
        }
        #expect(refused >= 2 * (pages - 1))
    }

    @Test func aFlippedBitIsRefusedOrHarmless() throws {
        let (site, whole) = try Self.stopped()
        let places = whole.indices.filter { whole[$0] != 0 }
        let tries = 24
        var refused = 0
        for number in 0..<tries {
            let place = places[number * places.count / tries]
            var flipped = whole
            flipped[place] ^= 1 << UInt8(number % 8)
            if try Self.isRefused(flipped, site, "byte \(place)") { refused += 1 }
        }
        #expect(refused > tries / 2, "\(refused) of \(tries)")
    }
}
