import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// Reproducible records and names.
enum Samples {
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
