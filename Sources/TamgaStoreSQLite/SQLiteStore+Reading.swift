import GRDB
public import TamgaRegistry
public import TamgaStore

// Each read is one statement, so it sees one moment without a transaction around it; and it may be made from within
// a scan, on the scan's own connection, which is why these reads are the re-entrant ones.
extension SQLiteStore {
    public func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        let reader = try open()
        return try storing("reading") {
            try reader.unsafeReentrantRead { db in
                let statement = try db.cachedStatement(sql: PersonAssembler.query(where: "person.id = ?"))
                let rows = try Row.fetchCursor(statement, arguments: [person.text])
                var assembler = PersonAssembler()
                while let row = try rows.next() { try assembler.add(row) }
                return try assembler.finish()
            }
        }
    }

    public func scan(_ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        let reader = try open()
        try storing("scanning") {
            try reader.unsafeReentrantRead { db in
                let rows = try Row.fetchCursor(db, sql: PersonAssembler.query())
                var assembler = PersonAssembler()
                while let row = try rows.next() {
                    if assembler.isOfAnother(row), let person = try assembler.finish() { try body(person) }
                    try assembler.add(row)
                }
                if let last = try assembler.finish() { try body(last) }
            }
        }
    }

    public func roster() throws(StoreError) -> [RosterEntry] {
        let reader = try open()
        return try storing("listing persons") {
            try reader.unsafeReentrantRead { db in
                let rows = try Row.fetchCursor(
                    db, sql: "SELECT \(PersonRow.columns) FROM person ORDER BY person.sequence")
                var roster: [RosterEntry] = []
                while let row = try rows.next() {
                    let person = try PersonRow(row)
                    roster.append(RosterEntry(sequence: person.sequence, person: person.person))
                }
                return roster
            }
        }
    }

    public func counts() throws(StoreError) -> StoreCounts {
        let reader = try open()
        return try storing("counting") {
            try reader.unsafeReentrantRead { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT persons, records, sequence FROM store WHERE id = 1")
                guard let row = try Row.fetchOne(statement),
                    let persons = row.integer(0).flatMap(UInt64.init(exactly:)),
                    let records = row.integer(1).flatMap(UInt64.init(exactly:)),
                    let sequence = row.integer(2).flatMap(UInt64.init(exactly:))
                else { throw StoreError(.corrupt, "the row of totals is gone") }
                return StoreCounts(persons: persons, records: records, sequence: sequence)
            }
        }
    }

    /// A setting of the connection that writes, as SQLite itself reports it.
    package func setting(_ pragma: String) throws(StoreError) -> String? {
        let writer = try open()
        return try storing("reading a setting") {
            try writer.writeWithoutTransaction { db in try String.fetchOne(db, sql: "PRAGMA \(pragma)") }
        }
    }
}
