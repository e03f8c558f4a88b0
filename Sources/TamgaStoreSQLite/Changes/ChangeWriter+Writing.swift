import FoundationEssentials
import GRDB
import TamgaRegistry
import TamgaStore
import TamgaTemplates

// The rows that changes write. Statements are prepared once for each connection.
extension ChangeWriter {
    /// Takes the next number and keeps the totals true.
    func countChange(persons: Int, records: Int, facts: Int = 0) throws -> UInt64 {
        let statement = try db.cachedStatement(
            sql: """
                UPDATE store
                SET sequence = sequence + 1, persons = persons + ?, records = records + ?, facts = facts + ?
                WHERE id = 1 RETURNING sequence
                """)
        guard let next = try Int64.fetchOne(statement, arguments: [persons, records, facts]),
            let sequence = UInt64(exactly: next)
        else { throw StoreError(.corrupt, "the row of totals is gone") }
        return sequence
    }

    /// Who has no facts yet: the columns are those of version 2, for the migration to it.
    func insert(_ person: PersonRow) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO person (number, id, changed, encounters, checksum) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            Int64(person.number), person.person.text, Int64(person.changed), person.encounterCount,
            Int64(person.checksum),
        ])
    }

    /// The person has had one more change.
    func touch(_ person: PersonRow, _ sequence: UInt64, encounters: Int, facts: Int = 0) throws {
        try update(person.changed(sequence, encounters: encounters, facts: facts))
    }

    func update(_ person: PersonRow) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE person SET changed = ?, encounters = ?, facts = ?, checksum = ? WHERE number = ?")
        try statement.execute(arguments: [
            Int64(person.changed), person.encounterCount, person.factCount, Int64(person.checksum),
            Int64(person.number),
        ])
    }

    func insert(_ content: EncounterContent, number: UInt64, of person: UInt64, place: Int64) throws {
        let row = EncounterRow(
            number: number, person: person, place: place, takenAt: content.takenAt, changed: number,
            recordCount: content.records.count)
        try insert(row, content.records)
    }

    /// With a new key.
    func insert(_ encounter: EncounterRow, _ records: [StoredRecord]) throws {
        let (seal, key) = try vault.makeSeal(of: encounter.number)
        let number = Int64(encounter.number)
        try db.cachedStatement(sql: "INSERT INTO encounter VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
            number, Int64(encounter.person), encounter.place, encounter.takenAt, Int64(encounter.changed),
            encounter.recordCount, Int64(encounter.checksum),
        ])
        try insert(key, of: encounter.number)
        let statement = try db.cachedStatement(sql: "INSERT INTO record VALUES (?, ?, ?, ?, ?)")
        for (ordinal, record) in records.enumerated() {
            try statement.execute(arguments: [
                number, ordinal, record.position.map { Int64($0.rawValue) }, Int64(record.format),
                Data(try seal.seal(record, ordinal: ordinal)),
            ])
        }
    }

    func insert(_ key: WrappedKey, of encounter: UInt64) throws {
        try db.cachedStatement(sql: "INSERT INTO encounter_key VALUES (?, ?, ?)").execute(arguments: [
            Int64(encounter), key.master, key.data,
        ])
    }

    func move(_ encounter: EncounterRow, to person: UInt64, place: Int64) throws {
        let after = EncounterRow(
            number: encounter.number, person: person, place: place, takenAt: encounter.takenAt,
            changed: encounter.changed, recordCount: encounter.recordCount)
        let statement = try db.cachedStatement(
            sql: "UPDATE encounter SET person = ?, place = ?, checksum = ? WHERE number = ?")
        try statement.execute(arguments: [Int64(person), place, Int64(after.checksum), Int64(after.number)])
    }

    /// With its key and its records.
    func remove(encounter number: UInt64) throws {
        for table in ["record WHERE encounter", "encounter_key WHERE encounter", "encounter WHERE number"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) = ?").execute(arguments: [Int64(number)])
        }
    }
}
