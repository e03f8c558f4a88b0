import Foundation
import TamgaHarness
import Testing

/// The store's file cut, torn or flipped: the server does not start on it, and `check` says damaged.
@Suite(.timeLimit(.minutes(2))) struct StoreFileDamageTests {
    private static let pageBytes = 4_096
    private static let persons = 1...3

    /// A store of three persons, ended in order, and its bytes.
    private static func stopped() throws -> (FaultedServer, [UInt8]) {
        let site = try FaultedServer(persons: persons.count)
        #expect(site.server.stop() == 0)
        return (site, [UInt8](try Data(contentsOf: site.file("tamga.sqlite"))))
    }

    /// Neither server nor `check` takes these bytes for a store, and neither changes them.
    private static func expectRefused(_ bytes: [UInt8], _ site: FaultedServer, _ what: String) throws {
        try Data(bytes).write(to: site.file("tamga.sqlite"))
        let check = try site.check()
        #expect(check.status == 1, "\(what): \(check)")
        let refusal = site.refusedStart()
        #expect(refusal.contains("status 1:"), "\(what): \(refusal)")
        let names = ["corrupt:", "not-a-store:"]
        #expect(names.contains { refusal.contains($0) }, "\(what): \(refusal)")
        #expect(try Data(contentsOf: site.file("tamga.sqlite")) == Data(bytes), "\(what)")
    }

    @Test func aCutFileIsRefused() throws {
        let (site, whole) = try Self.stopped()
        let pages = whole.count / Self.pageBytes
        let ends = [0, 1, 50, 100, 2_048, Self.pageBytes, whole.count / 2, whole.count - 1]
            + (2..<pages).map { $0 * Self.pageBytes }
        for end in ends { try Self.expectRefused(Array(whole[..<end]), site, "\(end) bytes of \(whole.count)") }
        try Data(whole).write(to: site.file("tamga.sqlite"))
        try site.start()
        try site.expectHolds(Self.persons)
    }

    /// A page that never came to the disk, or came to the place of another.
    @Test func aLostOrStrayPageIsRefused() throws {
        let (site, whole) = try Self.stopped()
        let pages = whole.count / Self.pageBytes
        for page in 0..<pages {
            let place = (page * Self.pageBytes)..<((page + 1) * Self.pageBytes)
            var zeros = whole
            zeros.replaceSubrange(place, with: Array(repeating: 0, count: Self.pageBytes))
            try Self.expectRefused(zeros, site, "zeros for page \(page)")
            var torn = whole
            let half = place.lowerBound..<(place.lowerBound + Self.pageBytes / 2)
            torn.replaceSubrange(half, with: Array(repeating: 0, count: half.count))
            try Self.expectRefused(torn, site, "zeros for half of page \(page)")
            let other = (page + 1) % pages * Self.pageBytes
            var stray = whole
            stray.replaceSubrange(place, with: whole[other..<(other + Self.pageBytes)])
            try Self.expectRefused(stray, site, "another page for page \(page)")
        }
    }

    /// A flipped bit is refused, or lies where nothing is: then everybody is there as before.
    @Test func aFlippedBitIsRefusedOrHarmless() throws {
        let (site, whole) = try Self.stopped()
        var refused = 0
        for place in stride(from: 5, to: whole.count, by: 797) {
            var flipped = whole
            flipped[place] ^= 1 << UInt8(place % 8)
            try Data(flipped).write(to: site.file("tamga.sqlite"))
            if try site.check().status == 0 {
                try site.start()
                try site.expectHolds(Self.persons, "byte \(place)")
                site.server.kill()
            } else {
                refused += 1
                #expect(site.refusedStart().contains("status 1:"), "byte \(place)")
            }
        }
        #expect(refused > 5)
    }
}
