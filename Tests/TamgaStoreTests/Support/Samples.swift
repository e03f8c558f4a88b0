import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// Reproducible records and names.
enum Samples {
    /// The same master keys every time; the last is active.
    static func keys(_ ids: String...) throws -> KeyRing {
        let lines = (ids.isEmpty ? ["test"] : ids).map(line)
        return try KeyRing(parsing: Array(lines.joined().utf8))
    }

    /// A line of a key file.
    static func line(_ id: String) -> String {
        "tamga-key-v1 \(id) " + String(repeating: hex(of: id), count: 32) + "\n"
    }

    static let order = DeletionOrder(deletedAt: 0, salt: [UInt8](repeating: 1, count: StoreLimits.saltBytes))

    private static func hex(of id: String) -> String {
        let sum = id.utf8.reduce(UInt8(7)) { $0 &* 31 &+ $1 }
        return (sum < 16 ? "0" : "") + String(sum, radix: 16)
    }

    /// A fact that says whose it is, and the seed.
    static func fact(_ person: Int?, seed: Int = 0) throws -> FactContent {
        let owner = try person.map(Samples.person)
        return FactContent(person: owner, bytes: Array("fact-\(seed) of \(owner?.text ?? "nobody")".utf8))
    }

    static func person(_ number: Int) throws -> PersonID { try PersonID("person-\(number)") }

    /// Records that differ with the seed; every kind of position is among the first eleven seeds.
    static func records(_ seed: Int, count: Int = 2, bytes: Int = 40) -> [StoredRecord] {
        var random = SplitMix64(state: UInt64(seed))
        return (0..<count).map { index in
            let code = (seed + index) % 12
            return StoredRecord(
                position: code == 11 ? nil : FingerPosition(rawValue: UInt8(code)),
                format: TemplateFormat.iso2005.rawValue,
                bytes: (0..<bytes).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        }
    }
}

/// The generator of Steele, Lea and Flood: the whole state is the seed.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension PersonStore {
    /// Enrols a sample person; the time of enrolment is the number.
    @discardableResult
    func enrolSample(_ number: Int, records: [StoredRecord]? = nil) throws -> UInt64 {
        try enrol(
            person: Samples.person(number), records: records ?? Samples.records(number),
            enrolledAt: Int64(number))
    }

    /// Deletes a sample person; the time of deletion is the number.
    @discardableResult
    func deleteSample(_ number: Int) throws -> AppliedChange {
        let salt = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: StoreLimits.saltBytes)
        return try apply(
            .delete(Samples.person(number), DeletionOrder(deletedAt: Int64(number), salt: salt)))
    }

    /// Keeps facts of these sample persons, nil being nobody: each says whose it is and the seed.
    @discardableResult
    func noteSamples(_ persons: Int?..., seed: Int = 0) throws -> UInt64 {
        try apply(.note(persons.map { try Samples.fact($0, seed: seed) })).sequence
    }

    /// Everything a scan of facts hands out.
    func allFacts(after number: UInt64 = 0) throws(StoreError) -> [StoredFact] {
        var facts: [StoredFact] = []
        try scanFacts(after: number) { fact throws(StoreError) in facts.append(fact) }
        return facts
    }

    /// Everything a scan hands out.
    func all() throws(StoreError) -> [PersonRecord] {
        var persons: [PersonRecord] = []
        try scan { person throws(StoreError) in persons.append(person) }
        return persons
    }
}

/// The code of the error a call throws, or nil where it throws none.
func code(_ call: () throws -> Void) -> StoreError.Code? {
    do {
        try call()
        return nil
    } catch {
        return (error as? StoreError)?.code
    }
}
