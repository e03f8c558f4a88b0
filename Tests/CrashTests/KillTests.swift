import Foundation
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import Testing

/// The server killed at the worst moment by a real signal: what was answered must still be there.
@Suite struct KillTests {
    private static let rounds = 8

    @Test func anAnsweredEnrolmentSurvivesAKill() throws {
        let place = try Workplace(named: "tamga-kill")
        defer { place.remove() }
        let population = SyntheticPopulation(seed: 6, difficulty: .easy)
        for round in 1...Self.rounds {
            let server = try ServerProcess(in: place)
            let person = population.person(round)
            let enrolled = try server.tamga(
                ["enrol", "--person", "p-\(round)"] + (try Self.fingers(person, round, impression: 1, in: place)))
            server.kill()
            #expect(enrolled.status == 0, "\(enrolled.errors)")

            let again = try ServerProcess(in: place)
            for earlier in 1...round {
                let probe = try Self.fingers(population.person(earlier), earlier, impression: 2, in: place)
                let answer: IdentifyAnswer = try again.tamga(["identify", "--json"] + probe).json()
                #expect(answer.candidates.first?.person == "p-\(earlier)", "round \(round)")
            }
            #expect(try again.tamga(["stats", "--json"]).json(StatsAnswer.self).persons == round)
            again.kill()
        }
    }

    @Test func anAnsweredDeletionSurvivesAKill() throws {
        let place = try Workplace(named: "tamga-kill-deletion")
        defer { place.remove() }
        let person = SyntheticPopulation(seed: 7, difficulty: .easy).person(1)
        let server = try ServerProcess(in: place)
        let fingers = try Self.fingers(person, 1, impression: 1, in: place)
        #expect(try server.tamga(["enrol", "--person", "gone"] + fingers).status == 0)
        #expect(try server.tamga(["delete", "--person", "gone"]).status == 0)
        server.kill()

        let again = try ServerProcess(in: place)
        #expect(try again.tamga(["show", "--person", "gone"]).status == 3)
        #expect(try again.tamga(["stats", "--json"]).json(StatsAnswer.self).persons == 0)
    }

    private static func fingers(
        _ person: SyntheticPerson, _ index: Int, impression: Int, in place: Workplace
    ) throws -> [String] {
        try [FingerPosition.rightIndex, .leftMiddle].flatMap { position in
            let file = place.directory.appendingPathComponent("\(index)_\(position.rawValue)_\(impression).iso")
            try Data(ISO19794_2_2005.encode([person.finger(position).impression(impression)])).write(to: file)
            return ["--finger", "\(position.name)=\(file.path)"]
        }
    }
}
