import FoundationEssentials
import GRDB
import TamgaRegistry
import TamgaStore

/// Makes changes within a transaction.
///
/// What a change may be refused for is looked at before anything is written: a refused change leaves no trace in the
/// transaction it shares with others. One made of parts has a savepoint, which takes back what parts before wrote.
struct ChangeWriter {
    let db: Database
    let vault: KeyVault

    func apply(_ change: StoreChange) throws -> AppliedChange {
        switch change {
        case .enrol(let person, let content): try enrol(person, content)
        case .addEncounter(let person, let content): try addEncounter(person, content)
        case .update(let person, let number, let records): try update(person, number, records)
        case .delete(let person, let order): try delete(person, order)
        case .merge(let person, let staying): try merge(person, into: staying)
        case .note(let facts): try note(facts)
        case .together(let parts): try together(parts)
        }
    }

    private func enrol(_ person: PersonID, _ content: EncounterContent) throws -> AppliedChange {
        try StoreLimits.check(content.records)
        guard try find(person) == nil else { throw StoreError.personExists }
        let sequence = try countChange(persons: 1, records: content.records.count)
        try insert(PersonRow(number: sequence, person: person, changed: sequence, encounterCount: 1, factCount: 0))
        try insert(content, number: sequence, of: sequence, place: 0)
        return AppliedChange(sequence: sequence)
    }

    private func addEncounter(_ person: PersonID, _ content: EncounterContent) throws -> AppliedChange {
        try StoreLimits.check(content.records)
        let known = try require(person)
        try StoreLimits.check(recordCount: try recordCount(of: known) + content.records.count)
        let place = try nextPlace(of: known)
        let sequence = try countChange(persons: 0, records: content.records.count)
        try insert(content, number: sequence, of: known.number, place: place)
        try touch(known, sequence, encounters: 1)
        return AppliedChange(sequence: sequence)
    }

    private func update(_ person: PersonID, _ number: UInt64, _ records: [StoredRecord]) throws -> AppliedChange {
        try StoreLimits.check(records)
        let known = try require(person)
        guard let before = try encounter(number), before.person == known.number else {
            throw StoreError.encounterUnknown
        }
        let added = records.count - before.recordCount
        try StoreLimits.check(recordCount: try recordCount(of: known) + added)
        let sequence = try countChange(persons: 0, records: added)
        try remove(encounter: number)
        let after = EncounterRow(
            number: number, person: known.number, place: before.place, takenAt: before.takenAt, changed: sequence,
            recordCount: records.count)
        try insert(after, records)
        try touch(known, sequence, encounters: 0)
        return AppliedChange(sequence: sequence)
    }

    private func delete(_ person: PersonID, _ order: DeletionOrder) throws -> AppliedChange {
        try StoreLimits.check(order)
        let known = try require(person)
        let content = try read(person)
        let facts = try facts(of: known)
        let sequence = try countChange(persons: -1, records: -content.records.count, facts: -facts.count)
        let receipt = try DeletionReceipt(
            of: content, facts.map { $0.stored(of: person) }, order, sequence: sequence, after: lastChain())
        for encounter in content.encounters { try remove(encounter: encounter.number) }
        for fact in facts { try remove(fact) }
        try db.cachedStatement(sql: "DELETE FROM person WHERE number = ?").execute(arguments: [Int64(known.number)])
        try db.cachedStatement(sql: "INSERT INTO deletion VALUES (?, ?, ?, ?)").execute(arguments: [
            Int64(sequence), receipt.deletedAt, Data(receipt.digest), Data(receipt.chain),
        ])
        return AppliedChange(sequence: sequence, receipt: receipt)
    }

    private func merge(_ person: PersonID, into staying: PersonID) throws -> AppliedChange {
        guard person != staying else { throw StoreError.mergedWithItself }
        let (gone, known) = (try require(person), try require(staying))
        try StoreLimits.check(recordCount: try recordCount(of: gone) + recordCount(of: known))
        let first = try nextPlace(of: known)
        let facts = try facts(of: gone)
        let sequence = try countChange(persons: -1, records: 0)
        for (index, encounter) in try encounters(of: gone).enumerated() {
            try move(encounter, to: known.number, place: first + Int64(index))
        }
        for fact in facts { try move(fact, to: known.number) }
        try db.cachedStatement(sql: "DELETE FROM person WHERE number = ?").execute(arguments: [Int64(gone.number)])
        try touch(known, sequence, encounters: gone.encounterCount, facts: gone.factCount)
        return AppliedChange(sequence: sequence)
    }
}
