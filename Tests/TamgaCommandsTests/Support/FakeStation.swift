import TamgaClient
import TamgaCommands
import TamgaWire

/// Answers from the first byte of the first record: `R` is refused, `L` loses the connection, `N` finds nobody,
/// any other byte finds the person `P` and that byte.
struct FakeStation: Station {
    let welcome = Welcome(
        version: 1, server: "fake/1", matcher: "m1", limits: .standard, capabilities: [])

    func enrol(person: String, fingers: [FingerRecord]) async throws(ClientError) -> Enrolled {
        _ = try letter(fingers)
        return Enrolled(
            person: person, sequence: 1, snapshot: 1, references: UInt32(fingers.count), microseconds: 1)
    }

    func identify(_ request: Identify) async throws(ClientError) -> Identified {
        let letter = try letter(request.fingers)
        let found = Candidate(person: "P\(letter)", rank: 1, score: 5_000, fingers: [])
        return Identified(
            candidates: letter == "N" ? [] : [found], searched: 9, gallery: 9, snapshot: 1, matcher: "m1",
            microseconds: 1, rotation: 32)
    }

    /// `R...` is refused, `L...` is lost, `N...` is deleted without a receipt.
    func delete(person: String) async throws(ClientError) -> Deleted {
        switch person.first {
        case "R": throw ClientError(refused: ErrorMessage(code: .personUnknown, message: "no such person"))
        case "L":
            var lost = ClientError(.connectionLost, "gone")
            lost.isOutcomeUnknown = true
            throw lost
        case "N": return Deleted(person: person, sequence: 9, references: 2)
        default: return Deleted(person: person, sequence: 9, references: 2, receipt: Self.receipt)
        }
    }

    static let receipt = DeletionReceipt(
        deletedAt: 1_700_000_000_123, salt: Array(0..<32), content: [UInt8](repeating: 0xAB, count: 32),
        digest: [UInt8](repeating: 0, count: 32), chain: [UInt8](repeating: 0xFF, count: 32))

    private func letter(_ fingers: [FingerRecord]) throws(ClientError) -> Character {
        let letter = Character(Unicode.Scalar(fingers.first?.record.first ?? 0))
        switch letter {
        case "R":
            throw ClientError(
                refused: ErrorMessage(code: .badTemplate, message: "no minutiae", field: "finger[0].record"))
        case "L": throw ClientError(.connectionLost, "gone")
        default: return letter
        }
    }
}
