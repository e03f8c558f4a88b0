import Foundation
import TamgaHarness

/// The main job of the server, step by step through the real programs; every answer is checked.
struct Demonstration {
    private let place: Workplace
    private let people: Population
    private var server: ServerProcess
    private var report = Report()

    init(in place: Workplace) throws {
        self.place = place
        report.say("making certificates and a population")
        people = try Population(in: place)
        report.say("population: \(people.origin)")
        server = try report.timed("server starts on an empty store") { try ServerProcess(in: place) }
    }

    /// Runs all steps; whether every answer was what it should be.
    mutating func run() throws -> Bool {
        try enrolPopulation()
        try enrolApplicant()
        try findApplicantAgain()
        try lookForStranger()
        try verify()
        try restart()
        try killAndRestart()
        server.stop()
        return report.conclude()
    }

    private func fingers(_ files: [String]) -> [String] { files.flatMap { ["--finger", $0] } }

    private mutating func enrolPopulation() throws {
        let outcome = try report.timed("tamga import: the population is enrolled") {
            try server.tamga(
                ["import", people.enrolled.path, "--layout", "person_finger_impression"], showsErrors: true)
        }
        report.check(outcome.status == 0, "the whole population is enrolled")
        let stats = try server.tamga(["stats", "--json"]).json(StatsAnswer.self)
        report.say("the gallery holds \(stats.templates) templates of \(stats.persons) persons")
    }

    private mutating func enrolApplicant() throws {
        let outcome = try report.timed("tamga enrol: an applicant, first impression of each finger") {
            try server.tamga(["enrol", "--person", "applicant-1"] + fingers(people.applicant[0]))
        }
        report.check(outcome.status == 0, "the applicant is enrolled \(outcome.errors)")
        let again = try server.tamga(["enrol", "--person", "applicant-1"] + fingers(people.applicant[0]))
        report.check(again.status == 3, "the same name a second time is refused, never overwritten")
    }

    private mutating func findApplicantAgain() throws {
        for count in [people.applicant[1].count, 2] {
            let answer = try report.timed("tamga identify: the same person, another impression, no name given") {
                try identify(Array(people.applicant[1].prefix(count)))
            }
            report.check(
                answer.found?.person == "applicant-1",
                "\(count) fingers: \(Self.describe(answer)); searched \(answer.searched) of \(answer.gallery)")
        }
    }

    private mutating func lookForStranger() throws {
        let answer = try report.timed("tamga identify: a stranger") { try identify(people.stranger[0]) }
        report.check(
            answer.found == nil,
            "nobody reaches \(Self.text(answer.threshold)): best \(Self.text(answer.candidates.first?.score ?? 0))")
        report.check(answer.searched > 0 && answer.searched <= answer.gallery, "the answer says how much was searched")
    }

    private mutating func verify() throws {
        let probe = fingers(Array(people.applicant[1].prefix(2)))
        let right = try report.timed("tamga verify: the applicant's own fingers") {
            try server.tamga(["verify", "--person", "applicant-1", "--json"] + probe).json(VerifyAnswer.self)
        }
        report.check(right.score >= 4, "score \(Self.text(right.score)): the same person")
        let strange = fingers(Array(people.stranger[0].prefix(2)))
        let wrong = try server.tamga(["verify", "--person", "applicant-1", "--json"] + strange)
        // A stranger may hold other fingers than the applicant: then there is nothing to compare, which is no match.
        let score = (try? wrong.json(VerifyAnswer.self).score) ?? 0
        report.check(score < 4, "a stranger's fingers score \(Self.text(score)): another person")
    }

    private mutating func restart() throws {
        let before = try server.tamga(["stats", "--json"]).json(StatsAnswer.self)
        report.check(server.stop() == 0, "the server ends on SIGTERM with status 0")
        server = try report.timed("server starts again and rebuilds its gallery") { try ServerProcess(in: place) }
        let after = try server.tamga(["stats", "--json"]).json(StatsAnswer.self)
        report.check(
            before.persons == after.persons && before.templates == after.templates,
            "nothing is lost: \(after.templates) templates of \(after.persons) persons")
        let answer = try identify(people.applicant[1])
        report.check(answer.found?.person == "applicant-1", "the applicant is still found")
    }

    private mutating func killAndRestart() throws {
        let enrolled = try server.tamga(["enrol", "--person", "applicant-2"] + fingers(people.stranger[0]))
        server.kill()
        report.check(enrolled.status == 0, "the former stranger is enrolled, the server killed (-9) at once")
        server = try report.timed("server starts after the kill") { try ServerProcess(in: place) }
        let other = people.stranger.count > 1 ? people.stranger[1] : people.stranger[0]
        let answer = try identify(other)
        report.check(answer.found?.person == "applicant-2", "found from another impression: \(Self.describe(answer))")
    }

    private func identify(_ files: [String]) throws -> IdentifyAnswer {
        try server.tamga(["identify", "--json"] + fingers(files)).json()
    }

    private static func describe(_ answer: IdentifyAnswer) -> String {
        guard let first = answer.candidates.first else { return "no candidate" }
        return "\(first.person), score \(text(first.score)), in \(text(answer.milliseconds)) ms"
    }

    private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
