import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite
import TamgaTemplates
import TamgaTestSupport
import Testing

/// What goes out comes back.
@Suite struct RoundTripTests {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func everythingComesBack(seed: UInt64) throws {
        let place = try Place()
        let store = try Samples.store(seed: seed)
        let archive = try place.export(store)
        let (new, outcome) = try archive.imported()
        #expect(try new.unnumbered() == store.unnumbered())
        #expect(try new.counts().persons == store.counts().persons)
        #expect(try outcome.manifest.sequence == store.counts().sequence)
        let facts = try store.unnumberedFacts()
        #expect(try new.unnumberedFacts() == facts)
        #expect(outcome.manifest.facts == UInt64(facts.joined().count))
        #expect(
            outcome.sequence == outcome.manifest.encounters + UInt64(facts.count), "numbers are given anew")
        #expect(try outcome.manifest.deletions == UInt64(store.deletions(after: 0, limit: 1_000).count))
        #expect(try new.deletions(after: 0, limit: 1).isEmpty, "deletions stay in the archive")
        // As a card, three bytes of noise may be a minutia.
        let noise = try store.all().flatMap(\.records).filter { $0.bytes == [1, 2, 3] && ![6, 7].contains($0.format) }
        #expect(outcome.undecodable.count >= UInt64(noise.count) && !noise.isEmpty)
        #expect(outcome.undecodable.listed.allSatisfy { $0.file.hasPrefix("records/") })
    }

    /// The samples reach every format, every position and every kind of change.
    @Test func samplesHaveAllThereIs() throws {
        let persons = try (1...5).flatMap { try Samples.store(seed: $0).all() }
        let records = persons.flatMap(\.records)
        #expect(Set(records.map(\.format)) == Set(TemplateFormat.allCases.map(\.rawValue)))
        #expect(Set(records.map(\.position)) == Set(FingerPosition.allCases + [nil]))
        #expect(persons.contains { $0.encounters.map(\.number) != $0.encounters.map(\.number).sorted() }, "merged")
        #expect(persons.flatMap(\.encounters).contains { $0.changed > $0.number }, "updated")
        #expect(persons.contains { $0.person.text == ".." })
        let facts = try (1...5).flatMap { try Samples.store(seed: $0).allFacts() }
        #expect(facts.contains { $0.person == nil } && facts.contains { $0.person != nil })
        #expect(facts.contains { $0.ordinal > 0 } && Set(facts.map { $0.bytes.first == 0x7B }).count == 2)
    }

    /// Once numbered anew, a store goes round without any change at all.
    @Test func anExportOfAnExportIsTheSameButForNumbers() throws {
        let place = try Place()
        let store = try Samples.store(seed: 7)
        let first = try place.export(store, "0").imported().store
        let once = try place.export(first, "1")
        let twice = try place.export(once.imported().store, "2")
        #expect(try once.names() == twice.names())
        for name in try once.names() where name.contains(".") {
            #expect(try once.read(name) == twice.read(name), "\(name)")
        }
        #expect(try first.unnumbered() == store.unnumbered())
        #expect(try first.unnumberedFacts() == store.unnumberedFacts())
    }

    @Test func storesOnDiskGoRound() throws {
        let place = try Place()
        let source = try SQLiteStore(directory: "\(place.path)/a", keys: Samples.keys())
        try Samples.fill(source, seed: 11, changes: 60)
        let archive = try place.export(source)
        let target = try NewDirectory("\(place.path)/b")
        let filling = try SQLiteStore(directory: target.draft, keys: Samples.keys())
        _ = try ArchiveImport.run(from: archive.path, into: filling)
        filling.close()
        try target.commit()
        let new = try SQLiteStore(directory: target.path, keys: Samples.keys(), access: .readOnly)
        #expect(try new.unnumbered() == source.unnumbered() && !new.unnumbered().isEmpty)
        #expect(try new.unnumberedFacts() == source.unnumberedFacts() && new.counts().facts > 20)
        #expect(try new.check().isSound)
    }

    @Test func anEmptyStoreGoesRound() throws {
        let place = try Place()
        let store = InMemoryStore()
        let person = try Samples.person(1)
        let record = StoredRecord(position: nil, format: 1, bytes: [1])
        _ = try store.enrol(person: person, records: [record], enrolledAt: 5)
        _ = try store.apply(.delete(person, Samples.order(9)))
        let archive = try place.export(store)
        let (new, outcome) = try archive.imported()
        #expect(try new.counts() == StoreCounts(persons: 0, records: 0, sequence: 0))
        #expect(outcome.manifest.deletions == 1 && outcome.manifest.sequence == 2)
        #expect(try archive.lines("deletions.jsonl").map { $0["sequence"] as? Int } == [2])
    }

    /// The most that a store may hold of one person fits a line.
    @Test func theLargestPersonGoesRound() throws {
        let place = try Place()
        let store = InMemoryStore()
        let record = StoredRecord(position: .unknownPalm, format: 7, bytes: [1, 2, 3])
        let person = try Samples.person(6)
        for number in 0..<StoreLimits.recordsPerPerson {
            let content = EncounterContent(takenAt: .max, records: [record])
            _ = try store.apply(number == 0 ? .enrol(person, content) : .addEncounter(person, content))
        }
        let archive = try place.export(store)
        #expect(try archive.read("persons.jsonl").count < ArchiveLimits.lineBytes / 2)
        #expect(try archive.imported().store.unnumbered() == store.unnumbered())
    }

    /// Whoever reads an archive without us recognises its records, or is told by their names.
    @Test func recordsAreFilesThatOtherProgramsRead() throws {
        let place = try Place()
        let store = InMemoryStore()
        var random = SeededGenerator(seed: 3)
        for format in TemplateFormat.allCases {
            let record = StoredRecord(
                position: .rightIndex, format: format.rawValue, bytes: try Samples.template(format, using: &random))
            _ = try store.enrol(person: PersonID(format.token), records: [record], enrolledAt: 0)
        }
        let archive = try place.export(store)
        let records = try archive.records()
        #expect(records.count == TemplateFormat.allCases.count)
        for name in records {
            let format = try #require(TemplateFormat.allCases.first { name.hasSuffix(".\($0.token)") })
            switch FormatDetection.detect(try archive.read(name)) {
            case .identified(let found): #expect(found == format)
            case .ambiguous(let found): #expect(found.contains(format), "\(name)")
            case .refused(let error): Issue.record("\(name): \(error)")
            }
        }
    }
}
