import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// A store with one person, and the commands that back it up and restore it; no server runs.
struct BackupSite {
    let place: Workplace

    init() throws {
        place = try Workplace(named: "tamga-backup")
        let server = try ServerProcess(in: place)
        try enrol("first", 1, server)
        #expect(server.stop() == 0)
    }

    func remove() { place.remove() }

    func enrol(_ name: String, _ index: Int, _ server: ServerProcess) throws {
        let finger = SyntheticPopulation(seed: 8, difficulty: .easy).person(index).finger(.rightIndex)
        let file = place.directory.appendingPathComponent("\(name).iso")
        try Data(ISO19794_2_2005.encode([finger.impression(1)])).write(to: file)
        let outcome = try server.tamga(["enrol", "--person", name, "--finger", "right-index=\(file.path)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    func path(_ name: String) -> String { place.directory.appendingPathComponent(name).path }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
    func content(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path(name))) }

    func run(_ arguments: [String], at point: String? = nil, faults: FaultyIO? = nil) throws -> Outcome {
        try Command.run(
            place.program("tamga-server"), arguments + ["--key-file", place.keyFile], in: place,
            environment: point.map { ["TAMGA_CRASH_POINT": $0] } ?? faults?.environment ?? [:])
    }

    func backUp(_ name: String, at point: String? = nil, faults: FaultyIO? = nil) throws -> Outcome {
        try run(
            ["backup", "--data", path("data"), "--to", path(name), "--keys-to", path("encounter-keys")], at: point,
            faults: faults)
    }

    func restore(_ name: String, at point: String? = nil, faults: FaultyIO? = nil) throws -> Outcome {
        try run(
            ["restore", "--from", path(name), "--keys", path("encounter-keys"), "--data", path("restored")], at: point,
            faults: faults)
    }

    func verify(_ name: String) throws -> Outcome {
        try run(["verify-backup", "--from", path(name), "--keys", path("encounter-keys")])
    }
}
