import GRDB
import TamgaStore

// Row against row: does everything belong to something, and do the numbers add up?
extension StoreChecker {
    mutating func checkStructure(_ db: Database) throws {
        let lines = try Row.fetchCursor(db, sql: "PRAGMA integrity_check(\(StoreReport.findingsKept))")
        while let line = try lines.next() {
            if line.text(0) != "ok" { add(.structure, line.text(0) ?? "no text") }
        }
    }

    mutating func checkReferences(_ db: Database) throws {
        try find(
            db,
            """
            SELECT person, count(*) FROM encounter
            WHERE NOT EXISTS (SELECT 1 FROM person WHERE number = encounter.person) GROUP BY person
            """
        ) { checker, number, count in
            checker.add(.reference, "\(count) encounters without person row \(number)", UInt64(exactly: number))
        }
        for (table, what) in [("record", "records"), ("encounter_key", "keys")] {
            try find(
                db,
                """
                SELECT encounter, count(*) FROM \(table)
                WHERE encounter <> \(KeyVault.segmentKeyNumber)
                    AND NOT EXISTS (SELECT 1 FROM encounter WHERE number = \(table).encounter) GROUP BY encounter
                """
            ) { checker, number, count in
                checker.add(.reference, "\(count) \(what) without encounter row \(number)", UInt64(exactly: number))
            }
        }
    }

    mutating func checkCounts(_ db: Database) throws {
        for (owner, part, what) in [("person", "encounter", "encounters"), ("encounter", "record", "records")] {
            let sql = """
                SELECT number, \(what), (SELECT count(*) FROM \(part) WHERE \(owner) = \(owner).number) AS found
                FROM \(owner) WHERE \(what) <> found
                """
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let (number, written, found) = (row.integer(0) ?? 0, row.integer(1) ?? 0, row.integer(2) ?? 0)
                add(.count, "\(owner) row \(number) has \(found) \(what), written: \(written)", UInt64(exactly: number))
            }
        }
    }

    mutating func checkTotals(_ db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT persons, records, sequence,
                    max(ifnull((SELECT max(changed) FROM person), 0), ifnull((SELECT max(sequence) FROM deletion), 0))
                FROM store WHERE id = 1
                """)
        guard let row, let last = row.natural(2) else { return add(.count, "the row of totals is gone") }
        note(sequence: last)
        if row.integer(0) != Int64(persons) || row.integer(1) != Int64(records) {
            add(
                .count,
                "stated: \(row.integer(0) ?? 0) persons, \(row.integer(1) ?? 0) records; "
                    + "found: \(persons), \(records)")
        }
        if let highest = row.integer(3), Int64(last) < highest {
            add(.count, "the last change is numbered \(last), a person or deletion \(highest)")
        }
    }

    private mutating func find(
        _ db: Database, _ sql: String, _ body: (inout StoreChecker, Int64, Int64) -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { body(&self, row.integer(0) ?? 0, row.integer(1) ?? 0) }
    }
}
