import TamgaRegistry
import TamgaStore

/// A change that somebody waits for: read and described, not yet held against what is registered.
enum PendingChange: Sendable {
    case enrol(Enrollee)
    case addEncounter(Enrollee)
    case update(encounter: UInt64, Enrollee)
    case delete(PersonID)
    /// The encounters of the first go to the second.
    case merge(PersonID, into: PersonID)
    /// Somebody who may be new.
    case register(PendingRegistration)
    /// Something to be written down.
    case record(PendingEvent)

    /// Everybody concerned.
    var persons: [PersonID] {
        switch self {
        case .enrol(let enrollee), .addEncounter(let enrollee), .update(_, let enrollee): [enrollee.person]
        case .delete(let person): [person]
        case .merge(let gone, let staying): [gone, staying]
        case .register(let registration): [registration.number]
        case .record(let event): event.person.map { [$0] } ?? []
        }
    }

    /// Whether it is judged by all that is registered, and not only by those it names: such a change is the first of
    /// those made together, so that none of them is hidden from it.
    var isJudgedByAll: Bool {
        switch self {
        case .register, .record: true
        default: false
        }
    }

    /// Whether somebody may be banned, or not banned any more, by it.
    var changesWhoIsLookedFor: Bool {
        if case .record = self { true } else { false }
    }

    /// Bytes of the records it brings.
    var recordBytes: Int {
        switch self {
        case .enrol(let enrollee), .addEncounter(let enrollee), .update(_, let enrollee):
            enrollee.records.reduce(0) { $0 + $1.bytes.count }
        case .register(let registration): registration.enrollable.reduce(0) { $0 + $1.bytes.count }
        case .delete, .merge, .record: 0
        }
    }
}

/// A change that is durable and in the gallery.
struct CommittedChange: Sendable {
    let sequence: UInt64
    /// The number of the first gallery snapshot that has it.
    let snapshot: UInt64
    /// Templates of the person now; of a deletion, those removed.
    let references: Int
    /// Of a deletion.
    let receipt: TamgaStore.DeletionReceipt?
    /// Of a registration, what it is answered.
    let assessment: Assessment?
}
