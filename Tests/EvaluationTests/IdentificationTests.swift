import TamgaEvaluation
import TamgaTemplates
import Testing

@Suite("Rates of identification with known answers")
struct IdentificationRatesTests {
    private func outcome(_ rank: Int?, _ mate: Float, _ stranger: Float?) -> SearchOutcome {
        SearchOutcome(rank: rank, mateScore: mate, strangerScore: stranger)
    }

    @Test("CMC counts mates at a rank or before; one that was not named counts at none")
    func cmc() {
        let rates = IdentificationRates([
            outcome(1, 9, 0), outcome(1, 9, 0), outcome(3, 2, 3), outcome(20, 1, 3), outcome(21, 1, 3),
            outcome(nil, 0, 3), outcome(2, 4, 5), outcome(1, 9, 0),
        ])
        #expect(rates.rankOne == 3.0 / 8)
        #expect(rates.cmc.count == 20)
        #expect(rates.cmc[1] == 0.5)
        #expect(rates.cmc[2] == 5.0 / 8)
        #expect(rates.cmc[18] == 5.0 / 8)
        #expect(rates.cmc[19] == 6.0 / 8)
    }

    @Test("FNIR: mates at or below the threshold that FPIR allows")
    func fnir() {
        // Strangers 1 to 100; FPIR 1e-1 allows ten above the threshold: it is 90.
        let outcomes = (1...100).map { outcome(1, $0 <= 25 ? 90 : 91, Float($0)) }
        let rates = IdentificationRates(outcomes)
        #expect(rates.thresholds[0] == 90)
        #expect(rates.fnir[0] == 0.25)
        #expect(rates.thresholds[1] == 99)
        #expect(rates.fnir[1] == 1)
        #expect(rates.fnir[2] == nil)
        #expect(rates.notes.contains { $0.contains("1e-3") })
    }

    @Test("Tied strangers are never split")
    func ties() {
        let rates = IdentificationRates((0..<20).map { _ in outcome(1, 3, 2) })
        #expect(rates.thresholds[0] == 2)
        #expect(rates.fnir[0] == 0)
    }

    @Test("Nothing searched: nothing said")
    func empty() {
        let rates = IdentificationRates([])
        #expect(rates.rankOne == nil)
        #expect(rates.fnir == [nil, nil, nil])
        #expect(!rates.notes.isEmpty)
    }
}

@Suite("Searching a set in process")
struct IdentificationTests {
    private func run(_ rules: IdentificationRules, hidesPositions: Bool = false) throws -> Identification {
        let set = Samples.set(
            persons: 5, positions: [.rightIndex, .rightThumb, .leftIndex], impressions: 3,
            hidesPositions: hidesPositions)
        return try Identification([VerificationSet(set)], rules: rules, bootstrap: Bootstrap(replicates: 20))
    }

    @Test("The first impression is enrolled, every other is searched, in every subset of fingers")
    func counts() throws {
        let one = try run(IdentificationRules())
        #expect(one.gallery == (5, 15))
        #expect(one.pooled.mated == 30)
        #expect(one.pooled.nonMated == 30)
        let two = try run(IdentificationRules(fingers: 2))
        #expect(two.pooled.mated == 30)
        #expect(two.pooled.rankOne == 1)
        let three = try run(IdentificationRules(fingers: 3))
        #expect(three.pooled.mated == 10)
    }

    @Test("The staged search and the exhaustive one agree on a gallery that both compare whole")
    func exhaustive() throws {
        let staged = try run(IdentificationRules(distractors: 8))
        let whole = try run(IdentificationRules(distractors: 8, isExhaustive: true))
        #expect(staged.gallery.persons == 13)
        #expect(staged.outcomes == whole.outcomes)
    }

    @Test("A distractor can only make a search harder")
    func distractors() throws {
        let without = try run(IdentificationRules()).outcomes
        let with = try run(IdentificationRules(distractors: 10)).outcomes
        #expect(without.count == with.count)
        for (one, other) in zip(without, with) {
            #expect(one.mateScore == other.mateScore)
            #expect((one.rank ?? 99) <= (other.rank ?? 99))
        }
    }

    @Test("A gallery of one person leaves nobody for a non-mated search")
    func alone() throws {
        let set = Samples.set(persons: 1, positions: [.rightIndex], impressions: 2)
        let result = try Identification(
            [VerificationSet(set)], rules: IdentificationRules(), bootstrap: Bootstrap(replicates: 5))
        #expect(result.pooled.mated == 1)
        #expect(result.pooled.nonMated == 0)
        #expect(result.pooled.fnir == [nil, nil, nil])
    }
}
