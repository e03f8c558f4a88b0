import GRDB
import TamgaStore

/// Goes through a store and collects what is wrong.
struct StoreChecker {
    let vault: KeyVault
    /// Whether an encounter or a fact without a key is none of the things that are wrong.
    let allowsMissingKeys: Bool
    /// The version of the schema that the file has to have.
    let version: Int32
    /// Told how many encounters were looked at.
    let progress: (UInt64) -> Void
    private(set) var persons: UInt64 = 0
    private(set) var records: UInt64 = 0
    private(set) var facts: UInt64 = 0
    private(set) var sequence: UInt64 = 0
    private var findings: [StoreReport.Finding] = []
    private var findingCount = 0

    init(
        _ vault: KeyVault, allowsMissingKeys: Bool = false, version: Int32 = StoreSchema.version,
        progress: @escaping (UInt64) -> Void = { _ in }
    ) {
        (self.vault, self.allowsMissingKeys) = (vault, allowsMissingKeys)
        (self.version, self.progress) = (version, progress)
    }

    var report: StoreReport {
        StoreReport(
            counts: StoreCounts(persons: persons, records: records, facts: facts, sequence: sequence),
            findings: findings, findingCount: findingCount)
    }

    mutating func run(_ db: Database) throws {
        try attempt { checker in try checker.checkStructure(db) }
        try attempt { checker in try checker.checkSchema(db) }
        try attempt { checker in try checker.checkReferences(db) }
        try attempt { checker in try checker.checkPersons(db) }
        try attempt { checker in try checker.checkEncounters(db) }
        try attempt { checker in try checker.checkFacts(db) }
        try attempt { checker in try checker.checkSegmentKey(db) }
        try attempt { checker in try checker.checkCounts(db) }
        try attempt { checker in try checker.checkDeletions(db) }
        try attempt { checker in try checker.checkTotals(db) }
    }

    /// Damage that stops one step is a finding, and the next step is tried; any other failure ends the check.
    private mutating func attempt(_ step: (inout StoreChecker) throws -> Void) throws {
        do throws(StoreError) {
            try storing("checking") { try step(&self) }
        } catch {
            // "Failed" is what SQLite says to a statement that the schema, damaged, does not bear.
            guard error.code == .corrupt || error.code == .failed else { throw error }
            add(.structure, error.description, error.sequence)
        }
    }

    mutating func add(_ kind: StoreReport.Finding.Kind, _ message: String, _ sequence: UInt64? = nil) {
        findingCount += 1
        guard findings.count < StoreReport.findingsKept else { return }
        findings.append(.init(kind, message, sequence: sequence))
    }

    /// A row that is not what was written is a finding, and the next is looked at.
    mutating func judge(_ read: () throws(StoreError) -> Void) {
        do throws(StoreError) { try read() } catch { add(.checksum, error.message, error.sequence) }
    }

    mutating func count(person: Int = 0, record: Int = 0, fact: Int = 0) {
        persons += UInt64(person)
        records += UInt64(record)
        facts += UInt64(fact)
    }

    mutating func note(sequence: UInt64) { self.sequence = sequence }
}
