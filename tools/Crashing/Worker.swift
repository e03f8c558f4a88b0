import TamgaClient
import TamgaHarness
import TamgaWire

/// One station: asks for changes and searches of its own persons, one after the other, and writes down the answers.
struct Worker: Sendable {
    /// Persons of one station, and as many names.
    static let persons = 8
    let index: Int
    let people: People
    /// What was answered; only the audit writes to it from elsewhere.
    var ledger = Ledger()
    private(set) var searches = 0
    /// What must not happen, in words.
    private(set) var findings: [String] = []

    mutating func note(_ finding: String) { findings.append("station \(index): \(finding)") }

    init(index: Int, people: People) { (self.index, self.people) = (index, people) }

    var names: [String] { (0..<Self.persons).map { "station-\(index)-person-\($0)" } }
    private func person(_ place: Int) -> Int { index * Self.persons + place }

    /// Works until the connection is lost, or the server refuses because it ends.
    mutating func work(_ client: TamgaClient, _ dice: inout Dice) async {
        while findings.isEmpty {
            do throws(ClientError) {
                if dice.next(in: 1...4) == 1 { try await search(client, &dice) } else {
                    try await change(client, &dice)
                }
            } catch {
                if error.isUnexpected { findings.append("station \(index): \(error)") }
                return
            }
        }
    }

    private mutating func change(_ client: TamgaClient, _ dice: inout Dice) async throws(ClientError) {
        let change = nextChange(&dice)
        ledger.begin(change)
        do throws(ClientError) {
            ledger.settle(change, sequence: try await ask(change, client))
        } catch {
            // Refused: certainly not made. Lost: made or not.
            if error.code == .refused { ledger.settle(change, sequence: nil) }
            throw error
        }
    }

    private func nextChange(_ dice: inout Dice) -> Change {
        let place = dice.next(in: 0...Self.persons - 1)
        let id = names[place]
        let fingers = Fingers(person: person(place), impression: dice.next(in: 0...People.impressions - 1))
        guard let known = ledger.persons[id] else { return .enrol(id, fingers) }
        let other = names[dice.next(in: 0...Self.persons - 1)]
        switch dice.next(in: 1...10) {
        case 1...3 where known.encounters.count < 6: return .addEncounter(id, fingers)
        case 4...6:
            let number = known.encounters[dice.next(in: 0...known.encounters.count - 1)].number ?? 0
            return .update(id, encounter: number, fingers)
        case 7...8 where other != id && ledger.persons[other].map { $0.encounters.count < 6 } ?? false:
            return .merge(stays: id, goes: other)
        default: return .delete(id)
        }
    }

    private func ask(_ change: Change, _ client: TamgaClient) async throws(ClientError) -> UInt64 {
        switch change {
        case .enrol(let id, let fingers):
            try await client.enrol(person: id, fingers: people.records(fingers)).sequence
        case .addEncounter(let id, let fingers):
            try await client.addEncounter(person: id, fingers: people.records(fingers)).sequence
        case .update(let id, let number, let fingers):
            try await client.update(person: id, encounter: number, fingers: people.records(fingers)).sequence
        case .delete(let id): try await client.delete(person: id).sequence
        case .merge(let stays, let goes): try await client.merge(person: stays, other: goes).sequence
        }
    }

    /// Who shows a person's fingers is found under a name that has them, and under none where nobody has.
    mutating func search(_ client: TamgaClient, _ dice: inout Dice) async throws(ClientError) {
        try await search(client, for: person(dice.next(in: 0...Self.persons - 1)))
    }

    mutating func search(_ client: TamgaClient, for person: Int) async throws(ClientError) {
        let answer = try await client.identify(Identify(fingers: people.probe(person)))
        searches += 1
        let hits = Set(answer.candidates.filter { $0.isHit ?? false }.map(\.person))
        let holders = ledger.holders(of: person)
        if answer.searched != answer.gallery {
            findings.append("station \(index): a search saw \(answer.searched) of \(answer.gallery) templates")
        }
        if holders.isEmpty ? !hits.isEmpty : hits.isDisjoint(with: holders) {
            findings.append(
                "station \(index): fingers of \(person) are held by \(holders.sorted()), found: \(hits.sorted())")
        }
    }
}

extension ClientError {
    /// A refusal other than "I am about to end", or an answer that is none: never to be seen here.
    fileprivate var isUnexpected: Bool {
        guard code == .refused else { return code == .invalidRequest }
        return answer?.code != .shuttingDown
    }
}
