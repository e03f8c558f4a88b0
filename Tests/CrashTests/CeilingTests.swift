import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// The ceiling of the gallery's memory, through the real programs.
@Suite struct CeilingTests {
    @Test func beyondItEnrolmentsAreRefusedWithTheFigureAndNothingElseIs() throws {
        let place = try Workplace(named: "tamga-ceiling")
        defer { place.remove() }
        let server = try ServerProcess(in: place, arguments: ["--gallery-memory", "1"])
        let folder = try place.folder("people")
        let template = SyntheticPopulation(seed: 6, difficulty: .easy).person(1).finger(.rightIndex).impression(1)
        let record = Data(try ISO19794_2_2005.encode([template]))
        for person in 1...1_500 { try record.write(to: folder.appendingPathComponent("\(person)_2_1.iso")) }
        let layout = ["--layout", "person_finger_impression", folder.path]
        #expect(try server.tamga(["import"] + layout).status != 0)
        let stats: StatsAnswer = try server.tamga(["stats", "--json"]).json()
        #expect(stats.persons > 100 && stats.persons < 1_500)

        let file = folder.appendingPathComponent("1_2_1.iso").path
        let refused = try server.tamga(["enrol", "--person", "one-more", "--finger", "right-index=\(file)"])
        #expect(refused.status == 3 && refused.errors.contains("1048576 bytes"), "\(refused)")
        #expect(try server.tamga(["identify", "--finger", "right-index=\(file)"]).status == 0)
        #expect(try server.tamga(["delete", "--person", "1"]).status == 0)
        // Whoever is registered is loaded, whatever the ceiling.
        server.kill()
        let again = try ServerProcess(in: place, arguments: ["--gallery-memory", "1"])
        #expect(try again.tamga(["stats", "--json"]).json(StatsAnswer.self).persons == stats.persons - 1)
    }
}
