import Foundation
import TamgaArchive
import TamgaStore
import TamgaTemplates
import TamgaTestSupport
import Testing

/// An archive that is not what it says is refused, and the error says where.
@Suite struct DamageTests {
    /// Something done to an archive, and what the import must say to it.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: ArchiveError.Code
        var file = "persons.jsonl"
        var line: Int?
        var field: String?
        let body: @Sendable (Archive) throws -> Void

        init(
            _ name: String, _ code: ArchiveError.Code, file: String = "persons.jsonl", line: Int? = nil,
            _ field: String? = nil, _ body: @escaping @Sendable (Archive) throws -> Void
        ) {
            (testDescription, self.code, self.body) = (name, code, body)
            (self.file, self.line, self.field) = (file, line, field)
        }
    }

    @Test(arguments: files + manifests + lines + encounters + records + facts)
    func isRefusedByName(damage: Damage) throws {
        let place = try Place()
        let archive = try place.export(Self.source())
        _ = try archive.imported()
        try damage.body(archive)
        do {
            _ = try archive.imported()
            Issue.record("taken")
        } catch let error as ArchiveError {
            #expect(error.code == damage.code && error.file == damage.file, "\(error)")
            #expect(error.line == damage.line && error.field == damage.field, "\(error)")
            #expect(!"\(error)".contains("person-1") && !"\(error)".contains("a:b"))
        }
    }

    private static let first = "encounters[0].records[0]"

    private static let files: [Damage] = [
        Damage("no manifest", .missing, file: "manifest.json") { try $0.remove("manifest.json") },
        Damage("no persons", .missing) { try $0.remove("persons.jsonl") },
        Damage("no deletions", .missing, file: "deletions.jsonl") { try $0.remove("deletions.jsonl") },
        Damage("no records", .missing, file: "records") { try $0.remove("records") },
        Damage("another file", .extra, file: "notes") { try $0.write("notes", [1]) },
        Damage("another folder", .extra, file: "records/xyz") { try make("records/xyz", in: $0) },
        Damage("a file for a folder", .changed, file: "records/ff") { try $0.write("records/ff", [1]) },
        Damage("a link for a folder", .changed, file: "records/ff") { archive in
            try FileManager.default.createSymbolicLink(
                atPath: "\(archive.path)/records/ff", withDestinationPath: "\(archive.path)")
        },
        Damage("a record of nobody", .extra, file: "records/fe/254-0.iso-2005") { archive in
            try make("records/fe", in: archive)
            try archive.write("records/fe/254-0.iso-2005", [1])
        },
        Damage("a record more of somebody", .extra, file: "records/\(someFolder)") { archive in
            let name = try someRecord(archive)
            try archive.write("\(name)-x", [1])
        },
        Damage("a changed deletion", .changed, file: "deletions.jsonl", "deletions_sha256") { archive in
            try archive.write("deletions.jsonl", flipped(archive.read("deletions.jsonl")))
        },
        Damage("a changed person", .changed, "persons_sha256") { archive in
            try archive.write("persons.jsonl", flipped(archive.read("persons.jsonl")))
        },
        Damage("a cut person", .changed, "persons_sha256") { archive in
            try archive.write("persons.jsonl", archive.read("persons.jsonl").dropLast())
        },
        Damage("persons are a folder", .changed) { archive in
            try archive.remove("persons.jsonl")
            try make("persons.jsonl", in: archive)
        },
        Damage("a missing record", .missing, line: 1, first + ".file") { try $0.remove(someRecord($0)) },
        Damage("a changed record", .changed, line: 1, first + ".file") { archive in
            let name = try someRecord(archive)
            try archive.write(name, flipped(archive.read(name)))
        },
        Damage("a cut record", .changed, line: 1, first + ".file") { archive in
            let name = try someRecord(archive)
            try archive.write(name, archive.read(name).dropLast())
        },
        Damage("a longer record", .changed, line: 1, first + ".file") { archive in
            let name = try someRecord(archive)
            try archive.write(name, archive.read(name) + [0])
        },
        Damage("a link for a record", .changed, line: 1, first + ".file") { archive in
            let name = try someRecord(archive)
            try FileManager.default.moveItem(atPath: "\(archive.path)/\(name)", toPath: "\(archive.path)/../moved")
            try FileManager.default.createSymbolicLink(
                atPath: "\(archive.path)/\(name)", withDestinationPath: "\(archive.path)/../moved")
        },
    ]

    private static let manifests: [Damage] = [
        manifest("another format", .malformed, "format", "zip"),
        manifest("a newer version", .newer, "version", 3),
        manifest("no version", .outOfRange, "version", 0),
        manifest("a text for a number", .malformed, "persons", "many"),
        manifest("a negative number", .malformed, "records", -1),
        manifest("one person more", .count, "persons", 1_000),
        manifest("one encounter more", .count, "encounters", 1_000),
        manifest("one record more", .count, "records", 1_000),
        manifest("one deletion more", .count, "deletions", 1_000),
        manifest("a missing field", .malformed, "made_at", nil),
        Damage("not JSON", .malformed, file: "manifest.json") { try $0.write("manifest.json", [1, 2, 3]) },
        Damage("too long", .outOfRange, file: "manifest.json") { archive in
            let spaces = [UInt8](repeating: 32, count: ArchiveLimits.manifestBytes)
            try archive.write("manifest.json", spaces + archive.read("manifest.json"))
        },
        Damage("an earlier store", .outOfRange, line: 1, "sequence") { archive in
            try archive.editManifest { $0["sequence"] = 0 }
        },
    ]

    private static let lines: [Damage] = [
        Damage("not JSON", .malformed, line: 2) { archive in
            var lines = try archive.read("persons.jsonl").split(separator: 10)
            lines[1] = lines[1].dropLast()
            try archive.write("persons.jsonl", lines.flatMap { Array($0) + [10] })
            try archive.reseal()
        },
        Damage("too long", .outOfRange, line: 2) { archive in
            var lines = try archive.read("persons.jsonl").split(separator: 10).map(Array.init)
            lines[1] += [UInt8](repeating: 32, count: ArchiveLimits.lineBytes)
            try archive.write("persons.jsonl", lines.flatMap { $0 + [10] })
            try archive.reseal()
        },
        persons("twice the same", .outOfOrder, 2, "sequence") { $0.insert($0[0], at: 1) },
        persons("twice the same identifier", .duplicate, 2, "person") { $0[1]["person"] = $0[0]["person"] },
        persons("out of order", .outOfOrder, 2, "sequence") { $0.swapAt(0, 1) },
        persons("no identifier", .malformed, 1, "person") { $0[0]["person"] = nil },
        persons("an identifier that is none", .outOfRange, 1, "person") { $0[0]["person"] = "a b" },
        persons("no encounters", .outOfRange, 1, "encounters") { $0[0]["encounters"] = [Int]() },
        persons("too many records", .outOfRange, 1, "encounters") { persons in
            edit(&persons[0]) { encounter in
                let records = encounter["records"] as? [[String: Any]] ?? []
                encounter["records"] = Array(repeating: records[0], count: StoreLimits.recordsPerPerson + 1)
            }
        },
        Damage("a person fewer", .count, file: "manifest.json", "encounters") { archive in
            try archive.editPersons { $0.removeLast() }
        },
    ]

    private static let encounters: [Damage] = [
        encounter("no records", .outOfRange, "records", [Int]()),
        encounter("number 0", .outOfRange, "number", 0),
        encounter("a number above its change", .outOfRange, "number", 1_000),
        encounter("a change above the person's", .outOfRange, "changed", 1_000),
        encounter("a time that is none", .malformed, "taken_at", "yesterday"),
        persons("twice the same number", .duplicate, 2, "encounters[0].number") { persons in
            let number = (persons[0]["encounters"] as? [[String: Any]])?[0]["number"]
            edit(&persons[1]) { $0["number"] = number }
        },
    ]

    private static let facts: [Damage] = [
        Damage("no facts", .missing, file: "facts.jsonl") { try $0.remove("facts.jsonl") },
        Damage("facts in version 1", .extra, file: "facts.jsonl") { archive in
            let bytes = try archive.read("facts.jsonl")
            try archive.makeFirstVersion()
            try archive.write("facts.jsonl", bytes)
        },
        Damage("a changed fact", .changed, file: "facts.jsonl", "facts_sha256") { archive in
            try archive.write("facts.jsonl", flipped(archive.read("facts.jsonl")))
        },
        manifest("one fact more", .count, "facts", 1_000),
        manifest("no word of facts", .malformed, "facts", nil),
        manifest("no digest of facts", .malformed, "facts_sha256", nil),
        facts("not JSON of a fact", .malformed, 2, "ordinal") { $0[1]["ordinal"] = nil },
        facts("without a word whose", .malformed, 3, "person") { $0[2]["person"] = nil },
        facts("an identifier that is none", .outOfRange, 1, "person") { $0[0]["person"] = "a b" },
        facts("nobody of that name", .missing, 1, "person") { $0[0]["person"] = "stranger" },
        facts("nobody of that name among others", .missing, 3, "person") { $0[2]["person"] = "stranger" },
        facts("number 0", .outOfRange, 1, "number") { $0[0]["number"] = 0 },
        facts("a number above the manifest's", .outOfRange, 4, "number") { $0[3]["number"] = 1_000 },
        facts("ordinal -1", .outOfRange, 1, "ordinal") { $0[0]["ordinal"] = -1 },
        facts("too high an ordinal", .outOfRange, 3, "ordinal") { $0[2]["ordinal"] = StoreLimits.factsPerChange },
        facts("twice the same", .outOfOrder, 2, "ordinal") { $0[1]["ordinal"] = 0 },
        facts("out of order", .outOfOrder, 4, "number") { $0[3]["number"] = 1 },
        facts("no fact", .malformed, 1, "text") { $0[0]["text"] = nil },
        facts("two facts", .malformed, 1, "text") { $0[0]["base64"] = "AA==" },
        facts("an empty text", .outOfRange, 1, "text") { $0[0]["text"] = "" },
        facts("too long a text", .outOfRange, 1, "text") { facts in
            facts[0]["text"] = String(repeating: "a", count: StoreLimits.factBytes + 1)
        },
        facts("what is not base 64", .malformed, 2, "text") { $0[1]["base64"] = "?" },
        facts("empty bytes", .outOfRange, 2, "base64") { $0[1]["base64"] = "" },
    ]

    private static let records: [Damage] = [
        record("an escape", .outOfRange, "file", "../../etc/passwd"),
        record("an absolute path", .outOfRange, "file", "/etc/passwd"),
        record("a detour", .outOfRange, "file", "records/../records/01/1-0.iso-2005"),
        record("an unknown format", .unknownCode, "format", 99),
        record("an unknown position", .unknownCode, "position", 19),
        record("another format's name", .malformed, "format_name", "ansi-378"),
        record("another position's name", .malformed, "position_name", "nose"),
        record("no bytes", .outOfRange, "bytes", 0),
        record("too many bytes", .outOfRange, "bytes", StoreLimits.recordBytes + 1),
        record("a negative size", .outOfRange, "bytes", -1),
        record("other bytes", .changed, "sha256", String(repeating: "0", count: 64), saying: "file"),
        record("a SHA-256 that is none", .changed, "sha256", "", saying: "file"),
        record("a code that is no code", .malformed, "position", 256),
    ]
}

extension DamageTests {
    private static func manifest(
        _ name: String, _ code: ArchiveError.Code, _ field: String, _ value: (any Sendable)?
    ) -> Damage {
        return Damage("manifest: \(name)", code, file: "manifest.json", field) { archive in
            try archive.editManifest { $0[field] = value }
        }
    }

    private static func persons(
        _ name: String, _ code: ArchiveError.Code, _ line: Int, _ field: String,
        _ body: @escaping @Sendable (inout [[String: Any]]) -> Void
    ) -> Damage {
        Damage("persons: \(name)", code, line: line, field) { try $0.editPersons(body) }
    }

    private static func encounter(
        _ name: String, _ code: ArchiveError.Code, _ field: String, _ value: any Sendable
    ) -> Damage {
        return persons("encounter: \(name)", code, 1, "encounters[0].\(field)") { persons in
            edit(&persons[0]) { $0[field] = value }
        }
    }

    private static func record(
        _ name: String, _ code: ArchiveError.Code, _ field: String, _ value: any Sendable, saying: String? = nil
    ) -> Damage {
        return persons("record: \(name)", code, 1, "\(first).\(saying ?? field)") { persons in
            editRecord(&persons[0]) { $0[field] = value }
        }
    }

    private static func facts(
        _ name: String, _ code: ArchiveError.Code, _ line: Int, _ field: String,
        _ body: @escaping @Sendable (inout [[String: Any]]) -> Void
    ) -> Damage {
        Damage("facts: \(name)", code, file: "facts.jsonl", line: line, field) { try $0.editFacts(body) }
    }

    /// Several persons and a deletion; four facts, three of them of one change: a text, bytes, a text of nobody.
    private static func source() throws -> InMemoryStore {
        let store = InMemoryStore()
        var random = SeededGenerator(seed: 4)
        for _ in 0..<24 { _ = try store.apply([Samples.change(using: &random, in: store)]) }
        let person = try #require(try store.roster().first?.person)
        let text = FactContent(person: person, bytes: Array("text".utf8))
        _ = try store.apply([
            .note([text, FactContent(person: person, bytes: [0, 255]), FactContent(person: nil, bytes: text.bytes)]),
            .note([text]),
        ])
        let record = StoredRecord(position: nil, format: 1, bytes: [1])
        _ = try store.enrol(person: Samples.person(99), records: [record], enrolledAt: 0)
        _ = try store.apply(.delete(Samples.person(99), Samples.order(1)))
        return store
    }

    private static func make(_ name: String, in archive: Archive) throws {
        try FileManager.default.createDirectory(
            atPath: "\(archive.path)/\(name)", withIntermediateDirectories: false)
    }

    private static func flipped(_ bytes: [UInt8]) -> [UInt8] { bytes.dropLast(2) + bytes.suffix(2).map { $0 ^ 1 } }

    /// The first record of the first person.
    private static func someRecord(_ archive: Archive) throws -> String {
        let encounters = try archive.lines()[0]["encounters"] as? [[String: Any]]
        let records = encounters?[0]["records"] as? [[String: Any]]
        return try #require(records?[0]["file"] as? String)
    }

    private static let someFolder: String = {
        guard let place = try? Place() else { return "none" }
        let found = try? withExtendedLifetime(place) { try someRecord(place.export(source())) }
        return String(found?.dropFirst(8).prefix(2) ?? "none")
    }()

    @Test func aStoreThatIsNotNewIsNotFilled() throws {
        let place = try Place()
        let archive = try place.export(Self.source())
        #expect {
            _ = try ArchiveImport.run(from: archive.path, into: Samples.store(seed: 1))
        } throws: { ($0 as? ArchiveError)?.code == .notEmpty }
    }
}
