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

    /// Everybody concerned.
    var persons: [PersonID] {
        switch self {
        case .enrol(let enrollee), .addEncounter(let enrollee), .update(_, let enrollee): [enrollee.person]
        case .delete(let person): [person]
        case .merge(let gone, let staying): [gone, staying]
        }
    }

    /// Bytes of the records it brings.
    var recordBytes: Int {
        switch self {
        case .enrol(let enrollee), .addEncounter(let enrollee), .update(_, let enrollee):
            enrollee.records.reduce(0) { $0 + $1.bytes.count }
        case .delete, .merge: 0
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
}
