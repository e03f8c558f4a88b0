import TamgaEvaluation
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("Confidence intervals")
struct BootstrapTests {
    private let set = Samples.set(persons: 6, positions: [.rightIndex, .rightThumb], impressions: 3)

    private func verification(seed: UInt64) -> Verification {
        Verification(
            [VerificationSet(set)], rules: ComparisonRules(), bootstrap: Bootstrap(replicates: 60, seed: seed))
    }

    @Test("The same seed gives the same intervals")
    func deterministic() {
        #expect(verification(seed: 5).pooled.intervals == verification(seed: 5).pooled.intervals)
    }

    @Test("An interval holds its rate and stays within 0 and 1")
    func holds() throws {
        let part = verification(seed: 5).pooled
        let interval = try #require(part.intervals.eer)
        let rate = try #require(part.rates.eer)
        #expect(interval.low <= rate && rate <= interval.high)
        #expect(interval.low >= 0 && interval.high <= 1)
        // Too few pairs for FMR 1e-3: no rate, so no interval either.
        #expect(part.rates.fnmr[1] == nil)
        #expect(part.intervals.fnmr[1] == nil)
    }

    @Test("Persons are drawn: without a spread between them the interval is a point")
    func noSpread() throws {
        // Every person misses one of four.
        let outcomes = (0..<20).flatMap { person in
            (0..<4).map { SearchOutcome(rank: $0 == 0 ? 2 : 1, mateScore: 5, strangerScore: 1, cluster: person) }
        }
        let interval = try #require(
            IdentificationIntervals.rankOne(of: outcomes, bootstrap: Bootstrap(replicates: 200)))
        #expect(abs(interval.low - 0.75) < 1e-12)
        #expect(abs(interval.high - 0.75) < 1e-12)
    }

    /// The share of persons of whom one impression in five is found, in a sample of them.
    @Test("In nine of ten samples or more the interval covers the truth, though impressions of a person go together")
    func coverage() throws {
        var generator = SeededGenerator(seed: 7)
        let runs = 60
        var covered = 0
        for run in 0..<runs {
            // 40 persons; each fails as a whole with a chance of 0.3: the rate of the population is 0.7.
            let outcomes = (0..<40).flatMap { person -> [SearchOutcome] in
                let fails = Double.random(in: 0..<1, using: &generator) < 0.3
                return (0..<5).map { _ in
                    SearchOutcome(rank: fails ? 2 : 1, mateScore: 5, strangerScore: 1, cluster: person)
                }
            }
            let interval = try #require(
                IdentificationIntervals.rankOne(
                    of: outcomes, bootstrap: Bootstrap(replicates: 200, seed: UInt64(run))))
            if interval.low <= 0.7 && 0.7 <= interval.high { covered += 1 }
        }
        #expect(covered >= runs * 85 / 100)
        #expect(covered < runs)
    }

    @Test("Where no error was seen the rule of three says how many there may be")
    func ruleOfThree() throws {
        let outcomes = (0..<100).map { SearchOutcome(rank: 1, mateScore: 9, strangerScore: 0, cluster: $0) }
        let interval = try #require(IdentificationIntervals.rankOne(of: outcomes, bootstrap: Bootstrap(replicates: 50)))
        #expect(interval.high == 1)
        #expect(abs(interval.low - 0.9705) < 0.0005)
    }

    @Test("Pooled results are those of one run over all sets")
    func pooled() throws {
        let other = Samples.set(named: "other", persons: 4, positions: [.leftIndex], impressions: 3)
        let sets = [VerificationSet(set), VerificationSet(other)]
        let bootstrap = Bootstrap(replicates: 40)
        let rules = ComparisonRules()
        let parts = sets.map { Verification([$0], rules: rules, bootstrap: bootstrap) }
        let joined = try #require(Verification.pooled(parts, bootstrap: bootstrap))
        let whole = Verification(sets, rules: rules, bootstrap: bootstrap)
        #expect(joined.pooled.rates == whole.pooled.rates)
        #expect(joined.pooled.intervals == whole.pooled.intervals)
        #expect(joined.trials.map(\.score) == whole.trials.map(\.score))
        #expect(joined.databases.map(\.name) == ["set", "other"])
    }
}
