import GRDB
import TamgaStore

/// Goes through a store and collects what is wrong.
struct StoreChecker {
    private var persons: UInt64 = 0
    private var records: UInt64 = 0
    private var sequence: UInt64 = 0
    private var findings: [StoreReport.Finding] = []
    private var findingCount = 0

    var report: StoreReport {
        StoreReport(
            counts: StoreCounts(persons: persons, records: records, sequence: sequence),
            findings: findings, findingCount: findingCount)
    }

    mutating func run(_ db: Database) throws {
        try attempt { checker in try checker.checkStructure(db) }
        try attempt { checker in try checker.checkPersons(db) }
        try attempt { checker in try checker.checkRecords(db) }
        try attempt { checker in try checker.checkRecordCounts(db) }
        try attempt { checker in try checker.checkTotals(db) }
    }

    /// Damage that stops one step is a finding, and the next step is tried; any other failure ends the check.
    private mutating func attempt(_ step: (inout StoreChecker) throws -> Void) throws {
        do throws(StoreError) {
            try storing("checking") { try step(&self) }
        } catch {
            guard error.code == .corrupt else { throw error }
            add(.structure, error.description, error.sequence)
        }
    }

    private mutating func add(_ kind: StoreReport.Finding.Kind, _ message: String, _ sequence: UInt64? = nil) {
        findingCount += 1
        guard findings.count < StoreReport.findingsKept else { return }
        findings.append(.init(kind, message, sequence: sequence))
    }

    private mutating func checkStructure(_ db: Database) throws {
        let lines = try Row.fetchCursor(db, sql: "PRAGMA integrity_check(\(StoreReport.findingsKept))")
        while let line = try lines.next() {
            if line.text(0) != "ok" { add(.structure, line.text(0) ?? "no text") }
        }
        let orphans = try Row.fetchCursor(
            db,
            sql: """
                SELECT person, count(*) FROM record
                WHERE NOT EXISTS (SELECT 1 FROM person WHERE sequence = record.person) GROUP BY person
                """)
        while let row = try orphans.next() {
            let person = row.integer(0).flatMap(UInt64.init(exactly:))
            add(.reference, "\(row.integer(1) ?? 0) records without person row \(row.integer(0) ?? 0)", person)
        }
    }

    private mutating func checkPersons(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(PersonRow.columns) FROM person ORDER BY sequence")
        while let row = try rows.next() {
            persons += 1
            do throws(StoreError) {
                _ = try PersonRow(row)
            } catch {
                add(.checksum, error.message, error.sequence)
            }
        }
    }

    private mutating func checkRecords(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(RecordRow.columns) FROM record ORDER BY person, ordinal")
        while let row = try rows.next() {
            records += 1
            do throws(StoreError) {
                _ = try RecordRow(row)
            } catch {
                add(.checksum, error.message, error.sequence)
            }
        }
    }

    private mutating func checkRecordCounts(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT sequence, records, (SELECT count(*) FROM record WHERE person = person.sequence) AS found
                FROM person WHERE records <> found
                """)
        while let row = try rows.next() {
            let (number, written, found) = (row.integer(0) ?? 0, row.integer(1) ?? 0, row.integer(2) ?? 0)
            add(.count, "person row \(number) has \(found) records, written: \(written)", UInt64(exactly: number))
        }
    }

    private mutating func checkTotals(_ db: Database) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT persons, records, sequence, (SELECT max(sequence) FROM person) FROM store WHERE id = 1")
        guard let row, let last = row.integer(2).flatMap(UInt64.init(exactly:)) else {
            return add(.count, "the row of totals is gone")
        }
        sequence = last
        if row.integer(0) != Int64(persons) || row.integer(1) != Int64(records) {
            add(
                .count,
                "stated: \(row.integer(0) ?? 0) persons, \(row.integer(1) ?? 0) records; "
                    + "found: \(persons), \(records)")
        }
        if let highest = row.integer(3), Int64(last) < highest {
            add(.count, "the last change is numbered \(last), a person \(highest)")
        }
    }
}
