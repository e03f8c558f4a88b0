import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite
import TamgaTestSupport
import Testing

/// How an archive comes to be.
@Suite struct ExportTests {
    private static func error(_ body: () throws -> Void) -> ArchiveError? {
        do { try body(); return nil } catch { return error as? ArchiveError }
    }

    /// A server goes on changing the store while it is read.
    @Test func anArchiveShowsOneMoment() throws {
        let place = try Place()
        let server = try SQLiteStore(directory: "\(place.path)/data", keys: Samples.keys())
        try Samples.fill(server, seed: 21, changes: 60)
        let (before, facts) = (try server.all(), try server.unnumberedFacts())
        let (counts, deletions) = (try server.counts(), try server.deletions(after: 0, limit: 1_000))
        let reader = try SQLiteStore(directory: "\(place.path)/data", keys: Samples.keys(), access: .readOnly)
        let path = "\(place.path)/archive"
        var progress: [ArchiveProgress] = []
        let manifest = try ArchiveExport.make(of: reader, at: path, program: "t", madeAt: 1) { step in
            progress.append(step)
            guard progress.count == 1 else { return }
            _ = try? server.apply(.note([FactContent(person: nil, bytes: [1])]))
            for person in before {
                _ = try? server.apply(.delete(person.person, Samples.order(1)))
                _ = try? server.apply(.enrol(person.person, person.encounters[0].content))
            }
        }
        #expect(try server.counts().sequence > counts.sequence, "the store did change")
        #expect(manifest.sequence == counts.sequence && manifest.deletions == UInt64(deletions.count))
        #expect(manifest.persons == counts.persons && manifest.records == counts.records)
        #expect(manifest.facts == counts.facts && counts.facts > 20)
        let unnumbered = before.map { Unnumbered(person: $0.person, encounters: $0.encounters.map(\.content)) }
        let imported = try Archive(path: path).imported().store
        #expect(try imported.unnumbered() == unnumbered)
        #expect(try imported.unnumberedFacts() == facts)
        #expect(progress.map(\.persons) == Array(1...counts.persons))
        #expect(progress.allSatisfy { $0.totalPersons == counts.persons } && progress.last?.records == counts.records)
    }

    @Test func onlyTheOwnerReadsIt() throws {
        let place = try Place()
        let archive = try place.export(Samples.store(seed: 1))
        for name in try archive.names() + ["."] {
            let isFile = name.hasSuffix("json") || name.hasSuffix("jsonl") || name.contains("-")
            #expect(try archive.mode(name) == (isFile ? 0o600 : 0o700), "\(name)")
        }
    }

    /// No path is made of an identifier, whatever it is.
    @Test func pathsAreMadeOfNumbers() throws {
        let place = try Place()
        let archive = try place.export(Samples.store(seed: 2))
        for name in try archive.names() where name.hasPrefix("records") {
            #expect(name.wholeMatch(of: /records(\/[0-9a-f]{2}(\/[0-9]+-[0-9]+\.[a-z0-9-]+)?)?/) != nil, "\(name)")
        }
        let others = try archive.names().filter { !$0.hasPrefix("records") }
        #expect(others == ["deletions.jsonl", "facts.jsonl", "manifest.json", "persons.jsonl"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["archive"])
    }

    @Test func whatIsThereIsLeftAlone() throws {
        let place = try Place()
        let store = try Samples.store(seed: 1)
        for name in ["file", "file.part"] {
            try Data("mine".utf8).write(to: URL(filePath: "\(place.path)/\(name)"))
            for end in ["", "/"] {
                let error = Self.error { _ = try place.export(store, "file" + end) }
                #expect(error?.code == .alreadyThere && error?.file?.contains("file") == true)
            }
            #expect(try Data(contentsOf: URL(filePath: "\(place.path)/\(name)")) == Data("mine".utf8))
            try FileManager.default.removeItem(atPath: "\(place.path)/\(name)")
        }
        for name in ["", "/", "a/..", "."] {
            #expect(Self.error { _ = try NewDirectory(name) }?.code == .outOfRange, "\(name)")
        }
        #expect(Self.error { _ = try place.export(store, "no/such") }?.code == .ioFailed)
    }

    @Test func aStoreThatCannotBeReadLeavesNothing() throws {
        let place = try Place()
        let store = try Samples.store(seed: 1)
        store.close()
        let error = Self.error { _ = try place.export(store) }
        #expect(error?.code == .storeFailed && error?.store?.code == .closed)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path).isEmpty)
    }

    /// A format that this program has no name for is exported all the same: nobody is locked in.
    @Test func anUnknownFormatIsExportedAndNamedAtTheImport() throws {
        let place = try Place()
        let store = InMemoryStore()
        let record = StoredRecord(position: nil, format: 99, bytes: [1])
        _ = try store.enrol(person: Samples.person(0), records: [record], enrolledAt: 0)
        let archive = try place.export(store)
        #expect(try archive.records() == ["records/01/1-0.format-99"])
        let error = Self.error { _ = try archive.imported() }
        #expect(error?.code == .unknownCode && error?.field == "encounters[0].records[0].format")
    }
}
