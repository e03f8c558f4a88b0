import Foundation
import TamgaEvaluation
import TamgaGallery
import TamgaMatcher

/// Whether distractors are as hard as real strangers: quantiles of B over pairs of several kinds.
public struct DistractorCheck: Sendable {
    private let source: DistractorSource
    private let sets: RealSets
    private let pairs: Int
    private let seed: UInt64

    /// Pairs of every kind are drawn by the seed of the options.
    ///
    /// - Throws: what reading the real sets throws.
    public init(_ options: BenchOptions) throws {
        sets = try RealSets(options.data)
        seed = options.seed
        pairs = options.isQuick ? 1_000 : 20_000
        source = DistractorSource(seed: seed, reals: sets.templates, count: options.fingers)
    }

    /// A line for each kind of pairs.
    public func table() -> String {
        let head = Self.line("pairs", ["median", "90 %", "99 %", "99.9 %", "highest", ">= 3, %"])
        let rows = kinds().map { name, draw in row(name, draw) }
        return ([head] + rows).joined(separator: "\n")
    }

    private typealias Drawing = @Sendable (Int) -> (FingerDescriptor, FingerDescriptor)?

    private func kinds() -> [(String, Drawing)] {
        let count = 2 * min(source.period(isReal: false), 4_000)
        let real = sets.sets.filter { $0.samples.count > 1 }
        let kinds: [(String, Drawing)] = [
            ("synthetic distractors, two of them", { pair($0, count, isReal: false) }),
            ("synthetic distractors of one base", { sameBase($0, isReal: false) }),
            ("a synthetic distractor and its mate", { mates($0, count, isReal: false) }),
        ]
        guard source.hasReals, !real.isEmpty else { return kinds }
        let further: [(String, Drawing)] = [
            ("real fingers, two of one set", { strangers($0, real) }),
            ("real fingers, one of each of two sets", { crossing($0, real) }),
            ("a real finger and another's mirror image", { mirror($0, real) }),
            ("real fingers, mated", { realMates($0, real) }),
            ("a real finger and a warped real distractor", { probe($0, real, count, isReal: true) }),
            ("a real finger and a synthetic distractor", { probe($0, real, count, isReal: false) }),
            ("warped real distractors, two of them", { pair($0, count, isReal: true) }),
            ("warped real distractors of one base", { sameBase($0, isReal: true) }),
            ("a warped real distractor and its mate", { mates($0, count, isReal: true) }),
        ]
        return kinds + further
    }

    private func choice(_ number: Int) -> SeededChoice { SeededChoice(seed: seed &+ UInt64(number) &* 0x9e37_79b9) }

    /// The index of a finger of one kind, by its place among that kind.
    private func index(_ ordinal: Int, isReal: Bool) -> Int {
        guard source.hasReals else { return ordinal }
        let ten = DistractorSource.fingersPerPerson
        return ordinal / ten * 2 * ten + (isReal ? ten : 0) + ordinal % ten
    }

    private func finger(_ ordinal: Int, isReal: Bool) -> FingerDescriptor {
        MatcherSubject.describe(source.template(index(ordinal, isReal: isReal)))
    }

    private func pair(_ number: Int, _ count: Int, isReal: Bool) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let (one, other) = (choice.below(count), choice.below(count))
        return one == other ? nil : (finger(one, isReal: isReal), finger(other, isReal: isReal))
    }

    private func sameBase(_ number: Int, isReal: Bool) -> (FingerDescriptor, FingerDescriptor)? {
        let period = source.period(isReal: isReal)
        var choice = choice(number)
        let one = choice.below(period)
        return (finger(one, isReal: isReal), finger(one + (1 + choice.below(20)) * period, isReal: isReal))
    }

    private func mates(_ number: Int, _ count: Int, isReal: Bool) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let one = index(choice.below(count), isReal: isReal)
        return (
            MatcherSubject.describe(source.mate(one, impression: 1)), MatcherSubject.describe(source.template(one)))
    }

    private func strangers(_ number: Int, _ sets: [Dataset]) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let set = sets[choice.below(sets.count)].samples
        let (one, other) = (set[choice.below(set.count)], set[choice.below(set.count)])
        return one.finger == other.finger ? nil : (one.descriptor, other.descriptor)
    }

    private func mirror(_ number: Int, _ sets: [Dataset]) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let set = sets[choice.below(sets.count)].samples
        let (one, other) = (set[choice.below(set.count)], set[choice.below(set.count)])
        return (one.descriptor, MatcherSubject.describe(other.template.mirrored()))
    }

    private func realMates(_ number: Int, _ sets: [Dataset]) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let set = sets[choice.below(sets.count)].samples
        let one = set[choice.below(set.count)]
        let others = set.filter { $0.finger == one.finger && $0.impression != one.impression }
        return others.isEmpty ? nil : (one.descriptor, others[choice.below(others.count)].descriptor)
    }

    private func crossing(_ number: Int, _ sets: [Dataset]) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let (one, other) = (sets[choice.below(sets.count)], sets[choice.below(sets.count)])
        // Sets of one family show the same fingers.
        guard one.name.prefix(9) != other.name.prefix(9) else { return nil }
        return (
            one.samples[choice.below(one.samples.count)].descriptor,
            other.samples[choice.below(other.samples.count)].descriptor)
    }

    private func probe(
        _ number: Int, _ sets: [Dataset], _ count: Int, isReal: Bool
    ) -> (FingerDescriptor, FingerDescriptor)? {
        var choice = choice(number)
        let set = sets[choice.below(sets.count)].samples
        return (set[choice.below(set.count)].descriptor, finger(choice.below(count), isReal: isReal))
    }

    private func row(_ name: String, _ draw: Drawing) -> String {
        let scores = Parallel.map(count: pairs, workers: Parallel.cores, grain: 16) { number in
            draw(number).map { Double(MatcherSubject.compare(MatcherSubject.prepare($0.0), $0.1)) }
        }.compactMap(\.self)
        let samples = Samples(scores)
        let quantiles = [0.5, 0.9, 0.99, 0.999, 1].map { share in
            samples.quantile(share).map { String(format: "%.2f", $0) } ?? "-"
        }
        let high = 100 * Double(scores.count { $0 >= 3 }) / Double(max(1, scores.count))
        return Self.line(name, quantiles + [String(format: "%.2f", high)])
    }

    private static func line(_ name: String, _ cells: [String]) -> String {
        name + String(repeating: " ", count: max(1, 46 - name.count))
            + cells.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
    }
}
