import TamgaArchive
import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Reproducible records, names and stores.
enum Samples {
    static func keys() throws -> KeyRing {
        try KeyRing(parsing: Array("tamga-key-v1 test \(String(repeating: "5a", count: 32))\n".utf8))
    }

    /// Those that a path must not be made of are legal identifiers.
    static let names = ["..", ".", "a:b", "-", "CON", "person-1", String(repeating: "x", count: 64), "Z_9"]

    static func person(_ number: Int) throws -> PersonID {
        // Of the longest name, the end makes room for the number.
        try PersonID(number < names.count ? names[number] : "\(names[number % names.count].prefix(61))-\(number)")
    }

    /// A record that decodes, of any format.
    static func template(
        _ format: TemplateFormat, using random: inout some RandomNumberGenerator
    ) throws -> [UInt8] {
        let minutiae = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            Minutia(
                x: .random(in: 0..<200, using: &random), y: .random(in: 0..<200, using: &random),
                angle: .random(in: 0...255, using: &random), kind: .ending, quality: 60)
        }
        let finger = FingerTemplate(position: .rightIndex, quality: 80, width: 200, height: 200, minutiae: minutiae)
        let record = try TemplateRecord(decoding: ISO19794_2_2005.encode([finger]), as: .iso2005)
        return try record.converted(to: format).record.encoded()
    }

    static func records(_ count: Int, using random: inout some RandomNumberGenerator) throws -> [StoredRecord] {
        try (0..<count).map { _ in
            let format = try #require(TemplateFormat.allCases.randomElement(using: &random))
            let position = Int.random(in: 0..<8, using: &random) == 0
                ? nil : FingerPosition.allCases.randomElement(using: &random)
            let isNoise = Int.random(in: 0..<10, using: &random) == 0
            let bytes = isNoise ? [UInt8(1), 2, 3] : try template(format, using: &random)
            return StoredRecord(position: position, format: format.rawValue, bytes: bytes)
        }
    }

    /// Changes of every kind, most of which succeed.
    static func change(
        using random: inout some RandomNumberGenerator, in store: any PersonStore
    ) throws -> StoreChange {
        let person = try person(.random(in: 0..<24, using: &random))
        let records = try records(.random(in: 1...5, using: &random), using: &random)
        let content = EncounterContent(
            takenAt: .random(in: -5...1_800_000_000_000, using: &random), records: records)
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: return .enrol(person, content)
        case 4..<7: return .addEncounter(person, content)
        case 7:
            let encounter = try store.read(person)?.encounters.randomElement(using: &random)?.number
            return .update(person, encounter: encounter ?? 1, records)
        case 8: return .delete(person, order(.random(in: 0...255, using: &random)))
        default: return .merge(person, into: try Self.person(.random(in: 0..<24, using: &random)))
        }
    }

    /// One to three facts of persons who are there, or of nobody: texts, and bytes that are none.
    static func facts(
        using random: inout some RandomNumberGenerator, in store: any PersonStore
    ) throws -> StoreChange {
        let persons = try store.roster().map(\.person)
        return .note(
            (0..<Int.random(in: 1...3, using: &random)).map { _ in
                let isText = Bool.random(using: &random)
                let text = Array("{\"n\":\(Int.random(in: 0..<1_000, using: &random)),\"name\":\"Әсем\"}".utf8)
                let noise = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                let owner = Int.random(in: 0..<4, using: &random) == 0 ? nil : persons.randomElement(using: &random)
                return FactContent(person: owner, bytes: isText ? text : noise)
            })
    }

    static func order(_ number: UInt8) -> DeletionOrder {
        DeletionOrder(
            deletedAt: Int64(number) * 1_000, salt: [UInt8](repeating: number, count: StoreLimits.saltBytes))
    }

    /// A store that much happened to.
    static func store(seed: UInt64, changes: Int = 80) throws -> InMemoryStore {
        let store = InMemoryStore()
        try fill(store, seed: seed, changes: changes)
        return store
    }

    /// Two changes of persons, then facts, and so on.
    static func fill(_ store: any PersonStore, seed: UInt64, changes: Int) throws {
        var random = SeededGenerator(seed: seed)
        var others = SeededGenerator(seed: seed + 1_000)
        for number in 0..<changes {
            _ = try store.apply([change(using: &random, in: store)])
            if number % 2 == 1 { _ = try store.apply([facts(using: &others, in: store)]) }
        }
    }
}

extension PersonStore {
    /// Everything a scan hands out.
    func all() throws -> [PersonRecord] {
        var persons: [PersonRecord] = []
        try scan { person throws(StoreError) in persons.append(person) }
        return persons
    }

    /// Everything a scan of facts hands out.
    func allFacts() throws -> [StoredFact] {
        var facts: [StoredFact] = []
        try scanFacts(after: 0) { fact throws(StoreError) in facts.append(fact) }
        return facts
    }

    /// What an import has to keep of facts: whose and what they are, their order, and which came together.
    func unnumberedFacts() throws -> [[FactContent]] {
        let facts = try allFacts()
        return Set(facts.map(\.number)).sorted().map { number in
            facts.filter { $0.number == number }.map { FactContent(person: $0.person, bytes: $0.bytes) }
        }
    }

    /// What an import has to keep: everything but the numbers.
    func unnumbered() throws -> [Unnumbered] {
        try all().map { Unnumbered(person: $0.person, encounters: $0.encounters.map(\.content)) }
    }
}

struct Unnumbered: Hashable {
    let person: PersonID
    let encounters: [EncounterContent]
}
