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

    /// The tables as their texts in the file say, held against those this program makes: a bit flipped there may spare
    /// every reader and stop the next writer.
    mutating func checkSchema(_ db: Database) throws {
        let found = try Self.schema(db)
        let expected = try StoreSchema.sample(version).read(Self.schema)
        for text in found where !expected.contains(text) {
            add(.structure, "the schema has what this program did not make: \(text.prefix(80))")
        }
        for text in expected where !found.contains(text) {
            add(.structure, "the schema lacks: \(text.prefix(80))")
        }
    }

    /// What makes each table and index, without what the spaces between words look like.
    private static func schema(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_schema ORDER BY type, name"
        ).map { text in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    mutating func checkReferences(_ db: Database) throws {
        for (table, what) in [("encounter", "encounters"), ("fact", "facts")] {
            try find(
                db,
                """
                SELECT person, count(*) FROM \(table)
                WHERE person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE number = \(table).person)
                GROUP BY person
                """
            ) { checker, number, count in
                checker.add(.reference, "\(count) \(what) without person row \(number)", UInt64(exactly: number))
            }
        }
        for (table, what) in [("record", "records"), ("encounter_key", "keys")] {
            try find(
                db,
                """
                SELECT encounter, count(*) FROM \(table)
                WHERE encounter <> \(KeyVault.segmentKeyNumber) AND NOT \(FactKey.isOfFact("encounter"))
                    AND NOT EXISTS (SELECT 1 FROM encounter WHERE number = \(table).encounter) GROUP BY encounter
                """
            ) { checker, number, count in
                checker.add(.reference, "\(count) \(what) without encounter row \(number)", UInt64(exactly: number))
            }
        }
        try checkKeysOfFacts(db)
    }

    private mutating func checkKeysOfFacts(_ db: Database) throws {
        try find(
            db,
            """
            SELECT encounter, 1 FROM encounter_key WHERE \(FactKey.isOfFact("encounter")) AND NOT EXISTS
                (SELECT 1 FROM fact WHERE \(FactKey.condition("fact", hasKey: "encounter_key.encounter")))
            """
        ) { checker, number, _ in
            guard let key = UInt64(exactly: number) else { return }
            checker.add(.reference, "a key without \(FactKey.owner(of: key))", FactKey.change(of: key))
        }
    }

    mutating func checkCounts(_ db: Database) throws {
        for (owner, part, what) in [
            ("person", "encounter", "encounters"), ("encounter", "record", "records"), ("person", "fact", "facts"),
        ] {
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
                SELECT persons, records, facts, sequence,
                    max(ifnull((SELECT max(changed) FROM person), 0), ifnull((SELECT max(sequence) FROM deletion), 0),
                        ifnull((SELECT max(number) FROM fact), 0))
                FROM store WHERE id = 1
                """)
        guard let row, let last = row.natural(3) else { return add(.count, "the row of totals is gone") }
        note(sequence: last)
        for (column, found, what) in [(0, persons, "persons"), (1, records, "records"), (2, facts, "facts")]
        where row.integer(column) != Int64(found) {
            add(.count, "stated: \(row.integer(column) ?? 0) \(what); found: \(found)")
        }
        if let highest = row.integer(4), Int64(last) < highest {
            add(.count, "the last change is numbered \(last), a person, fact or deletion \(highest)")
        }
    }

    private mutating func find(
        _ db: Database, _ sql: String, _ body: (inout StoreChecker, Int64, Int64) -> Void
    ) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { body(&self, row.integer(0) ?? 0, row.integer(1) ?? 0) }
    }
}
