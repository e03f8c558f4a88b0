import TamgaMatcher
import TamgaTemplates

/// A template of a person where it lies in a segment: good as long as somebody holds the segment.
struct ReferenceRow {
    let position: FingerPosition
    let view: DescriptorView
}

/// A probe and one person compared exactly: the one place where a fused score comes from, for search and
/// verification alike.
///
/// For each finger of the probe the best score over its views and the references it may equal; a finger of the
/// person is paired with one finger of the probe at most, best pairs first; each score is corrected for the
/// comparisons it is the best of, and the fingers that had something to be compared with are fused.
struct PersonComparison {
    /// How alike a finger of the probe and a finger of the person are, by their best impressions.
    struct Pair {
        let probe: Int
        let finger: Int
        let position: FingerPosition
        var score: Float
    }

    let probe: PreparedProbe
    let references: [ReferenceRow]
    let rotation: Rotation
    /// Of the thread that compares.
    let workspace: ComparisonWorkspace
    /// For each reference the number of the finger it shows.
    let owners: [Int]
    /// All pairs that were compared, and for each finger of the probe how many comparisons that took.
    let pairs: [Pair]
    let counts: [Int]
    /// For each finger of the probe the pair it is in.
    let assigned: [Int: Pair]

    /// - Parameter isMirrored: compares each finger with those of the other hand instead.
    init(
        _ probe: PreparedProbe, _ references: [ReferenceRow], within rotation: Rotation,
        _ workspace: ComparisonWorkspace, isMirrored: Bool = false
    ) {
        (self.probe, self.references, self.rotation, self.workspace) = (probe, references, rotation, workspace)
        owners = Self.owners(of: references)
        var pairs: [Pair] = []
        var counts: [Int] = []
        for (index, finger) in probe.fingers.enumerated() {
            let position = isMirrored ? finger.position.mirrored : finger.position
            let compared = Self.compare(index, probe, references, owners, rotation, workspace) { reference, _ in
                position.mayEqual(reference)
            }
            pairs += compared.pairs
            counts.append(compared.count)
        }
        (self.pairs, self.counts) = (pairs, counts)
        assigned = Self.assign(pairs)
    }

    /// The person as this comparison sees it; a score of its own for each finger that was paired.
    var match: PersonMatch { match(swap: .none, penalty: 0) }

    /// The comparison's own match, with what is to be said of it and taken off it.
    func match(swap: FingerSwap, penalty: Float) -> PersonMatch {
        // A finger whose every counterpart was taken by a better one counts with 0.
        let scores = counts.indices.filter { counts[$0] > 0 }.map(score)
        return PersonMatch(
            score: max(0, Fusion.fuse(scores) - penalty),
            fingers: assigned.values.map { finger($0, score: score(of: $0.probe)) }.sorted { $0.probe < $1.probe },
            swap: swap, compared: references.count { probe.asks(for: $0.position) }, rotation: rotation)
    }

    /// The score of a finger of the probe where it is paired, corrected; else 0.
    func score(of finger: Int) -> Float {
        assigned[finger].map { corrected($0, of: counts[finger]) } ?? 0
    }

    /// The score of a pair as the best of so many comparisons.
    func corrected(_ pair: Pair, of count: Int) -> Float {
        pair.position.isPalm ? Fusion.bestOfPalm(pair.score, of: count) : Fusion.best(pair.score, of: count)
    }

    func finger(_ pair: Pair, score: Float) -> FingerMatch {
        let finger = probe.fingers[pair.probe]
        return FingerMatch(
            probe: finger.index, position: finger.position, referencePosition: pair.position, score: score)
    }

    /// One finger of the probe against the references that are allowed: by position and by finger of the person.
    static func compare(
        _ index: Int, _ probe: PreparedProbe, _ references: [ReferenceRow], _ owners: [Int], _ rotation: Rotation,
        _ workspace: ComparisonWorkspace, where isAllowed: (FingerPosition, Int) -> Bool
    ) -> (pairs: [Pair], count: Int) {
        var best: [Int: Pair] = [:]
        var count = 0
        for (reference, owner) in zip(references, owners) where isAllowed(reference.position, owner) {
            var pair = best[owner] ?? Pair(probe: index, finger: owner, position: reference.position, score: 0)
            for view in probe.fingers[index].prepared {
                pair.score = max(
                    pair.score, Matcher.compare(view, reference.view, maximumRotation: rotation, using: workspace))
                count += 1
            }
            best[owner] = pair
        }
        return (Array(best.values), count)
    }

    /// Impressions of one named finger are one finger, one of unknown position is a finger of its own. Unknown palms
    /// are one palm together: a palm takes several templates, and were each a palm of its own, one could count twice.
    private static func owners(of references: [ReferenceRow]) -> [Int] {
        references.enumerated().map { index, reference in
            guard reference.position != .unknown else { return index }
            return references.firstIndex { $0.position == reference.position } ?? index
        }
    }

    /// One to one, the most alike first; ties by the order of the prepared probe, then of enrolment.
    static func assign(_ pairs: [Pair]) -> [Int: Pair] {
        var taken: Set<Int> = []
        var assigned: [Int: Pair] = [:]
        let ranked = pairs.sorted { one, other in
            one.score != other.score
                ? one.score > other.score : (one.probe, one.finger) < (other.probe, other.finger)
        }
        for pair in ranked where assigned[pair.probe] == nil && taken.insert(pair.finger).inserted {
            assigned[pair.probe] = pair
        }
        return assigned
    }
}
