import TamgaClient
import TamgaWire

extension Worker {
    /// Holds what the server has of this station's persons against what was answered, and searches for all of them.
    mutating func audit(_ client: TamgaClient) async throws(ClientError) {
        var found: [String: KnownPerson] = [:]
        for name in names { found[name] = try await read(name, client) }
        judge(found)
        for place in 0..<Self.persons {
            try await search(client, for: index * Self.persons + place)
        }
    }

    /// Nil where there is none of that name.
    private mutating func read(_ name: String, _ client: TamgaClient) async throws(ClientError) -> KnownPerson? {
        let person: Person
        do { person = try await client.read(person: name, includesRecords: true) } catch {
            if error.answer?.code == .personUnknown { return nil }
            throw error
        }
        let encounters = person.encounters.map { encounter -> KnownPerson.Encounter? in
            let records = person.fingers.filter { $0.encounter == encounter.number }.compactMap(\.record)
            return recognise(records).map { KnownPerson.Encounter(number: encounter.number, fingers: $0) }
        }
        if encounters.contains(nil) { note("\(name) has records that nobody sent together") }
        return KnownPerson(encounters: encounters.compactMap { $0 }, changed: person.sequence)
    }

    /// Whose fingers these records are, byte for byte and all of them.
    private func recognise(_ records: [[UInt8]]) -> Fingers? {
        for person in index * Self.persons..<(index + 1) * Self.persons {
            for impression in 0..<People.impressions {
                let fingers = Fingers(person: person, impression: impression)
                if people.records(fingers).map(\.record) == records { return fingers }
            }
        }
        return nil
    }

    private mutating func judge(_ found: [String: KnownPerson]) {
        let open = ledger.open
        let floor = ledger.lastSequence
        if let open {
            let names = open.persons
            let wasMade = fits(ledger.after(open, nil), found, names, floor)
            if !wasMade, !fits(ledger.persons, found, names, floor) {
                note("\(open): neither made nor not made; found \(names.map { found[$0] as Any })")
            }
            ledger.adopt(found, of: open)
        }
        for name in names where !fits(ledger.persons, found, [name], floor) {
            note("\(name): answered \(ledger.persons[name] as Any), found \(found[name] as Any)")
        }
    }

    private func fits(
        _ expected: [String: KnownPerson], _ found: [String: KnownPerson], _ names: [String], _ floor: UInt64
    ) -> Bool {
        names.allSatisfy { name in
            switch (expected[name], found[name]) {
            case (nil, nil): true
            case (let one?, let other?): one.matches(other, above: floor)
            default: false
            }
        }
    }
}
