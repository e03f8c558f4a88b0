import GRDB
public import TamgaCrypto
public import TamgaRegistry
public import TamgaStore

// Each read is one statement, so it sees one moment without a transaction around it; and it may be made from within
// a scan, on the scan's own connection and of its moment, which is why these reads are the re-entrant ones.
extension SQLiteStore {
    public func read(_ person: PersonID) throws(StoreError) -> PersonRecord? {
        let handle = try open()
        return try storing("reading") {
            try handle.writer.unsafeReentrantRead { db in
                let statement = try db.cachedStatement(sql: PersonAssembler.query(where: "person.id = ?"))
                let rows = try Row.fetchCursor(statement, arguments: [person.text])
                var assembler = PersonAssembler(handle.vault)
                while let row = try rows.next() { try assembler.add(row) }
                return try assembler.finish()
            }
        }
    }

    public func scan(
        after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void
    ) throws(StoreError) {
        let handle = try open()
        try storing("scanning") {
            try handle.writer.unsafeReentrantRead { db in
                try db.atOneMoment {
                    let rows = try Row.fetchCursor(
                        db, sql: PersonAssembler.query(where: "person.changed > ?"),
                        arguments: [Int64(clamping: sequence)])
                    var assembler = PersonAssembler(handle.vault)
                    while let row = try rows.next() {
                        if assembler.isOfAnother(row), let person = try assembler.finish() { try body(person) }
                        try assembler.add(row)
                    }
                    if let last = try assembler.finish() { try body(last) }
                }
            }
        }
    }

    public func roster() throws(StoreError) -> [RosterEntry] {
        try list("listing persons", "SELECT \(PersonRow.columns) FROM person ORDER BY person.changed") { row in
            let person = try PersonRow(row)
            return RosterEntry(sequence: person.changed, person: person.person)
        }
    }

    public func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry] {
        try list(
            "listing deletions",
            "SELECT \(DeletionRow.columns) FROM deletion WHERE sequence > ? ORDER BY sequence LIMIT ?",
            [Int64(clamping: sequence), max(0, limit)]
        ) { row in try DeletionRow(row).entry }
    }

    public func counts() throws(StoreError) -> StoreCounts {
        let counts = try list("counting", "SELECT persons, records, facts, sequence FROM store WHERE id = 1") { row in
            guard let persons = row.natural(0), let records = row.natural(1), let facts = row.natural(2),
                let sequence = row.natural(3)
            else { throw StoreError(.corrupt, "the row of totals is gone") }
            return StoreCounts(persons: persons, records: records, facts: facts, sequence: sequence)
        }
        guard let counts = counts.first else { throw StoreError(.corrupt, "the row of totals is gone") }
        return counts
    }

    public func segmentKey() throws(StoreError) -> SecretKey {
        let vault = try open().vault
        let number = KeyVault.segmentKeyNumber
        let keys = try list(
            "reading the key of segments", "SELECT \(WrappedKey.columns) FROM encounter_key WHERE encounter = ?",
            [Int64(number)]
        ) { row in try WrappedKey(row, first: 0, of: number) }
        guard let key = keys.first else { throw StoreError(.corrupt, "the key of segments is gone") }
        return try vault.unwrap(key, of: number)
    }

    /// Which store this is, and which life of it.
    func origin() throws(StoreError) -> [UInt8] {
        let handle = try open()
        let life = try storing("reading the identity") {
            try handle.writer.unsafeReentrantRead { db in try StoreLife.of("main", db) }
        }
        return handle.vault.identity + life
    }

    private func list<Value>(
        _ doing: String, _ sql: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value
    ) throws(StoreError) -> [Value] {
        let handle = try open()
        return try storing(doing) {
            try handle.writer.unsafeReentrantRead { db in
                let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
                var values: [Value] = []
                while let row = try rows.next() { values.append(try read(row)) }
                return values
            }
        }
    }

    /// A setting of the connection that writes, as SQLite itself reports it.
    package func setting(_ pragma: String) throws(StoreError) -> String? {
        let handle = try open()
        return try storing("reading a setting") {
            try handle.writer.writeWithoutTransaction { db in try String.fetchOne(db, sql: "PRAGMA \(pragma)") }
        }
    }
}

extension Database {
    /// Runs reads that all see the same moment, up to the last: a statement that has come to its end holds none.
    func atOneMoment(_ body: () throws -> Void) throws {
        guard !isInsideTransaction else { return try body() }
        try inTransaction(.deferred) {
            try body()
            return .commit
        }
    }
}
