import GRDB
import TamgaStore

// Row by row: is each what was written, and does each record open?
extension StoreChecker {
    mutating func checkPersons(_ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(PersonRow.columns) FROM person ORDER BY number")
        while let row = try rows.next() {
            count(person: 1)
            judge { () throws(StoreError) in _ = try PersonRow(row) }
        }
    }

    /// Without it the segment files would be made anew, and that without end.
    mutating func checkSegmentKey(_ db: Database) throws {
        let number = KeyVault.segmentKeyNumber
        let row = try Row.fetchOne(
            db, sql: "SELECT \(WrappedKey.columns) FROM encounter_key WHERE encounter = \(number)")
        guard let row else { return add(.reference, "the key of segments is gone") }
        let vault = vault
        judge { () throws(StoreError) in _ = try vault.unwrap(WrappedKey(row, first: 0, of: number), of: number) }
    }

    /// Every encounter with its key and its records, also those whose owner is gone.
    mutating func checkEncounters(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(EncounterRow.columns), \(WrappedKey.columns)
                FROM encounter LEFT JOIN encounter_key ON encounter_key.encounter = encounter.number
                ORDER BY number
                """)
        var done: UInt64 = 0
        while let row = try rows.next() {
            done += 1
            progress(done)
            judge { () throws(StoreError) in _ = try EncounterRow(row) }
            guard let number = row.natural(0) else { continue }
            if allowsMissingKeys, row.isNull(EncounterRow.columnCount) { continue }
            var seal: EncounterSeal?
            let vault = vault
            judge { () throws(StoreError) in
                let key = try WrappedKey(row, first: EncounterRow.columnCount, of: number)
                seal = try vault.seal(of: number, key)
            }
            if let seal { try checkRecords(seal, db) }
        }
        count(record: try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0)
    }

    private mutating func checkRecords(_ seal: EncounterSeal, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "SELECT \(RecordRow.columns) FROM record WHERE encounter = ? ORDER BY ordinal")
        let rows = try Row.fetchCursor(statement, arguments: [Int64(seal.encounter)])
        while let row = try rows.next() {
            judge { () throws(StoreError) in _ = try RecordRow(row, seal) }
        }
    }

    /// Every fact with its key, also those whose owner is gone.
    mutating func checkFacts(_ db: Database) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(FactRow.columns) FROM fact \(FactRow.join) ORDER BY fact.number, fact.ordinal")
        let vault = vault
        while let row = try rows.next() {
            count(fact: 1)
            if allowsMissingKeys, row.isNull(FactRow.columnCount - WrappedKey.columnCount) { continue }
            judge { () throws(StoreError) in _ = try FactRow(row, vault) }
        }
    }

    /// The chain of deletions from its beginning: a row changed, added or left out breaks it.
    mutating func checkDeletions(_ db: Database) throws {
        var chain = DeletionEntry.firstChain
        let rows = try Row.fetchCursor(db, sql: "SELECT \(DeletionRow.columns) FROM deletion ORDER BY sequence")
        while let row = try rows.next() {
            let entry = try DeletionRow(row).entry
            let expected = try DeletionEntry.chain(
                chain, sequence: entry.sequence, deletedAt: entry.deletedAt, digest: entry.digest)
            if entry.chain != expected {
                add(.checksum, "deletion row \(entry.sequence) does not follow from those before it", entry.sequence)
            }
            chain = entry.chain
        }
    }
}
