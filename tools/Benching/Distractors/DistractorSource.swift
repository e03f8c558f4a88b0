import TamgaGallery
package import TamgaEvaluation
import TamgaSynthesis
package import TamgaTemplates

/// Fingers of nobody, any number of them: finger *i* is a pure function of the seed and the templates given.
///
/// Ten fingers in a row are a person. Every other person's are real templates mirrored and warped, the others' are
/// synthetic; without real templates all are synthetic. A base of templates serves again and again, warped anew.
package struct DistractorSource: Sendable {
    package let seed: UInt64
    private let reals: [FingerTemplate]
    private let bases: [FingerTemplate]

    /// Changes with everything that decides what the fingers look like.
    static let version = 1
    /// Synthetic fingers that are varied, at most.
    static let synthetic = 12_000
    /// Fingers of a person.
    package static let fingersPerPerson = 10

    /// - Parameters:
    ///   - reals: real templates in an order of their own, or none.
    ///   - count: fingers that will be asked for; bases are made for so many.
    package init(seed: UInt64, reals: [FingerTemplate], count: Int, progress: any RunProgress = NoProgress()) {
        self.seed = seed
        self.reals = Self.shuffled(reals, seed)
        let wanted = min(Self.synthetic, max(1, reals.isEmpty ? count : (count + 20) / 2))
        let population = SyntheticPopulation(seed: seed)
        progress.begin("synthetic bases", steps: wanted)
        bases = Parallel.map(count: wanted, workers: Parallel.cores, grain: 16) { index in
            progress.advance(by: 1)
            let position = FingerPosition(rawValue: UInt8(1 + index % Self.fingersPerPerson)) ?? .rightIndex
            return population.person(index / Self.fingersPerPerson).finger(position).impression(1)
        }
        progress.end()
    }

    package var hasReals: Bool { !reals.isEmpty }
    /// Bases of one kind after which they begin anew.
    package func period(isReal: Bool) -> Int { isReal ? reals.count : bases.count }

    /// Whether a finger is made of a real template.
    package func isReal(_ index: Int) -> Bool { hasReals && index / Self.fingersPerPerson % 2 == 1 }

    package func position(_ index: Int) -> FingerPosition {
        FingerPosition(rawValue: UInt8(1 + index % Self.fingersPerPerson)) ?? .unknown
    }

    /// The enrolled impression of finger `index`.
    package func template(_ index: Int) -> FingerTemplate {
        let ordinal = ordinal(index)
        var base = isReal(index) ? reals[ordinal % reals.count].mirrored() : bases[ordinal % bases.count]
        base.position = position(index)
        var stream = SeededStream(seed: seed, path: Key.finger, UInt64(index))
        return Variation.strange.of(base, &stream)
    }

    /// Another impression of finger `index`; any number names one.
    package func mate(_ index: Int, impression: Int) -> FingerTemplate {
        var stream = SeededStream(seed: seed, path: Key.mate, UInt64(index), UInt64(bitPattern: Int64(impression)))
        return Variation.mated.of(template(index), &stream)
    }

    /// How many fingers of its kind come before it.
    private func ordinal(_ index: Int) -> Int {
        guard hasReals else { return index }
        return index / (2 * Self.fingersPerPerson) * Self.fingersPerPerson + index % Self.fingersPerPerson
    }

    private static func shuffled(_ templates: [FingerTemplate], _ seed: UInt64) -> [FingerTemplate] {
        var stream = SeededStream(seed: seed, path: Key.order)
        var order = templates
        for last in order.indices.reversed().dropLast() { order.swapAt(last, stream.uniform(0...last)) }
        return order
    }

    private enum Key {
        static let order: UInt64 = 0x6f72_6465_72
        static let finger: UInt64 = 0x6669_6e67_6572
        static let mate: UInt64 = 0x6d61_7465
    }
}

extension DistractorSource {
    /// What the fingers depend on, as a line: seed, versions and the real templates.
    package func signature(matcher: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for template in reals {
            for minutia in template.minutiae {
                let word = UInt64(UInt16(bitPattern: minutia.x)) << 32 | UInt64(UInt16(bitPattern: minutia.y)) << 16
                    | UInt64(minutia.angle) << 8 | UInt64(minutia.quality)
                hash = (hash ^ word) &* 0x0000_0100_0000_01b3
            }
        }
        return "distractors \(Self.version), seed \(seed), \(reals.count) real templates \(String(hash, radix: 16)), "
            + matcher
    }
}
