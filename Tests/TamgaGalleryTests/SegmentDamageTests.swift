import Synchronization
import TamgaGallery
import TamgaRegistry
import TamgaTestSupport
import Testing

/// A doubtful file is refused with a reason; it never ends the process and never gives a wrong person.
@Suite struct SegmentDamageTests {
    private static let probe = People.probe(0)
    private let folder = SegmentFolder()
    private let persons: [GalleryPerson]
    private let name: String
    private let bytes: [UInt8]

    init() throws {
        persons = try SegmentFileTests.strangers(0..<16, seed: 80)
        let gallery = try folder.open([], shards: 1).gallery
        try gallery.insert(persons)
        try gallery.checkpoint()
        name = try #require(try folder.names.first)
        bytes = try folder.read(name)
    }

    /// Why the file with these bytes is refused; nil where it is used.
    private func refusal(
        _ bytes: [UInt8], name: String? = nil, matcher: String = "m1", cipher: any SegmentCipher = PlainCipher()
    ) throws -> SegmentFileRefusal? {
        try folder.remove(self.name)
        defer { try? folder.write(self.name, self.bytes) }
        let name = name ?? self.name
        try folder.write(name, bytes)
        let opening = try folder.open(persons, shards: 1, matcher: matcher, cipher: cipher)
        if name != self.name { try folder.remove(name) }
        if opening.refused.isEmpty { return nil }
        #expect(opening.files == 0 && opening.missing.count == persons.count && opening.gallery.snapshot().persons == 0)
        return opening.refused.first?.reason
    }

    @Test func theWholeFileIsUsed() throws {
        #expect(try refusal(bytes) == nil)
        #expect(try refusal(bytes, matcher: "m2") == .otherMatcher)
        #expect(try refusal(bytes, name: "0-9.segment") == .otherPlace)
        #expect(try refusal(bytes + [0]) == .wrongSize)
        let long = String(repeating: "m", count: 265)
        #expect(throws: SystemError.self) { try folder.open(persons, matcher: long) }
        let opening = try folder.open(persons, shards: 3)
        #expect(opening.refused.map(\.reason) == [.otherPlace])
    }

    @Test func noPartOfAFileIsUsed() throws {
        var lengths = Set(stride(from: 0, to: 1_024, by: 8)).union(stride(from: 1_024, to: bytes.count, by: 509))
        lengths.formUnion([1, 511, 513, bytes.count - 1, bytes.count - 64])
        for length in lengths.sorted() {
            #expect(try refusal(Array(bytes.prefix(length))) == .wrongSize, "\(length) bytes")
        }
    }

    @Test func everyByteOfTheHeaderCounts() throws {
        for index in 0..<512 {
            var damaged = bytes
            damaged[index] ^= UInt8(1 << (index % 8))
            let reason = try refusal(damaged)
            switch index {
            case 0..<8: #expect(reason == .notASegmentFile)
            case 8..<16: #expect(reason == .otherByteOrder)
            case 16..<20: #expect(reason == .otherFormat(3 ^ UInt32(1 << (index % 8)) << UInt32(8 * (index - 16))))
            default: #expect(reason == .damagedHeader, "byte \(index)")
            }
        }
    }

    /// The seal vouches for the header too: under a checksum that fits, any change is seen all the same.
    @Test func theSealVouchesForTheHeader() throws {
        for index in 0..<504 {
            var changed = bytes
            changed[index] ^= UInt8(1 << (index % 8))
            SegmentFileSeal.resum(&changed)
            let reason = try refusal(changed)
            // The length of a header is judged with its checksum.
            #expect(reason != nil && (reason == .damagedHeader) == (20..<24 ~= index), "byte \(index)")
            // The blocks by lane, the end of the name's room and the seal are judged by nothing else.
            if 144..<208 ~= index || index >= 214 { #expect(reason == .doesNotOpen, "byte \(index)") }
        }
    }

    @Test func aFileOfAnotherKeyIsRefused() throws {
        #expect(try refusal(bytes, cipher: PlainCipher(key: 2)) == .doesNotOpen)
        #expect(try refusal(bytes, cipher: BrokenCipher()) == .notDecrypted("no provider"))
        let folder = SegmentFolder()
        let gallery = try folder.open([], cipher: BrokenCipher()).gallery
        try gallery.insert(persons)
        #expect(throws: SystemError.self) { try gallery.checkpoint() }
        #expect(try folder.names == [])
    }

    /// Before there were palms the directory had room for fewer positions; then bodies were not encrypted.
    @Test(arguments: [1, 2]) func aFileOfAnOlderFormatIsRefused(format: UInt8) throws {
        var old = bytes
        old[16] = format
        try SegmentFileSeal.reseal(&old, PlainCipher())
        #expect(try refusal(old) == .otherFormat(UInt32(format)))
    }

    @Test func anyFlippedByteIsSeen() throws {
        var random = SeededGenerator(seed: 81)
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let index = Int.random(in: 512..<bytes.count, using: &random)
                damaged[index] ^= UInt8.random(in: 1...255, using: &random)
            }
            guard damaged != bytes else { continue }
            #expect(try refusal(damaged) == .doesNotOpen)
        }
    }

    /// Damage under a seal that fits, as a fault of ours would make it: every count, offset and index is checked,
    /// so that whatever is accepted can be read from end to end.
    @Test func aWrongNumberUnderARightSealEndsNothing() throws {
        var random = SeededGenerator(seed: 82)
        var reasons: Set<SegmentFileRefusal> = []
        for round in 0..<900 {
            var damaged = bytes
            let isInHeader = round % 3 == 0
            let index = isInHeader ? Int.random(in: 24..<300, using: &random) : tableByte(round, &random)
            damaged[index] ^= UInt8.random(in: 1...255, using: &random)
            try SegmentFileSeal.reseal(&damaged, PlainCipher())
            let reason = try refusalOrUse(damaged, searches: round % 100 == 2)
            if let reason { reasons.insert(reason) }
        }
        #expect(reasons.contains(.inconsistent("blocks")) && reasons.contains(.inconsistent("addresses")))
        #expect(reasons.contains(.inconsistent("identifiers")) && reasons.contains(.inconsistent("offsets")))
        #expect(reasons.contains(.inconsistent("rows")) && reasons.contains(.inconsistent("owners")))
        #expect(reasons.contains(.inconsistent("directory")) && !reasons.contains(.doesNotOpen))
    }

    /// Mostly in the tables, sometimes anywhere.
    private func tableByte(_ round: Int, _ random: inout SeededGenerator) -> Int {
        round % 3 == 1
            ? Int.random(in: 512..<min(4_096, bytes.count), using: &random)
            : Int.random(in: 512..<bytes.count, using: &random)
    }

    private func refusalOrUse(_ damaged: [UInt8], searches: Bool) throws -> SegmentFileRefusal? {
        try folder.write(name, damaged)
        defer { try? folder.write(name, bytes) }
        let opening = try folder.open(persons, shards: 1)
        for person in persons { _ = opening.gallery.find(person.person) }
        if searches, opening.refused.isEmpty {
            _ = try opening.gallery.search(for: Self.probe, maximumCandidates: 5)
        }
        return opening.refused.first?.reason
    }
}

/// Calls of a progress, in order.
final class Counted: Sendable {
    private let all = Mutex<[[Int]]>([])
    var calls: [[Int]] { all.withLock { $0 } }
    func note(_ done: Int, _ count: Int) { all.withLock { $0.append([done, count]) } }
}
