import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaStore

/// A directory that goes with its owner, and archives in it.
final class Place {
    let path: String

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "tamga-archive-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        path = place.path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Exports a store under a name.
    func export(_ store: any PersonStore, _ name: String = "archive") throws -> Archive {
        let archive = Archive(path: "\(path)/\(name)")
        _ = try ArchiveExport.make(of: store, at: archive.path, program: "test 1", madeAt: 1_700_000_000_000)
        return archive
    }
}

/// The files of an archive, to be looked at and tampered with.
struct Archive {
    let path: String

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)"))) }

    func write(_ name: String, _ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: "\(path)/\(name)")) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

    /// Files and directories by their names within it.
    func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }

    func records() throws -> [String] { try names().filter { $0.hasPrefix("records/") && $0.contains("-") } }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
    }

    func lines(_ name: String = "persons.jsonl") throws -> [[String: Any]] {
        try read(name).split(separator: 10).map { line in
            try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
        }
    }

    func editManifest(_ body: (inout [String: Any]) -> Void) throws {
        let whole = try JSONSerialization.jsonObject(with: Data(read("manifest.json")))
        var manifest = whole as? [String: Any] ?? [:]
        body(&manifest)
        try write("manifest.json", Array(JSONSerialization.data(withJSONObject: manifest)))
    }

    /// Changes persons and lets the manifest say that they were always so.
    func editPersons(_ body: (inout [[String: Any]]) -> Void) throws { try edit("persons", body) }

    /// The same with facts.
    func editFacts(_ body: (inout [[String: Any]]) -> Void) throws { try edit("facts", body) }

    private func edit(_ what: String, _ body: (inout [[String: Any]]) -> Void) throws {
        var lines = try lines("\(what).jsonl")
        body(&lines)
        let text = try lines.map { try JSONSerialization.data(withJSONObject: $0, options: .withoutEscapingSlashes) }
        try write("\(what).jsonl", text.flatMap { Array($0) + [10] })
        try reseal(what)
    }

    /// Lets the manifest say what `persons.jsonl`, or another such file, is.
    func reseal(_ what: String = "persons") throws {
        let bytes = try read("\(what).jsonl")
        let digest = try SHA256.digest(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).count - (bytes.last == 10 ? 1 : 0)
        try editManifest { manifest in
            manifest["\(what)_sha256"] = digest
            manifest[what] = bytes.isEmpty ? 0 : lines
        }
    }

    /// Makes it one of version 1, which had no facts.
    func makeFirstVersion() throws {
        try remove("facts.jsonl")
        try editManifest { manifest in
            manifest["version"] = 1
            manifest["facts"] = nil
            manifest["facts_sha256"] = nil
        }
    }

    /// What an import makes of it.
    func imported() throws -> (store: InMemoryStore, outcome: ArchiveImport.Outcome) {
        let store = InMemoryStore()
        return (store, try ArchiveImport.run(from: path, into: store))
    }
}

/// A member of a member, by the first of each list: for edits such as of `encounters[0].records[0].bytes`.
func edit(_ person: inout [String: Any], _ body: (_ encounter: inout [String: Any]) -> Void) {
    guard var encounters = person["encounters"] as? [[String: Any]], !encounters.isEmpty else { return }
    body(&encounters[0])
    person["encounters"] = encounters
}

func editRecord(_ person: inout [String: Any], _ body: (_ record: inout [String: Any]) -> Void) {
    edit(&person) { encounter in
        guard var records = encounter["records"] as? [[String: Any]], !records.isEmpty else { return }
        body(&records[0])
        encounter["records"] = records
    }
}
