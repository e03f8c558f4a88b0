import Foundation
import GRDB
import TamgaStore
import TamgaStoreSQLite
import Testing

/// What the store says when rows of facts are not what it wrote.
@Suite struct SQLiteStoreFactDamageTests {
    let directory: TemporaryDirectory

    /// Persons 1 to 3; changes 4 and 5 each brought a fact of 1, one of 2 and one of nobody; closed.
    init() throws {
        directory = try TemporaryDirectory()
        let store = try directory.open()
        for number in 1...3 { try store.enrolSample(number) }
        for seed in 4...5 { try store.noteSamples(1, 2, nil, seed: seed) }
        store.close()
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: StoreReport.Finding.Kind
        /// The change that the finding names.
        var named: UInt64? = 5
    }

    private static let fact = "WHERE number = 5 AND ordinal = 0"
    private static let key = "WHERE encounter = (1 << 62) + 5 * 64"

    /// Statements that damage the first fact of change 5, which is of person 1, and what a check finds.
    static let damages: [Damage] = [
        Damage(testDescription: "UPDATE fact SET sealed = zeroblob(length(sealed)) \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET sealed = x'' \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET sealed = zeroblob(28) \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET sealed = substr(sealed, 1, 30) \(fact)", kind: .checksum),
        Damage(
            testDescription: "UPDATE fact SET sealed = (SELECT sealed FROM fact WHERE number = 4 AND ordinal = 0) "
                + fact, kind: .checksum),
        Damage(testDescription: "UPDATE fact SET person = 2 \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET person = NULL \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET person = -1 \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET person = 9 \(fact)", kind: .reference, named: 9),
        Damage(testDescription: "UPDATE fact SET ordinal = 7 \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET ordinal = 7 \(fact)", kind: .reference),
        Damage(testDescription: "UPDATE fact SET ordinal = 64 \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET ordinal = -1 \(fact)", kind: .checksum),
        Damage(testDescription: "UPDATE fact SET number = 3 \(fact)", kind: .checksum, named: 3),
        Damage(testDescription: "UPDATE fact SET number = -5 \(fact)", kind: .checksum, named: nil),
        Damage(testDescription: "UPDATE fact SET number = 1 << 60 \(fact)", kind: .checksum, named: 1 << 60),
        Damage(testDescription: "DELETE FROM encounter_key \(key)", kind: .checksum),
        Damage(testDescription: "UPDATE encounter_key SET wrapped = zeroblob(60) \(key)", kind: .checksum),
        Damage(
            testDescription: "UPDATE encounter_key SET wrapped = (SELECT wrapped FROM encounter_key "
                + "WHERE encounter = (1 << 62) + 5 * 64 + 1) \(key)", kind: .checksum),
        Damage(testDescription: "DELETE FROM fact \(fact)", kind: .reference),
        Damage(testDescription: "DELETE FROM fact \(fact)", kind: .count, named: 1),
        Damage(testDescription: "UPDATE person SET facts = 1 WHERE number = 1", kind: .checksum, named: 1),
        Damage(testDescription: "UPDATE person SET facts = 1 WHERE number = 1", kind: .count, named: 1),
    ]

    @Test(arguments: damages)
    func aDamagedFactIsNamed(_ damage: Damage) throws {
        try edit(damage.testDescription)
        let store = try directory.open(access: .readOnly)
        let report = try store.check()
        #expect(report.findings.contains { $0.kind == damage.kind && $0.sequence == damage.named }, "\(report)")
        #expect(report.findings.allSatisfy { !$0.message.contains("person-") })
        // Whoever asks for the person's facts is told, and gets no part of them.
        #expect(code { _ = try store.facts(of: Samples.person(1)) } == .corrupt)
        if damage.testDescription.contains("person = 2") {
            #expect(code { _ = try store.facts(of: Samples.person(2)) } == .corrupt)
        } else {
            #expect(try store.facts(of: Samples.person(2)).count == 2)
        }
    }

    /// Both rows and both keys of a fact of nobody: only the totals can tell.
    @Test func aFactOfNobodyThatIsGoneIsMissed() throws {
        try edit("DELETE FROM fact WHERE number = 4 AND person IS NULL")
        try edit("DELETE FROM encounter_key WHERE encounter = (1 << 62) + 4 * 64 + 2")
        let report = try directory.open().check()
        #expect(report.findings.map(\.kind) == [.count])
        #expect(report.findings.first?.message == "stated: 6 facts; found: 5")
        #expect(report.counts == StoreCounts(persons: 3, records: 6, facts: 5, sequence: 5))
    }

    @Test func twoFactsThatChangedPlacesAreNamed() throws {
        try edit("UPDATE fact SET person = 3 - person WHERE number = 5 AND person IS NOT NULL")
        let store = try directory.open()
        #expect(try store.check().findings.filter { $0.kind == .checksum }.map(\.sequence) == [5, 5])
        for number in 1...2 { #expect(code { _ = try store.facts(of: Samples.person(number)) } == .corrupt) }
        #expect(code { _ = try store.allFacts() } == .corrupt)
        #expect(try store.facts(of: Samples.person(3)).isEmpty)
    }

    /// A person whose facts cannot be read is neither deleted nor merged: what could not be proved would be lost.
    @Test func aDamagedFactStopsWhatWouldRemoveIt() throws {
        try edit("UPDATE fact SET sealed = zeroblob(40) \(Self.fact)")
        let store = try directory.open()
        #expect(code { try store.deleteSample(1) } == .corrupt)
        #expect(code { _ = try store.apply(.merge(Samples.person(1), into: Samples.person(2))) } == .corrupt)
        #expect(try store.counts() == StoreCounts(persons: 3, records: 6, facts: 6, sequence: 5))
        try store.deleteSample(2)
    }

    @Test func refusesToCountOnFromANumberBelowAFacts() throws {
        try edit("UPDATE store SET sequence = 4")
        #expect(code { _ = try directory.open() } == .corrupt)
        #expect(try directory.open(access: .readOnly).check().findings.map(\.kind) == [.count])
    }

    /// Every bit of a sealed fact and of the row beside it.
    @Test func oneFlippedBitOfAFactIsNamed() throws {
        let whole = try #require(try directory.fetch("SELECT sealed FROM fact \(Self.fact)"))
        for bit in stride(from: 0, to: whole.count * 8, by: 13) {
            var bytes = Array(whole)
            bytes[bit / 8] ^= 1 << (bit % 8)
            try edit("UPDATE fact SET sealed = ? \(Self.fact)", [Data(bytes)])
            let store = try directory.open(access: .readOnly)
            let error = try #require(throws: StoreError.self) { _ = try store.facts(of: Samples.person(1)) }
            #expect(error == StoreError(.corrupt, "fact 0 of change 5 is not what was written", sequence: 5))
            #expect(try store.check().findings == [.init(.checksum, error.message, sequence: 5)])
            store.close()
        }
    }

    private func edit(_ statement: String, _ arguments: StatementArguments = []) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let raw = try DatabaseQueue(path: directory.database, configuration: configuration)
        try raw.write { db in try db.execute(sql: statement, arguments: arguments) }
        try raw.close()
    }
}
