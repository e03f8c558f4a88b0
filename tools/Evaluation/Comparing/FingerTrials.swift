import TamgaGallery
import TamgaMatcher

/// One finger against one: all mated pairs, and all pairs of different fingers.
struct FingerTrials: Sendable {
    let set: VerificationSet
    let index: Int32
    let rules: ComparisonRules
    /// For each probe and reference the number of its finger.
    private let probeFingers: [Int32]
    private let referenceFingers: [Int32]
    /// Pairs of finger numbers to leave out.
    private let excepted: Set<Int64>

    init(_ set: VerificationSet, index: Int, rules: ComparisonRules, clusters: inout ClusterNumbers) {
        self.set = set
        self.index = Int32(index)
        self.rules = rules
        probeFingers = set.probes.map { clusters.number(of: $0.finger, stratum: index) }
        referenceFingers = set.references.map { clusters.number(of: $0.finger, stratum: index) }
        excepted = Self.exceptions(set, rules, probeFingers, referenceFingers)
    }

    private static func key(_ one: Int32, _ other: Int32) -> Int64 { Int64(one) << 32 | Int64(other) }

    private static func exceptions(
        _ set: VerificationSet, _ rules: ComparisonRules, _ probes: [Int32], _ references: [Int32]
    ) -> Set<Int64> {
        let ofProbes = Dictionary(zip(set.probes.map(\.finger), probes)) { first, _ in first }
        let ofReferences = Dictionary(zip(set.references.map(\.finger), references)) { first, _ in first }
        var found: Set<Int64> = []
        for (probe, one) in ofProbes {
            for (reference, other) in ofReferences
            where rules.exceptions.contains((set.databases.probes, probe), (set.databases.references, reference)) {
                found.insert(key(one, other))
            }
        }
        return found
    }

    /// Complexity: probes x references comparisons.
    func run(_ progress: any RunProgress) -> [Trial] {
        scored(progress) { Matcher.compare($0, $1, maximumRotation: rules.maximumRotation) }
    }

    /// What stage B says before it is calibrated.
    func rawScores(_ progress: any RunProgress) -> [Float] {
        scored(progress) { ExactComparison($0, $1, maximumRotation: rules.maximumRotation.steps).score }.map(\.score)
    }

    private func scored(
        _ progress: any RunProgress, _ score: @Sendable (FingerDescriptor, FingerDescriptor) -> Float
    ) -> [Trial] {
        Parallel.map(count: set.probes.count, workers: Parallel.cores) { probe in
            let row = row(probe, score)
            progress.advance(by: row.count)
            return row
        }.flatMap { $0 }
    }

    private func row(_ probe: Int, _ score: (FingerDescriptor, FingerDescriptor) -> Float) -> [Trial] {
        let first = set.isWithin ? min(probe + 1, set.references.count) : 0
        return (first..<set.references.count).compactMap { reference in
            let (one, other) = (probeFingers[probe], referenceFingers[reference])
            guard one == other || !excepted.contains(Self.key(one, other)) else { return nil }
            return Trial(
                score: score(set.probes[probe].descriptor, set.references[reference].descriptor),
                isMated: one == other, set: index, probe: Int32(probe), reference: Int32(reference), cluster: one,
                other: other)
        }
    }

    /// Comparisons that ``run(_:)`` will make, but for exceptions.
    var count: Int {
        self.set.isWithin
            ? set.probes.count * (set.probes.count - 1) / 2 : set.probes.count * set.references.count
    }
}

/// Numbers for clusters over all sets, in order of first mention.
struct ClusterNumbers: Sendable {
    private struct Key: Hashable {
        var name: String
        var stratum: Int
    }

    private var numbers: [Key: Int32] = [:]
    /// For each number its stratum: the index of the set.
    private(set) var strata: [Int] = []

    mutating func number(of name: String, stratum: Int) -> Int32 {
        let key = Key(name: name, stratum: stratum)
        if let known = numbers[key] { return known }
        let next = Int32(strata.count)
        numbers[key] = next
        strata.append(stratum)
        return next
    }
}
