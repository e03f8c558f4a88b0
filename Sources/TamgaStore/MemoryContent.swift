import TamgaCrypto
import TamgaRegistry

/// What an ``InMemoryStore`` holds, and what each change does to it: the plainest statement of the changes.
struct MemoryContent: Sendable {
    private(set) var persons: [PersonID: PersonRecord] = [:]
    /// By ascending number and ordinal; those of nobody under nil.
    private(set) var facts: [PersonID?: [StoredFact]] = [:]
    private(set) var deletions: [DeletionEntry] = []
    private(set) var sequence: UInt64 = 0
    private var key: SecretKey?

    /// Made when it is first asked for.
    mutating func segmentKey() throws(StoreError) -> SecretKey {
        if let key { return key }
        let made = try StoreError.crypting { () throws(CryptoError) in try SecretKey.generate() }
        key = made
        return made
    }

    /// Makes a change wholly, or throws and leaves everything as it was.
    mutating func apply(_ change: StoreChange) throws(StoreError) -> AppliedChange {
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

    private mutating func together(_ parts: [StoreChange]) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(parts: parts)
        let before = self
        do throws(StoreError) {
            var applied: [AppliedChange] = []
            for part in parts { applied.append(try apply(part)) }
            guard let whole = AppliedChange(parts: applied) else { throw StoreError(.invalid, "a change of no parts") }
            return whole
        } catch {
            self = before
            throw error
        }
    }

    private mutating func note(_ contents: [FactContent]) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(contents)
        for person in contents.compactMap(\.person) { _ = try find(person) }
        sequence += 1
        for (ordinal, content) in contents.enumerated() {
            facts[content.person, default: []].append(
                StoredFact(number: sequence, ordinal: ordinal, person: content.person, bytes: content.bytes))
        }
        return AppliedChange(sequence: sequence)
    }

    private mutating func enrol(_ person: PersonID, _ content: EncounterContent) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(content.records)
        guard persons[person] == nil else { throw .personExists }
        return put(person, []) { [EncounterRecord(number: $0, changed: $0, content: content)] }
    }

    private mutating func addEncounter(
        _ person: PersonID, _ content: EncounterContent
    ) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(content.records)
        let known = try find(person)
        try StoreLimits.check(recordCount: known.records.count + content.records.count)
        return put(person, known.encounters) { [EncounterRecord(number: $0, changed: $0, content: content)] }
    }

    private mutating func update(
        _ person: PersonID, _ number: UInt64, _ records: [StoredRecord]
    ) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(records)
        var encounters = try find(person).encounters
        guard let index = encounters.firstIndex(where: { $0.number == number }) else { throw .encounterUnknown }
        let others = encounters.reduce(0) { $0 + $1.records.count } - encounters[index].records.count
        try StoreLimits.check(recordCount: others + records.count)
        encounters[index] = EncounterRecord(
            number: number, changed: sequence + 1,
            content: EncounterContent(takenAt: encounters[index].takenAt, records: records))
        return put(person, encounters) { _ in [] }
    }

    private mutating func delete(_ person: PersonID, _ order: DeletionOrder) throws(StoreError) -> AppliedChange {
        try StoreLimits.check(order)
        let gone = try find(person)
        let receipt = try StoreError.crypting { () throws(CryptoError) in
            try DeletionReceipt(
                of: gone, facts[person] ?? [], order, sequence: sequence + 1,
                after: deletions.last?.chain ?? DeletionEntry.firstChain)
        }
        sequence += 1
        persons[person] = nil
        facts[.some(person)] = nil
        deletions.append(
            DeletionEntry(
                sequence: sequence, deletedAt: order.deletedAt, digest: receipt.digest, chain: receipt.chain))
        return AppliedChange(sequence: sequence, receipt: receipt)
    }

    private mutating func merge(_ person: PersonID, into staying: PersonID) throws(StoreError) -> AppliedChange {
        guard person != staying else { throw .mergedWithItself }
        let (gone, known) = (try find(person), try find(staying))
        try StoreLimits.check(recordCount: gone.records.count + known.records.count)
        persons[person] = nil
        moveFacts(of: person, to: staying)
        return put(staying, known.encounters) { _ in gone.encounters }
    }

    private mutating func moveFacts(of person: PersonID, to staying: PersonID) {
        guard let moved = facts.removeValue(forKey: person) else { return }
        let all = (facts[staying] ?? []) + moved.map { fact in
            StoredFact(number: fact.number, ordinal: fact.ordinal, person: staying, bytes: fact.bytes)
        }
        facts[staying] = all.sorted { ($0.number, $0.ordinal) < ($1.number, $1.ordinal) }
    }

    private func find(_ person: PersonID) throws(StoreError) -> PersonRecord {
        guard let known = persons[person] else { throw .personUnknown }
        return known
    }

    /// Takes the next number and writes the person anew.
    private mutating func put(
        _ person: PersonID, _ encounters: [EncounterRecord], adding: (UInt64) -> [EncounterRecord]
    ) -> AppliedChange {
        sequence += 1
        persons[person] = PersonRecord(person: person, encounters: encounters + adding(sequence), sequence: sequence)
        return AppliedChange(sequence: sequence)
    }
}
