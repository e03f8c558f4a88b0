import TamgaArchive
import TamgaStore
import TamgaTestSupport
import Testing

/// Archives that chance has changed: a typed error or the same store, never anything else.
@Suite struct MutationTests {
    private static func mutated(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[index] = .random(in: 0...255, using: &random)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(.random(in: 0...255, using: &random), at: index)
            case 3: bytes.removeSubrange(index...)
            default: bytes.swapAt(index, Int.random(in: bytes.indices, using: &random))
            }
        }
        return bytes
    }

    /// What is imported, or nil for a typed error; any other error fails the test.
    private static func imported(_ archive: Archive) throws -> [Unnumbered]? {
        do { return try archive.imported().store.unnumbered() } catch is ArchiveError { return nil }
    }

    @Test func manifests() throws {
        let place = try Place()
        let archive = try place.export(Samples.store(seed: 5, changes: 16))
        let (original, whole) = (try archive.read("manifest.json"), try Self.imported(archive))
        var random = SeededGenerator(seed: 1)
        var refused = 0
        for round in 0..<400 {
            try archive.write("manifest.json", Self.mutated(original, using: &random))
            let found = try Self.imported(archive)
            #expect(found == nil || found == whole, "round \(round)")
            refused += found == nil ? 1 : 0
        }
        #expect(refused > 200 && whole?.isEmpty == false)
    }

    /// A changed fact is refused, or with its digest is another archive of the same persons; nobody gets it by chance.
    @Test func facts() throws {
        let place = try Place()
        let archive = try place.export(Samples.store(seed: 5, changes: 16))
        let (original, manifest) = (try archive.read("facts.jsonl"), try archive.read("manifest.json"))
        let persons = try #require(try Self.imported(archive))
        let known = Set(persons.map(\.person))
        var random = SeededGenerator(seed: 3)
        var refused = 0
        for round in 0..<300 {
            let bytes = Self.mutated(original, using: &random)
            try archive.write("facts.jsonl", bytes)
            if bytes != original { #expect(try Self.imported(archive) == nil, "round \(round)") }
            try archive.reseal("facts")
            do {
                let store = try archive.imported().store
                #expect(try store.unnumbered() == persons)
                #expect(try store.allFacts().allSatisfy { fact in fact.person.map(known.contains) ?? true })
                #expect(try store.counts().facts == UInt64(bytes.split(separator: 10).count))
            } catch is ArchiveError { refused += 1 }
            try archive.write("manifest.json", manifest)
        }
        #expect(refused > 100 && refused < 300)
    }

    /// Whether the manifest knows of it or not.
    @Test func persons() throws {
        let place = try Place()
        let archive = try place.export(Samples.store(seed: 5, changes: 16))
        let (original, manifest) = (try archive.read("persons.jsonl"), try archive.read("manifest.json"))
        let whole = try Self.imported(archive)
        var random = SeededGenerator(seed: 2)
        var refused = 0
        for round in 0..<400 {
            let bytes = Self.mutated(original, using: &random)
            try archive.write("persons.jsonl", bytes)
            let found = try Self.imported(archive)
            #expect(found == (bytes == original ? whole : nil), "round \(round)")
            try archive.reseal()
            // Another name or time is another archive; the records are those that are there, all of them.
            let resealed = try Self.imported(archive)
            #expect(resealed == nil || resealed?.records == whole?.records, "round \(round)")
            refused += resealed == nil ? 1 : 0
            try archive.write("manifest.json", manifest)
        }
        #expect(refused > 200 && whole?.isEmpty == false)
    }
}

extension [Unnumbered] {
    /// The bytes of all records, in order.
    fileprivate var records: [[UInt8]] { flatMap(\.encounters).flatMap(\.records).map(\.bytes) }
}
