import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite
import Testing

/// Facts in archives.
@Suite struct FactTests {
    private static func store(_ contents: [[UInt8]], ofSomebody: Bool = true) throws -> InMemoryStore {
        let store = InMemoryStore()
        let person = try Samples.person(0)
        if ofSomebody {
            _ = try store.enrol(
                person: person, records: [StoredRecord(position: nil, format: 1, bytes: [1])], enrolledAt: 0)
        }
        for content in contents {
            _ = try store.apply(.note([FactContent(person: ofSomebody ? person : nil, bytes: content)]))
        }
        return store
    }

    /// Texts as such, whatever is in them, and everything else in base 64: never other bytes than before.
    @Test func everyKindOfBytesComesBack() throws {
        let texts = [
            "{\"kind\":\"permit\",\"until\":\"2027-01-31\"}", "a", "\"\\/\n\r\t",
            "Ә ұ \u{0415}\u{0306} \u{1F9D1}\u{200D}\u{2695}",
            "\u{2028}\u{FEFF}\u{FFFD}\u{FFFF}\u{7F}\u{85}", String(repeating: "\"", count: StoreLimits.factBytes),
        ]
        let noise: [[UInt8]] = [
            [0], [0x61, 0, 0x62], [0x1F], [0x1B, 0x5B], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80],
            [UInt8](repeating: 0, count: StoreLimits.factBytes), Array(0...255),
        ]
        let contents = texts.map { Array($0.utf8) } + noise
        let place = try Place()
        let archive = try place.export(Self.store(contents))
        #expect(try archive.imported().store.allFacts().map(\.bytes) == contents)
        let lines = try archive.lines("facts.jsonl")
        #expect(lines.prefix(texts.count).allSatisfy { $0["text"] != nil && $0["base64"] == nil })
        #expect(lines.dropFirst(texts.count).allSatisfy { $0["text"] == nil && $0["base64"] != nil })
        #expect(lines.allSatisfy { $0["person"] as? String == ".." })
    }

    @Test func factsOfNobodyGoRoundWithoutAnybody() throws {
        let place = try Place()
        let store = try Self.store([[1], [2, 3]], ofSomebody: false)
        let archive = try place.export(store)
        #expect(try archive.lines("facts.jsonl").allSatisfy { $0["person"] is NSNull })
        let (new, outcome) = try archive.imported()
        #expect(try new.allFacts() == store.allFacts())
        #expect(outcome.manifest.persons == 0 && outcome.manifest.facts == 2 && outcome.sequence == 2)
    }

    /// Where one was deleted and two were merged: those left keep their persons, their order and who came together.
    @Test func whatIsLeftOfAChangeStaysTogether() throws {
        let store = InMemoryStore()
        let persons = try (0..<3).map(Samples.person)
        let record = StoredRecord(position: nil, format: 1, bytes: [1])
        for person in persons { _ = try store.enrol(person: person, records: [record], enrolledAt: 0) }
        let owners = [persons[0], persons[1], nil, persons[2]]
        for seed in 0..<2 as Range<UInt8> {
            _ = try store.apply(
                .note(owners.enumerated().map { FactContent(person: $1, bytes: [seed, UInt8($0)]) }))
        }
        _ = try store.apply([.delete(persons[0], Samples.order(1)), .merge(persons[1], into: persons[2])])
        let place = try Place()
        let new = try place.export(store).imported().store
        #expect(try new.unnumberedFacts() == store.unnumberedFacts())
        #expect(try new.facts(of: persons[2]).map(\.bytes) == [[0, 1], [0, 3], [1, 1], [1, 3]])
        let places = try new.allFacts().map { [Int($0.number), $0.ordinal] }
        #expect(places == [[3, 0], [3, 1], [3, 2], [4, 0], [4, 1], [4, 2]])
    }

    /// Many changes, so that they are made in several steps.
    @Test func manyFactsGoRoundOnDisk() throws {
        let place = try Place()
        let source = try Self.store((0..<1_200).map { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })
        let archive = try place.export(source)
        let new = try SQLiteStore(directory: "\(place.path)/new", keys: Samples.keys())
        #expect(try ArchiveImport.run(from: archive.path, into: new).sequence == 1_201)
        #expect(try new.allFacts() == source.allFacts())
        #expect(try new.check().isSound)
    }

    @Test func anArchiveOfVersionOneStillComesIn() throws {
        let place = try Place()
        let store = try Self.store([])
        let archive = try place.export(store)
        try archive.makeFirstVersion()
        let (new, outcome) = try archive.imported()
        #expect(try new.unnumbered() == store.unnumbered())
        #expect(outcome.manifest.version == 1 && outcome.manifest.facts == 0 && outcome.manifest.factsSHA256 == nil)
    }

    /// Whoever has the archive of the time before can compute the content of a receipt, facts included.
    @Test func aReceiptsContentFollowsFromTheArchive() throws {
        let store = try Self.store([[1], Array("two".utf8)])
        let place = try Place()
        let lines = try place.export(store).lines("facts.jsonl")
        var bytes = Array("tamga content 2".utf8)
        func add(_ number: Int) { bytes += (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) } }
        // One encounter: number 1, time 0, one record without a position, of format 1, of one byte.
        for number in [1, 1, 0, 1, -1, 1, 1] { add(number) }
        bytes.append(1)
        for line in lines {
            let text = (line["text"] as? String).map { Data($0.utf8) }
            let fact = try #require(text ?? (line["base64"] as? String).flatMap { Data(base64Encoded: $0) })
            for number in [line["number"] as? Int ?? 0, line["ordinal"] as? Int ?? -1, fact.count] { add(number) }
            bytes += fact
        }
        let person = try Samples.person(0)
        let done = try store.apply(.delete(person, Samples.order(3)))
        let receipt = try #require(done.receipt)
        #expect(try receipt.content == SHA256.digest(bytes))
        let document = ReceiptDocument(person: person, sequence: done.sequence, receipt: receipt)
        #expect(try DeletionProof.of(document, in: store) == .proved(.init(enrolledAgain: nil, deletions: 1)))
    }
}
