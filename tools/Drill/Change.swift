import TamgaClient
import TamgaWire

/// A change that a server was asked for, so that another can be asked for it too.
enum Change: Sendable {
    case enrol(String, [FingerRecord])
    case addEncounter(String, [FingerRecord])
    case update(String, encounter: UInt64, [FingerRecord])
    case merge(String, other: String)
    case delete(String)

    /// Its number in the store.
    func make(_ client: TamgaClient) async throws(ClientError) -> UInt64 {
        switch self {
        case .enrol(let person, let fingers): try await client.enrol(person: person, fingers: fingers).sequence
        case .addEncounter(let person, let fingers):
            try await client.addEncounter(person: person, fingers: fingers).sequence
        case .update(let person, let encounter, let fingers):
            try await client.update(person: person, encounter: encounter, fingers: fingers).sequence
        case .merge(let person, let other): try await client.merge(person: person, other: other).sequence
        case .delete(let person): try await client.delete(person: person).sequence
        }
    }

    var name: String {
        switch self {
        case .enrol: "enrolments"
        case .addEncounter: "encounters added"
        case .update: "updates"
        case .merge: "merges"
        case .delete: "deletions"
        }
    }
}
