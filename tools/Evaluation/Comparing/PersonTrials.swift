import TamgaGallery
import TamgaMatcher
import TamgaTemplates

/// Several fingers of a person against as many: one impression of each, the same positions on both sides, fused.
///
/// A capture is all fingers of a person of one impression number. Mated are two captures of one person, non-mated
/// captures of two; each is compared by every subset of so many positions that both have.
struct PersonTrials: Sendable {
    let set: VerificationSet
    let index: Int32
    let rules: ComparisonRules
    let probes: [Capture]
    let references: [Capture]
    private let probePersons: [Int32]
    private let referencePersons: [Int32]

    init(_ set: VerificationSet, index: Int, rules: ComparisonRules, clusters: inout ClusterNumbers) {
        self.set = set
        self.index = Int32(index)
        self.rules = rules
        probes = Capture.all(of: set.probes)
        references = set.isWithin ? probes : Capture.all(of: set.references)
        probePersons = probes.map { clusters.number(of: $0.person, stratum: index) }
        referencePersons = references.map { clusters.number(of: $0.person, stratum: index) }
    }

    func run(_ progress: any RunProgress) -> [Trial] {
        Parallel.map(count: probes.count, workers: Parallel.cores) { probe in
            let first = set.isWithin ? min(probe + 1, references.count) : 0
            let row = (first..<references.count).flatMap { trials(probe, $0) }
            progress.advance(by: references.count - first)
            return row
        }.flatMap { $0 }
    }

    private func trials(_ probe: Int, _ reference: Int) -> [Trial] {
        let (one, other) = (probes[probe], references[reference])
        let shared = one.samples.keys.filter { other.samples[$0] != nil }.sorted()
        guard shared.count >= rules.fingers else { return [] }
        let scores = shared.map { code -> Float in
            guard let a = one.samples[code], let b = other.samples[code] else { return 0 }
            return Matcher.compare(
                set.probes[a].descriptor, set.references[b].descriptor, maximumRotation: rules.maximumRotation)
        }
        return Subsets.all(of: shared.count, taking: rules.fingers).map { subset in
            Trial(
                score: Fusion.fuse(subset.map { scores[$0] }), isMated: one.person == other.person, set: index,
                probe: Int32(probe), reference: Int32(reference),
                fingers: subset.reduce(0) { $0 | 1 << UInt16(shared[$1]) }, cluster: probePersons[probe],
                other: referencePersons[reference])
        }
    }

    /// Pairs of captures that ``run(_:)`` will look at.
    var count: Int {
        self.set.isWithin ? probes.count * (probes.count - 1) / 2 : probes.count * references.count
    }
}

/// All fingers of a person of one impression number.
struct Capture: Hashable, Sendable {
    var person: String
    var impression: Int
    /// By position code the index of the sample; of two samples of one finger the first.
    var samples: [UInt8: Int]

    /// In order of person and impression.
    static func all(of samples: [Sample]) -> [Capture] {
        var found: [String: [Int: Capture]] = [:]
        for (index, sample) in samples.enumerated() {
            let (person, impression, code) = (sample.name.person, sample.impression, sample.name.position.rawValue)
            var capture =
                found[person]?[impression] ?? Capture(person: person, impression: impression, samples: [:])
            if capture.samples[code] == nil { capture.samples[code] = index }
            found[person, default: [:]][impression] = capture
        }
        return found.sorted { $0.key < $1.key }.flatMap { $0.value.sorted { $0.key < $1.key }.map(\.value) }
    }
}

/// Subsets of the first numbers.
enum Subsets {
    /// All subsets of 0 ..< `count` with so many members, in order.
    static func all(of count: Int, taking size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard size <= count else { return [] }
        return (0...(count - size)).flatMap { first in
            all(of: count - first - 1, taking: size - 1).map { [first] + $0.map { $0 + first + 1 } }
        }
    }

    /// At most `most` of them, evenly spread.
    static func some(of count: Int, taking size: Int, most: Int) -> [[Int]] {
        let all = all(of: count, taking: size)
        guard all.count > most else { return all }
        return (0..<most).map { all[$0 * all.count / most] }
    }
}
