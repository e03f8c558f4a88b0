package import TamgaSynthesis
package import TamgaTemplates
package import TamgaWire

/// Who plays in a load: persons who do not exist. Those enrolled before, strangers, and those who come new.
package struct Cast: Sendable {
    /// Persons enrolled before the load.
    package let persons: Int
    /// Fingers that each of them is enrolled with.
    package let fingers: Int
    /// Tells this run's newcomers from those of others on the same server.
    package let run: UInt64
    private let seed: UInt64
    private let known: SyntheticPopulation
    private let newcomers: SyntheticPopulation

    /// Fingers in the order in which they are taken: those that a border asks for first.
    package static let positions: [FingerPosition] = [
        .rightIndex, .leftIndex, .rightMiddle, .leftMiddle, .rightThumb, .leftThumb, .rightRing, .leftRing,
        .rightLittle, .leftLittle,
    ]

    /// - Parameters:
    ///   - seed: what the persons enrolled before and the strangers follow from.
    ///   - run: what the newcomers follow from, besides.
    package init(seed: UInt64, run: UInt64, persons: Int, fingers: Int, difficulty: SynthesisDifficulty) {
        (self.seed, self.run, self.persons, self.fingers) = (seed, run, persons, fingers)
        known = SyntheticPopulation(seed: seed, difficulty: difficulty)
        newcomers = SyntheticPopulation(
            seed: seed ^ (run &+ 1) &* 0x9E37_79B9_7F4A_7C15, difficulty: difficulty)
    }

    /// The name under which a person is enrolled before the load.
    package func name(_ person: Int) -> String { "load-\(seed)-\(person)" }

    /// The name under which a newcomer is enrolled.
    package func newName(_ number: Int) -> String { "load-\(seed)-\(run)-new-\(number)" }

    /// What a person is enrolled with before the load.
    ///
    /// - Throws: `TemplateError` where a template cannot be encoded.
    package func enrolment(_ person: Int) throws -> [FingerRecord] {
        try records(known.person(person), impression: 0, count: fingers)
    }

    /// The first fingers of somebody enrolled, taken another time.
    ///
    /// - Parameter impression: from 1 on, other than the enrolled one.
    package func mate(_ person: Int, impression: Int, count: Int) throws -> [FingerRecord] {
        try records(known.person(person), impression: impression, count: count)
    }

    /// The first fingers of somebody who is not enrolled.
    package func stranger(_ number: Int, count: Int) throws -> [FingerRecord] {
        try records(known.person(-1 - number), impression: 0, count: count)
    }

    /// The ten fingers of somebody who comes new.
    package func newcomer(_ number: Int) throws -> [FingerRecord] {
        try records(newcomers.person(number), impression: 0, count: Self.positions.count)
    }

    private func records(_ person: SyntheticPerson, impression: Int, count: Int) throws -> [FingerRecord] {
        try Self.positions.prefix(count).map { position in
            FingerRecord(
                position: position.rawValue, format: TemplateFormat.iso2005.rawValue,
                record: try ISO19794_2_2005.encode([person.finger(position).impression(impression)]))
        }
    }
}
