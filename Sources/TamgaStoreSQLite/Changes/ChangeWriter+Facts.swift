import FoundationEssentials
import GRDB
import TamgaRegistry
import TamgaStore

// Facts: noted, read for those who go, moved and removed.
extension ChangeWriter {
    func note(_ contents: [FactContent]) throws -> AppliedChange {
        try StoreLimits.check(contents)
        let persons = Set(contents.compactMap(\.person))
        var known: [PersonID: PersonRow] = [:]
        for person in persons { known[person] = try require(person) }
        let sequence = try countChange(persons: 0, records: 0, facts: contents.count)
        for (ordinal, content) in contents.enumerated() {
            let owner = content.person.flatMap { known[$0]?.number }
            try insert(content.bytes, number: sequence, ordinal, of: owner)
        }
        for (person, row) in known {
            try count(row, facts: contents.count { $0.person == person })
        }
        return AppliedChange(sequence: sequence)
    }

    /// The person's facts, opened, in their order.
    func facts(of person: PersonRow) throws -> [FactRow] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(FactRow.columns) FROM fact \(FactRow.join)
                WHERE fact.person = ? ORDER BY fact.number, fact.ordinal
                """)
        let rows = try Row.fetchCursor(statement, arguments: [Int64(person.number)])
        var facts: [FactRow] = []
        while let row = try rows.next() { facts.append(try FactRow(row, vault)) }
        try person.check(factCount: facts.count)
        return facts
    }

    /// With a new key.
    private func insert(_ bytes: [UInt8], number: UInt64, _ ordinal: Int, of owner: UInt64?) throws {
        let (seal, key) = try vault.makeSeal(ofFact: number, ordinal)
        try insert(key, of: FactKey.number(number, ordinal))
        try db.cachedStatement(sql: "INSERT INTO fact VALUES (?, ?, ?, ?)").execute(arguments: [
            Int64(number), ordinal, owner.map { Int64($0) }, Data(try seal.seal(bytes, of: owner)),
        ])
    }

    /// Under the key it has: see ``FactSeal``.
    func move(_ fact: FactRow, to person: UInt64) throws {
        let sealed = try fact.seal.seal(fact.bytes, of: person)
        try db.cachedStatement(sql: "UPDATE fact SET person = ?, sealed = ? WHERE number = ? AND ordinal = ?").execute(
            arguments: [Int64(person), Data(sealed), Int64(fact.number), fact.ordinal])
    }

    /// With its key.
    func remove(_ fact: FactRow) throws {
        try db.cachedStatement(sql: "DELETE FROM fact WHERE number = ? AND ordinal = ?").execute(
            arguments: [Int64(fact.number), fact.ordinal])
        try db.cachedStatement(sql: "DELETE FROM encounter_key WHERE encounter = ?").execute(
            arguments: [Int64(FactKey.number(fact.number, fact.ordinal))])
    }

    /// The person has more facts; it is no change of theirs.
    private func count(_ person: PersonRow, facts: Int) throws {
        try update(person.changed(person.changed, encounters: 0, facts: facts))
    }
}

extension FactRow {
    /// As the store hands it out.
    func stored(of person: PersonID?) -> StoredFact {
        StoredFact(number: number, ordinal: ordinal, person: person, bytes: bytes)
    }
}

extension PersonRow {
    /// After a change.
    func changed(_ sequence: UInt64, encounters: Int, facts: Int) -> PersonRow {
        PersonRow(
            number: number, person: person, changed: sequence, encounterCount: encounterCount + encounters,
            factCount: factCount + facts)
    }

    /// - Throws: `.corrupt` where not as many facts were found as were written.
    func check(factCount found: Int) throws(StoreError) {
        guard found == factCount else {
            throw StoreError(
                .corrupt, "person row \(number) has \(found) facts, written: \(factCount)", sequence: number)
        }
    }
}
