import GRDB
import TamgaRegistry
import TamgaStore

// What a change has to know before it is made.
extension ChangeWriter {
    func find(_ person: PersonID) throws -> PersonRow? {
        let statement = try db.cachedStatement(sql: "SELECT \(PersonRow.columns) FROM person WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [person.text]).map { row in try PersonRow(row) }
    }

    func require(_ person: PersonID) throws -> PersonRow {
        guard let known = try find(person) else { throw StoreError.personUnknown }
        return known
    }

    /// The person with everything held, opened.
    func read(_ person: PersonID) throws -> PersonRecord {
        let statement = try db.cachedStatement(sql: PersonAssembler.query(where: "person.id = ?"))
        let rows = try Row.fetchCursor(statement, arguments: [person.text])
        var assembler = PersonAssembler(vault)
        while let row = try rows.next() { try assembler.add(row) }
        guard let record = try assembler.finish() else { throw StoreError.personUnknown }
        return record
    }

    func encounter(_ number: UInt64) throws -> EncounterRow? {
        // A number beyond the file's own range is nobody's.
        guard let number = Int64(exactly: number) else { return nil }
        let statement = try db.cachedStatement(sql: "SELECT \(EncounterRow.columns) FROM encounter WHERE number = ?")
        return try Row.fetchOne(statement, arguments: [number]).map { row in try EncounterRow(row) }
    }

    func encounters(of person: PersonRow) throws -> [EncounterRow] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(EncounterRow.columns) FROM encounter WHERE person = ? ORDER BY place")
        return try Row.fetchAll(statement, arguments: [Int64(person.number)]).map { row in try EncounterRow(row) }
    }

    func recordCount(of person: PersonRow) throws -> Int {
        try encounters(of: person).reduce(0) { $0 + $1.recordCount }
    }

    func nextPlace(of person: PersonRow) throws -> Int64 {
        (try encounters(of: person).last?.place).map { $0 + 1 } ?? 0
    }

    func lastChain() throws -> [UInt8] {
        let statement = try db.cachedStatement(sql: "SELECT chain FROM deletion ORDER BY sequence DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement) else { return DeletionEntry.firstChain }
        guard let chain = row.bytes(0) else {
            throw StoreError(.corrupt, "the chain of deletions is not what was written")
        }
        return chain
    }
}
