import TamgaMatcher
import TamgaTemplates
import Testing

@Suite struct StageTests {
    private struct Seen {
        var pairs = 0
        var hypotheses = 0
        var scores: [PairingScore] = []
        var pairings: [[Pairing.Pair]] = []
    }

    private static func seen(_ one: FingerDescriptor, _ other: FingerDescriptor) -> (Seen, ExactComparison) {
        var seen = Seen()
        let comparison = ExactComparison(one, other) { stage in
            switch stage {
            case .pairs(let pairs, let strengths):
                seen.pairs = pairs.count
                #expect(strengths.count == pairs.count)
            case .hypothesis: seen.hypotheses += 1
            case .refined(_, let places, let pairs, let score):
                #expect(places.count == one.count)
                seen.pairings.append(pairs)
                seen.scores.append(score)
            }
        }
        return (seen, comparison)
    }

    @Test func everyStageIsSeenAndTheBestIsTheAnswer() throws {
        let finger = FingerDescriptor(Fingers.random(61))
        let other = FingerDescriptor(Fingers.shaken(Fingers.random(61), seed: 62))
        let (seen, comparison) = Self.seen(other, finger)
        #expect(seen.pairs >= MatcherConstants.fewestPairs && seen.pairs <= MatcherConstants.mostPairs)
        #expect((1...MatcherConstants.hypotheses).contains(seen.hypotheses))
        #expect((1...MatcherConstants.refined).contains(seen.scores.count))
        let best = try #require(seen.scores.map(\.score).max())
        #expect(best == comparison.score && best > 2)
        #expect(seen.pairings.contains(comparison.pairing))
        let score = try #require(seen.scores.first { $0.score == best })
        #expect(score.weight >= score.likeness && score.overlap > 20)
    }

    @Test(arguments: 0..<10) func lookingChangesNoBit(seed: UInt64) {
        let one = FingerDescriptor(Fingers.random(seed, quality: 40))
        let other = FingerDescriptor(Fingers.random(seed + 500, quality: 15))
        #expect(Self.seen(one, other).1.score.bitPattern == ExactComparison(one, other).score.bitPattern)
    }

    @Test func nothingIsSeenWhereNothingIsAlike() {
        let empty = FingerDescriptor(xs: [], ys: [], angles: [], signatures: [])
        #expect(Self.seen(empty, FingerDescriptor(Fingers.random(63))).0.pairs == 0)
    }
}
