import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// Export, import and the proof of deletions, through the real programs.
@Suite struct ArchiveCommandTests {
    private static func file(_ person: Int, _ impression: Int, in place: Workplace) throws -> String {
        let population = SyntheticPopulation(seed: 8, difficulty: .easy)
        let template = population.person(person).finger(.rightIndex).impression(impression)
        let file = place.directory.appendingPathComponent("\(person)_\(impression).iso")
        try Data(ISO19794_2_2005.encode([template])).write(to: file)
        return file.path
    }

    private static func run(_ command: String, _ options: [String], in place: Workplace) throws -> Outcome {
        try Command.run(
            place.program("tamga-server"), [command, "--key-file", place.keyFile] + options, in: place)
    }

    private struct Figures: Decodable {
        let persons: Int
        let encounters: Int
        let records: Int
    }

    private struct Proof: Decodable {
        let proved: Bool
        let reason: String?
        let enrolled_again: Int?
    }

    @Test func aStoreGoesOutAndComesBack() throws {
        let place = try Workplace(named: "tamga-archive")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        for person in 1...2 {
            let finger = "right-index=" + (try Self.file(person, 1, in: place))
            #expect(try server.tamga(["enrol", "--person", "p-\(person)", "--finger", finger]).status == 0)
        }
        let more = "right-index=" + (try Self.file(1, 2, in: place))
        #expect(try server.tamga(["add-encounter", "--person", "p-1", "--finger", more]).status == 0)
        let (data, archive) = ("\(place.directory.path)/data", "\(place.directory.path)/archive")
        let export = try Self.run("export", ["--data", data, "--to", archive, "--json"], in: place)
        #expect(export.status == 0 && export.errors.contains("NOT ENCRYPTED"), "\(export.errors)")
        let out: Figures = try export.json()
        #expect(out.persons == 2 && out.encounters == 3 && out.records == 3)
        let sent = try Data(contentsOf: URL(fileURLWithPath: Self.file(1, 1, in: place)))
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(archive)/records/01/1-0.iso-2005")) == sent)
        #expect(try Self.run("export", ["--data", data, "--to", archive], in: place).status == 1, "it is there")

        let new = "\(place.directory.path)/new"
        let arguments = ["--from", archive, "--data", new]
        let back: Figures = try Self.run("import-archive", arguments + ["--json"], in: place).json()
        #expect(back.persons == 2 && back.encounters == 3 && back.records == 3)
        #expect(try Self.run("check", ["--data", new], in: place).status == 0)
        #expect(try Self.run("import-archive", arguments, in: place).status == 1, "it is there")
        try Data([1]).write(to: URL(fileURLWithPath: "\(archive)/records/01/1-0.iso-2005"))
        let other = "\(place.directory.path)/other"
        let refused = try Self.run("import-archive", ["--from", archive, "--data", other], in: place)
        #expect(refused.status == 1 && refused.errors.contains("line 2, encounters[0].records[0].file"), "\(refused)")
        #expect(!FileManager.default.fileExists(atPath: other))
        #expect(!FileManager.default.fileExists(atPath: "\(other).part"))
        #expect(server.stop() == 0)
    }

    @Test func aDeletionIsProvedByItsReceipt() throws {
        let place = try Workplace(named: "tamga-deletion")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let finger = "right-index=" + (try Self.file(1, 1, in: place))
        let receipt = "\(place.directory.path)/receipt"
        let data = ["--data", "\(place.directory.path)/data"]
        let verify = data + ["--receipt", receipt, "--json"]
        #expect(try server.tamga(["enrol", "--person", "p-1", "--finger", finger]).status == 0)
        #expect(try server.tamga(["delete", "--person", "p-1", "--receipt", receipt]).status == 0)
        let proved = try Self.run("verify-deletion", verify, in: place)
        #expect(proved.status == 0, "\(proved.errors)")
        #expect(try proved.json(Proof.self).proved && proved.json(Proof.self).enrolled_again == nil)
        #expect(try server.tamga(["enrol", "--person", "p-1", "--finger", finger]).status == 0)
        #expect(try Self.run("verify-deletion", verify, in: place).json(Proof.self).enrolled_again == 3)

        let listed = try Self.run("deletions", data, in: place)
        #expect(listed.status == 0 && listed.lines.count == 2 && listed.lines[0].hasPrefix("2  20"))
        #expect(listed.output.hasSuffix("1 deletions, the chain is unbroken\n"))
        #expect(try Self.run("deletions", data + ["--after", "2", "--json"], in: place).lines.count == 1)

        let text = try String(contentsOfFile: receipt, encoding: .utf8)
        try text.replacingOccurrences(of: "p-1", with: "p-2").write(toFile: receipt, atomically: true, encoding: .utf8)
        let doubted = try Self.run("verify-deletion", verify, in: place)
        #expect(try doubted.status == 1 && doubted.json(Proof.self).reason == "digest-does-not-follow")
        #expect(try Self.run("verify-deletion", data, in: place).status == 2)
        #expect(server.stop() == 0)
    }
}
