import TamgaClient
import TamgaHarness
import TamgaWire

/// One connection of the load: enrols its share of the persons and changes those it has enrolled.
struct LoadWorker {
    let station: Station
    let client: TamgaClient
    let journal: Journal
    /// Its persons.
    let share: [Int]
    private var random: Dice
    /// Who is registered: the encounters of each, by number.
    private var living: [Int: [UInt64]] = [:]

    init(_ station: Station, _ client: TamgaClient, _ journal: Journal, share: [Int], random: Dice) {
        (self.station, self.client, self.journal) = (station, client, journal)
        (self.share, self.random) = (share, random)
    }

    /// The last tenth is done once the backup is there: the load goes on after it, however fast the machine.
    mutating func run() async throws {
        let held = share.count - max(1, share.count / 10)
        for (index, person) in share.enumerated() {
            if index == held { await journal.waitForBackup() }
            let fingers = try station.fingers(person, impression: Int.random(in: 1...4, using: &random))
            living[person] = [try await make(.enrol(Station.name(person), fingers))]
            try await changeSomebody()
            if index.isMultiple(of: 4) { try await search(person) }
        }
    }

    private mutating func changeSomebody() async throws {
        guard let person = living.keys.sorted().randomElement(using: &random), let encounters = living[person],
            let encounter = encounters.randomElement(using: &random)
        else { return }
        let name = Station.name(person)
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<25:
            let added = try await make(.addEncounter(name, try takeAgain(person)))
            living[person]?.append(added)
        case 25..<45:
            _ = try await make(.update(name, encounter: encounter, try takeAgain(person)))
        case 45..<55:
            let others = living.keys.filter { $0 != person }.sorted()
            guard let other = others.randomElement(using: &random) else { return }
            _ = try await make(.merge(name, other: Station.name(other)))
            let moved = living.removeValue(forKey: other) ?? []
            living[person]?.append(contentsOf: moved)
        case 55..<70:
            _ = try await make(.delete(name))
            living[person] = nil
        default: return
        }
    }

    private mutating func takeAgain(_ person: Int) throws -> [FingerRecord] {
        try station.fingers(person, impression: Int.random(in: 1...4, using: &random))
    }

    private func make(_ change: Change) async throws -> UInt64 {
        let sequence = try await change.make(client)
        try await journal.note(change, sequence)
        return sequence
    }

    private func search(_ person: Int) async throws {
        _ = try await client.identify(fingers: station.fingers(person, impression: 5))
        await journal.noteSearch()
    }
}
