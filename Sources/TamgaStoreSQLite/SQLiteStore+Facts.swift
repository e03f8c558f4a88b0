import GRDB
public import TamgaRegistry
public import TamgaStore

// As the other reads: one statement each, re-entrant.
extension SQLiteStore {
    public func facts(of person: PersonID) throws(StoreError) -> [StoredFact] {
        let handle = try open()
        return try storing("reading facts") {
            try handle.writer.unsafeReentrantRead { db in
                let statement = try db.cachedStatement(
                    sql: """
                        SELECT \(PersonRow.columns), \(FactRow.columns)
                        FROM person LEFT JOIN fact ON fact.person = person.number \(FactRow.join)
                        WHERE person.id = ? ORDER BY fact.number, fact.ordinal
                        """)
                let rows = try Row.fetchCursor(statement, arguments: [person.text])
                var (facts, owner): ([StoredFact], PersonRow?) = ([], nil)
                while let row = try rows.next() {
                    if owner == nil { owner = try PersonRow(row) }
                    guard !row.isNull(PersonRow.columnCount) else { continue }
                    facts.append(
                        try FactRow(row, first: PersonRow.columnCount, handle.vault).stored(of: owner?.person))
                }
                try owner?.check(factCount: facts.count)
                return facts
            }
        }
    }

    public func scanFacts(
        after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void
    ) throws(StoreError) {
        let handle = try open()
        try storing("scanning facts") {
            try handle.writer.unsafeReentrantRead { db in
                try db.atOneMoment {
                    let rows = try Row.fetchCursor(
                        db,
                        sql: """
                            SELECT \(FactRow.columns), \(PersonRow.columns)
                            FROM fact \(FactRow.join) LEFT JOIN person ON person.number = fact.person
                            WHERE fact.number > ? ORDER BY fact.number, fact.ordinal
                            """, arguments: [Int64(clamping: number)])
                    while let row = try rows.next() {
                        let fact = try FactRow(row, handle.vault)
                        try body(fact.stored(of: Self.owner(of: fact, row)))
                    }
                }
            }
        }
    }

    private static func owner(of fact: FactRow, _ row: Row) throws(StoreError) -> PersonID? {
        guard let owner = fact.owner else { return nil }
        guard !row.isNull(FactRow.columnCount) else {
            throw StoreError(
                .corrupt, "fact \(fact.ordinal) of change \(fact.number) is of person row \(owner), which is gone",
                sequence: fact.number)
        }
        return try PersonRow(row, first: FactRow.columnCount).person
    }
}
