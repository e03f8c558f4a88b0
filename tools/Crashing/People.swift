import TamgaSynthesis
import TamgaTemplates
import TamgaWire

/// Which fingers an encounter has: of a made-up person, in one of their impressions.
struct Fingers: Hashable, Sendable {
    let person: Int
    let impression: Int
}

/// The records of made-up persons, two fingers in some impressions each, made once.
struct People: Sendable {
    static let impressions = 4
    private let records: [Fingers: [FingerRecord]]

    init(persons: Range<Int>, seed: UInt64) throws {
        let population = SyntheticPopulation(seed: seed, difficulty: .easy)
        var records: [Fingers: [FingerRecord]] = [:]
        for index in persons {
            let person = population.person(index)
            for impression in 0...Self.impressions {
                records[Fingers(person: index, impression: impression)] = try [.rightIndex, .leftMiddle].map {
                    (position: FingerPosition) in
                    let template = person.finger(position).impression(impression)
                    return FingerRecord(
                        position: position.rawValue, format: TemplateFormat.iso2005.rawValue,
                        record: try ISO19794_2_2005.encode([template]))
                }
            }
        }
        self.records = records
    }

    func records(_ fingers: Fingers) -> [FingerRecord] { records[fingers] ?? [] }

    /// An impression that no encounter has.
    func probe(_ person: Int) -> [FingerRecord] { records(Fingers(person: person, impression: Self.impressions)) }
}
