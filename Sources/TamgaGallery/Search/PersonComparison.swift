import TamgaMatcher
import TamgaTemplates

/// A probe and one person compared exactly: the one place where a fused score comes from, for search and
/// verification alike.
///
/// For each finger of the probe the best score over its views and the references it may equal; a finger of the
/// person is paired with one finger of the probe at most, best pairs first; each score is corrected for the
/// comparisons it is the best of, and the fingers that had something to be compared with are fused.
struct PersonComparison {
    /// How alike a finger of the probe and a finger of the person are, by their best impressions.
    private struct Pair {
        let probe: Int
        let finger: Int
        let position: FingerPosition
        var score: Float
    }

    let match: PersonMatch

    init(_ probe: PreparedProbe, _ references: [GalleryReference], within rotation: Rotation) {
        let fingers = Self.fingers(of: references)
        var pairs: [Pair] = []
        var comparisons: [Int] = []
        for (index, finger) in probe.fingers.enumerated() {
            var best: [Int: Pair] = [:]
            var count = 0
            for (reference, owner) in zip(references, fingers) where finger.position.mayEqual(reference.position) {
                var pair = best[owner] ?? Pair(probe: index, finger: owner, position: reference.position, score: 0)
                for view in finger.views {
                    let score = Matcher.compare(view, reference.descriptor, maximumRotation: rotation)
                    pair.score = max(pair.score, score)
                    count += 1
                }
                best[owner] = pair
            }
            pairs += best.values
            comparisons.append(count)
        }
        match = PersonMatch(
            score: 0, fingers: [], compared: references.count { probe.asks(for: $0.position) }, rotation: rotation
        ).scored(by: Self.assign(pairs), comparisons, probe)
    }

    /// For each reference the number of the finger it shows: impressions of one named finger are one finger, one of
    /// unknown position is a finger of its own.
    private static func fingers(of references: [GalleryReference]) -> [Int] {
        references.enumerated().map { index, reference in
            guard reference.position != .unknown else { return index }
            return references.firstIndex { $0.position == reference.position } ?? index
        }
    }

    /// One to one, the most alike first; ties by the order of the prepared probe, then of enrolment.
    private static func assign(_ pairs: [Pair]) -> [Int: FingerMatch] {
        var taken: Set<Int> = []
        var assigned: [Int: FingerMatch] = [:]
        let ranked = pairs.sorted { one, other in
            one.score != other.score
                ? one.score > other.score : (one.probe, one.finger) < (other.probe, other.finger)
        }
        for pair in ranked where assigned[pair.probe] == nil && taken.insert(pair.finger).inserted {
            assigned[pair.probe] = FingerMatch(
                probe: pair.probe, position: pair.position, referencePosition: pair.position, score: pair.score)
        }
        return assigned
    }
}

extension PersonMatch {
    /// Corrects and fuses: a finger whose every counterpart was taken by a better one counts with 0.
    fileprivate func scored(
        by pairs: [Int: FingerMatch], _ comparisons: [Int], _ probe: PreparedProbe
    ) -> PersonMatch {
        var scores: [Float] = []
        var fingers: [FingerMatch] = []
        for (index, count) in comparisons.enumerated() where count > 0 {
            guard let pair = pairs[index] else {
                scores.append(0)
                continue
            }
            let corrected = Fusion.best(pair.score, of: count)
            scores.append(corrected)
            fingers.append(
                FingerMatch(
                    probe: probe.fingers[index].index, position: probe.fingers[index].position,
                    referencePosition: pair.referencePosition, score: corrected))
        }
        return PersonMatch(
            score: Fusion.fuse(scores), fingers: fingers.sorted { $0.probe < $1.probe }, compared: compared,
            rotation: rotation)
    }
}
