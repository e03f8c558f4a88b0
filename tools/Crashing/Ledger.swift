/// A person as somebody who wrote down every answer knows them.
struct KnownPerson: Hashable, Sendable {
    struct Encounter: Hashable, Sendable {
        /// Nil where the answer that would have named it was lost.
        var number: UInt64?
        var fingers: Fingers
    }

    var encounters: [Encounter]
    /// The number of the last change; nil where its answer was lost.
    var changed: UInt64?
}

/// A change of the store, as a station asks for it.
enum Change: Hashable, Sendable {
    case enrol(String, Fingers)
    case addEncounter(String, Fingers)
    case update(String, encounter: UInt64, Fingers)
    case delete(String)
    case merge(stays: String, goes: String)

    var persons: [String] {
        switch self {
        case .enrol(let id, _), .addEncounter(let id, _), .update(let id, _, _), .delete(let id): [id]
        case .merge(let stays, let goes): [stays, goes]
        }
    }
}

/// What one station was answered: the truth that a store is held against.
struct Ledger: Sendable {
    private(set) var persons: [String: KnownPerson] = [:]
    /// The one change whose answer was lost with the server; done wholly or not at all.
    private(set) var open: Change?
    /// Changes that were answered.
    private(set) var answered = 0
    /// The highest number answered.
    private(set) var lastSequence: UInt64 = 0

    mutating func begin(_ change: Change) { open = change }

    /// The change was answered; or it is known not to have been made.
    mutating func settle(_ change: Change, sequence: UInt64?) {
        open = nil
        guard let sequence else { return }
        persons = after(change, sequence)
        answered += 1
        lastSequence = max(lastSequence, sequence)
    }

    /// What was found of the persons of a lost answer is what goes on.
    mutating func adopt(_ found: [String: KnownPerson], of change: Change) {
        open = nil
        for id in change.persons { persons[id] = found[id] }
    }

    /// The persons after a change with this number, or one that nobody was told.
    func after(_ change: Change, _ sequence: UInt64?) -> [String: KnownPerson] {
        var after = persons
        switch change {
        case .enrol(let id, let fingers):
            after[id] = KnownPerson(encounters: [.init(number: sequence, fingers: fingers)], changed: sequence)
        case .addEncounter(let id, let fingers):
            after[id]?.encounters.append(.init(number: sequence, fingers: fingers))
            after[id]?.changed = sequence
        case .update(let id, let number, let fingers):
            let index = after[id]?.encounters.firstIndex { $0.number == number }
            if let index { after[id]?.encounters[index].fingers = fingers }
            after[id]?.changed = sequence
        case .delete(let id): after[id] = nil
        case .merge(let stays, let goes):
            let moved = persons[goes]?.encounters ?? []
            after[stays]?.encounters += moved
            after[stays]?.changed = sequence
            after[goes] = nil
        }
        return after
    }

    /// Who has fingers of a made-up person.
    func holders(of person: Int) -> Set<String> {
        Set(persons.filter { $0.value.encounters.contains { $0.fingers.person == person } }.keys)
    }
}

extension KnownPerson {
    /// Whether this is what was found, where numbers that nobody was told may be any above `floor`.
    func matches(_ found: KnownPerson, above floor: UInt64) -> Bool {
        func fits(_ expected: UInt64?, _ number: UInt64?) -> Bool {
            expected.map { $0 == number } ?? (number ?? 0 > floor)
        }
        return encounters.count == found.encounters.count && fits(changed, found.changed)
            && zip(encounters, found.encounters).allSatisfy { $0.fingers == $1.fingers && fits($0.number, $1.number) }
    }
}
