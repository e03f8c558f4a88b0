import TamgaEvaluation
import TamgaMatcher
import TamgaTemplates
import Testing

@Suite("Pairs of a verification")
struct VerificationTests {
    private let bootstrap = Bootstrap(replicates: 5)
    private let positions: [FingerPosition] = [.rightIndex, .rightThumb, .leftIndex]

    @Test("Within a set every pair once: mated of one finger, non-mated of two")
    func within() {
        let set = Samples.set(persons: 3, positions: positions, impressions: 2)
        let result = Verification([VerificationSet(set)], rules: ComparisonRules(), bootstrap: bootstrap)
        // 18 samples: 153 pairs, 9 of them mated.
        #expect(result.pooled.rates.mated == 9)
        #expect(result.pooled.rates.nonMated == 144)
        #expect(result.trials.allSatisfy { $0.probe < $0.reference })
    }

    @Test("Fused: two captures of a person are mated by every pair of fingers, never within one capture")
    func fused() {
        let set = Samples.set(persons: 3, positions: positions, impressions: 2)
        let result = Verification([VerificationSet(set)], rules: ComparisonRules(fingers: 2), bootstrap: bootstrap)
        // Three pairs of fingers; per person one pair of captures; between two persons four.
        #expect(result.pooled.rates.mated == 9)
        #expect(result.pooled.rates.nonMated == 36)
    }

    @Test("A fused score is what Fusion makes of the fingers' scores")
    func fusedScore() throws {
        let set = Samples.set(persons: 1, positions: [.rightThumb, .rightIndex], impressions: 2)
        let result = Verification([VerificationSet(set)], rules: ComparisonRules(fingers: 2), bootstrap: bootstrap)
        let scores = [0, 2].map { Matcher.compare(set.samples[$0].descriptor, set.samples[$0 + 1].descriptor) }
        let trial = try #require(result.trials.first)
        #expect(result.trials.count == 1)
        #expect(trial.score == Fusion.fuse(scores))
        #expect(trial.fingers == 0b110)
    }

    @Test("Against another sensor: the same finger is mated, whatever the impression")
    func crossSensor() {
        let probes = Samples.set(persons: 2, positions: positions, impressions: 2)
        let references = Samples.set(named: "other", persons: 2, positions: positions, impressions: 2, first: 11)
        let set = VerificationSet(probes, against: references)
        let result = Verification([set], rules: ComparisonRules(), bootstrap: bootstrap)
        #expect(result.pooled.rates.mated == 24)
        #expect(result.pooled.rates.nonMated == 120)
        let fused = Verification([set], rules: ComparisonRules(fingers: 3), bootstrap: bootstrap)
        #expect(fused.pooled.rates.mated == 8)
        #expect(fused.pooled.rates.nonMated == 8)
    }

    @Test("Several sets: no pair across them")
    func sets() {
        let one = Samples.set(named: "a", persons: 2, positions: [.rightIndex], impressions: 2)
        let other = Samples.set(named: "b", persons: 2, positions: [.rightThumb], impressions: 2)
        let result = Verification(
            [one, other].map { VerificationSet($0) }, rules: ComparisonRules(), bootstrap: bootstrap)
        #expect(result.pooled.rates.mated == 4)
        #expect(result.pooled.rates.nonMated == 8)
        #expect(result.databases.map(\.rates.nonMated) == [4, 4])
    }

    @Test("Excepted fingers are not compared")
    func exceptions() throws {
        let set = Samples.set(persons: 3, positions: [.rightIndex], impressions: 2)
        var exceptions = KnownExceptions()
        try exceptions.add("0_2 1_2")
        let result = Verification(
            [VerificationSet(set)], rules: ComparisonRules(exceptions: exceptions), bootstrap: bootstrap)
        #expect(result.pooled.rates.mated == 3)
        #expect(result.pooled.rates.nonMated == 8)
    }

    @Test("Within a narrow rotation a turned probe is not found, within any it is")
    func rotation() throws {
        let set = VerificationSet(
            Samples.set(persons: 1, positions: [.rightIndex], impressions: 2), turnedByDegrees: 120)
        let narrow = try #require(Rotation(degrees: 30))
        func score(_ rotation: Rotation) -> Float {
            Verification([set], rules: ComparisonRules(maximumRotation: rotation), bootstrap: bootstrap).trials[0].score
        }
        #expect(score(.any) > 4)
        #expect(score(narrow) < 2)
    }

    @Test("Who is missed is named, most misses first")
    func misses() throws {
        // Turned beyond what is allowed, hardly any finger is found again.
        let set = Samples.set(persons: 12, positions: positions, impressions: 2)
        let result = Verification(
            [VerificationSet(set, turnedByDegrees: 120)],
            rules: ComparisonRules(maximumRotation: try #require(Rotation(degrees: 10))),
            bootstrap: Bootstrap(replicates: 0))
        let misses = result.misses()
        let missed = (result.pooled.rates.fnmr[1] ?? 0) * Double(result.pooled.rates.mated)
        #expect(misses.count > 18)
        #expect(misses.reduce(0) { $0 + $1.missed } == Int(missed.rounded()))
        #expect(zip(misses, misses.dropFirst()).allSatisfy { $0.missed >= $1.missed })
        #expect(misses.allSatisfy { $0.mated == 1 && $0.database == "set" })
    }
}

@Suite("The hash of a result")
struct ResultHashTests {
    @Test("FNV-1a of the scores' bytes")
    func known() {
        #expect(ResultHash().text == "cbf29ce484222325")
        var hash = ResultHash()
        // The bytes 61 62 63 64, "abcd".
        hash.add(Float(bitPattern: 0x6463_6261))
        #expect(hash.text == "fc179f83ee0724dd")
    }

    @Test("Changes with one bit, and with the order")
    func sensitive() {
        func hash(_ scores: [Float]) -> UInt64 {
            var hash = ResultHash()
            for score in scores { hash.add(score) }
            return hash.value
        }
        #expect(hash([1, 2]) != hash([2, 1]))
        #expect(hash([1, 2]) != hash([1, Float(2).nextUp]))
        #expect(hash([0]) != hash([-0.0]))
    }

    @Test("The same for the same sets, another for a smaller one")
    func sets() {
        let set = Samples.set(persons: 2, positions: [.rightIndex], impressions: 2)
        let smaller = Dataset(name: set.name, samples: set.samples.dropLast())
        let rules = ComparisonRules()
        let hash = ResultHash(of: [VerificationSet(set)], rules: rules)
        #expect(hash == ResultHash(of: [VerificationSet(set)], rules: rules))
        #expect(hash != ResultHash(of: [VerificationSet(smaller)], rules: rules))
    }
}
