import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// The command line as scripts rely on it: exit statuses and JSON.
@Suite struct CommandLineTests {
    /// A record of this finger, under its own name or another.
    private static func file(
        _ person: Int, _ position: FingerPosition, _ impression: Int, named name: FingerPosition? = nil,
        in place: Workplace
    ) throws -> String {
        let population = SyntheticPopulation(seed: 5, difficulty: .easy)
        var template = population.person(person).finger(position).impression(impression)
        template.position = name ?? position
        let file = place.directory.appendingPathComponent("\(person)_\(template.position.rawValue)_\(impression).iso")
        try Data(ISO19794_2_2005.encode([template])).write(to: file)
        return file.path
    }

    @Test func onePersonFromEnrolmentToDeletion() throws {
        let place = try Workplace(named: "tamga-command-line")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let enrolled = "right-index=" + (try Self.file(1, .rightIndex, 1, in: place))
        let probe = "2=" + (try Self.file(1, .rightIndex, 2, in: place))
        let unknown = "unknown=" + (try Self.file(1, .rightIndex, 2, in: place))

        let before: IdentifyAnswer = try server.tamga(["identify", "--finger", probe, "--json"]).json()
        #expect(before.candidates.isEmpty && before.gallery == 0)
        let asked = ["identify", "--fpir", "1e-3", "--finger"]
        #expect(try server.tamga(asked + [probe]).status == 1, "nobody is enrolled: no hit")
        #expect(try server.tamga(["enroll", "--person", "p-1", "--finger", enrolled]).status == 0)
        #expect(try server.tamga(["enrol", "--person", "p-1", "--finger", enrolled]).status == 3)
        for finger in [probe, unknown] {
            let answer: IdentifyAnswer = try server.tamga(["identify", "--finger", finger, "--json"]).json()
            #expect(answer.candidates.first?.person == "p-1" && answer.candidates.first?.rank == 1)
            #expect(answer.searched == 1 && answer.gallery == 1)
        }
        let hit = try server.tamga(asked + [probe])
        #expect(hit.status == 0 && hit.output.contains("\n1 hit\nthreshold 3."), "\(hit.output)")
        let other = "left-index=" + (try Self.file(1, .rightIndex, 2, named: .leftIndex, in: place))
        let swapped: IdentifyAnswer = try server.tamga(["identify", "--finger", other, "--json"]).json()
        #expect(swapped.found?.person == "p-1" && swapped.found?.swap == "hands-exchanged")
        #expect(try server.tamga(asked + [other, "--positions", "strict"]).status == 1)
        let verified = try server.tamga(["verify", "--person", "p-1", "--finger", other, "--json"])
        #expect(try verified.json(VerifyAnswer.self).swap == "hands-exchanged")
        #expect(try server.tamga(["verify", "--person", "p-1", "--finger", probe]).status == 0)
        #expect(try server.tamga(["verify", "--person", "p-2", "--finger", probe]).status == 3)
        #expect(try server.tamga(["show", "--person", "p-1", "--json"]).status == 0)
        let receipt = place.directory.appendingPathComponent("receipt.json")
        let delete = ["delete", "--person", "p-1", "--receipt", receipt.path]
        try Data().write(to: receipt)
        #expect(try server.tamga(delete).status == 2, "the file is there: nothing is deleted")
        #expect(try server.tamga(["show", "--person", "p-1"]).output.contains("encounter  taken"))
        try FileManager.default.removeItem(at: receipt)
        #expect(try server.tamga(delete).status == 0)
        #expect(try String(contentsOf: receipt, encoding: .utf8).hasPrefix(#"{"person":"p-1","sequence":2,"#))
        #expect(try server.tamga(["delete", "--person", "p-1"]).status == 3)
        #expect(try server.tamga(["show", "--person", "p-1"]).status == 3)
        #expect(try server.tamga(["identify", "--finger", probe, "--json"]).json(IdentifyAnswer.self).gallery == 0)
    }

    @Test func statusesTellUsageFromRefusalFromSilence() throws {
        let place = try Workplace(named: "tamga-statuses")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let good = try Self.file(2, .leftThumb, 1, in: place)
        let broken = place.directory.appendingPathComponent("broken.iso")
        try Data("FMR\0 20\0".utf8).write(to: broken)

        #expect(try server.tamga(["enrol", "--person", "p"]).status == 2)
        #expect(try server.tamga(["enrol", "--person", "p", "--finger", "nose=\(good)"]).status == 2)
        #expect(try server.tamga(["enrol", "--person", "p", "--finger", "2=/nowhere.iso"]).status == 2)
        #expect(try server.tamga(["no-such-command"]).status == 2)
        #expect(try server.tamga([]).status == 2)
        #expect(try Command.run(place.program("tamga-server"), [], in: place).status == 2)
        let options = ["--data", "--certificate", "--private-key", "--client-ca", "--key-file"].flatMap { [$0, "none"] }
        let serve = ["serve", "--listen", "127.0.0.1:0"] + options
        for rate in ["0", "1", "nan", "1e-20"] {
            let refused = try Command.run(place.program("tamga-server"), serve + ["--fpir", rate], in: place)
            #expect(refused.status == 2 && refused.errors.contains("--fpir"), "\(rate): \(refused.errors)")
            #expect(try server.tamga(["identify", "--fpir", rate, "--finger", "6=\(good)"]).status == 2)
        }
        #expect(try server.tamga(["add-encounter", "--person", "p"]).status == 2)
        #expect(try server.tamga(["update", "--person", "p", "--finger", "6=\(good)"]).status == 2)
        #expect(try server.tamga(["update", "--person", "p", "--encounter", "1", "--finger", "6=\(good)"]).status == 3)
        #expect(try server.tamga(["merge", "--person", "p", "--other", "p"]).status == 2)
        #expect(try server.tamga(["merge", "--person", "p", "--other", "q"]).status == 3)
        let refused = try server.tamga(["enrol", "--person", "p", "--finger", "6=\(broken.path)"])
        #expect(refused.status == 3 && refused.errors.contains("truncated"), "\(refused.errors)")
        #expect(try server.tamga(["enrol", "--person", "p q", "--finger", "6=\(good)"]).status == 3)
        #expect(server.stop() == 0)
        #expect(try server.tamga(["ping"]).status == 4)
    }

    @Test func aSecondServerOnTheSameDataIsRefused() throws {
        let place = try Workplace(named: "tamga-second")
        defer { place.remove() }
        let first = try ServerProcess(in: place)
        #expect(throws: HarnessError.self) { try ServerProcess(in: place) }
        #expect(try first.tamga(["ping"]).status == 0)
    }

    @Test func checkTellsASoundStoreFromADamagedOne() throws {
        let place = try Workplace(named: "tamga-check")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let finger = "right-index=" + (try Self.file(3, .rightIndex, 1, in: place))
        #expect(try server.tamga(["enrol", "--person", "p-3", "--finger", finger]).status == 0)
        #expect(server.stop() == 0)
        let data = place.directory.appendingPathComponent("data")
        let check = {
            try Command.run(
                place.program("tamga-server"), ["check", "--data", data.path, "--key-file", place.keyFile], in: place)
        }
        #expect(try check().status == 0)
        let database = data.appendingPathComponent("tamga.sqlite")
        var bytes = try Data(contentsOf: database)
        #expect(bytes.range(of: Data("FMR\0".utf8)) == nil, "records are encrypted")
        let name = try #require(bytes.range(of: Data("p-3".utf8)))
        bytes[name.lowerBound] ^= 0x10
        try bytes.write(to: database)
        let damaged = try check()
        #expect(damaged.status == 1, "\(damaged.output) \(damaged.errors)")
    }
}
