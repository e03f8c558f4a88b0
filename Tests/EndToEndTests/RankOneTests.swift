import Foundation
import TamgaHarness
import TamgaTestSupport
import Testing

/// Real templates through the real programs: the first candidate must be the right person.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct RankOneTests {
    /// Impression 1 enrolled, impressions 2 to 8 searched.
    @Test(arguments: [
        "fvc2002_db1_b/mindtct", "fvc2002_db1_b/secugen", "fvc2002_db2_b/mindtct", "fvc2002_db2_b/secugen",
    ])
    func singleFingersAreFoundFirst(set: String) throws {
        let answers = try Self.answers(set: set, layout: "finger_impression")
        try #require(answers.count == 70)
        let right = answers.filter { $0.candidates.first?.person == Self.owner($0.probe) }.count
        print("rank-1 of \(set): \(right) of \(answers.count)")
        #expect(Double(right) / Double(answers.count) >= 0.97)
        #expect(answers.allSatisfy { $0.searched == 10 && $0.gallery == 10 })
    }

    /// All fingers of a person at once: every probe must find its person.
    @Test func wholeHandsAreAlwaysFoundFirst() throws {
        let answers = try Self.answers(set: "neurotechnology_uareu/mindtct", layout: "person_finger_impression")
        try #require(answers.count == 49)
        let right = answers.filter { $0.candidates.first?.person == Self.owner($0.probe) }.count
        print("rank-1 of uareu, all fingers of a person: \(right) of \(answers.count)")
        #expect(right == answers.count)
    }

    private static func owner(_ probe: String?) -> String? {
        probe?.split(separator: "_").first.map(String.init)
    }

    private static func answers(set: String, layout: String) throws -> [IdentifyAnswer] {
        let place = try Workplace(named: "tamga-rank-one")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let directory = try #require(TestData.dataDirectory) + "/" + set
        let imported = try server.tamga(["import", directory, "--layout", layout, "--impressions", "1"])
        try #require(imported.status == 0, "\(imported.errors)")
        let outcome = try server.tamga([
            "identify", "--probes", directory, "--layout", layout, "--impressions", "2-8", "--json",
        ])
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(server.stop() == 0)
        return try outcome.jsonLines()
    }
}
