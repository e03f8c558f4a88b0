import TamgaEvaluation
import Testing

@Suite("Error rates of score lists with known answers")
struct ErrorRatesTests {
    /// 1,000 non-mated scores: 0.001, 0.002 ... 1.
    private let ladder = (1...1_000).map { Float($0) / 1_000 }

    @Test("A pair matches above the threshold, not at it")
    func convention() {
        // The threshold of FMR 1e-2 is the eleventh highest score: ten lie above it.
        let rates = ErrorRates(ScoreLists(mated: [0.5, 0.990, 0.991, 2], nonMated: ladder))
        #expect(rates.thresholds.fnmr[0] == 0.990)
        #expect(rates.fnmr[0] == 0.5)
        #expect(rates.thresholds.fnmr[1] == 0.999)
        #expect(rates.fnmr[1] == 0.75)
        #expect(rates.zeroFMR == 0.75)
        #expect(rates.thresholds.zeroFMR == 1)
    }

    @Test("Scores that do not overlap give no error")
    func apart() {
        let rates = ErrorRates(ScoreLists(mated: [2, 3], nonMated: ladder))
        #expect(rates.eer == 0)
        #expect(rates.fnmr == [0, 0, nil])
        #expect(rates.zeroFMR == 0)
    }

    @Test("Of two thresholds around the crossing the one of the smaller sum gives the EER")
    func equalErrorRate() {
        // At 3: FMR 0, FNMR 1/2. At 2 (a score of both): FMR 1/4, FNMR 1/4.
        #expect(ErrorRates(ScoreLists(mated: [2, 3, 4, 5], nonMated: [0, 1, 2, 3])).eer == 0.25)
        // Above 2: FMR 0, FNMR 1/3; at 1: FMR 1/2, FNMR 0: the former.
        let rates = ErrorRates(ScoreLists(mated: [2, 3, 4], nonMated: [1, 2]))
        #expect(abs((rates.eer ?? 1) - 1.0 / 6) < 1e-12)
        #expect(rates.thresholds.eer == 2)
    }

    @Test("Ties are never split: all equal scores match or none does")
    func ties() {
        let rates = ErrorRates(
            ScoreLists(mated: [1, 1, 1, 1], nonMated: [Float](repeating: 1, count: 2_000)))
        #expect(rates.eer == 0.5)
        #expect(rates.fnmr[0] == 1)
        #expect(rates.fnmr[1] == 1)
        #expect(rates.zeroFMR == 1)
        // Fifty at the top: FMR 1e-2 allows twenty, so none of them.
        let top = [Float](repeating: 0, count: 1_950) + [Float](repeating: 3, count: 50)
        let tied = ErrorRates(ScoreLists(mated: [3, 3, 4, 4], nonMated: top))
        #expect(tied.thresholds.fnmr[0] == 3)
        #expect(tied.fnmr[0] == 0.5)
    }

    @Test("Too few pairs to resolve a rate: no rate, and a note says so", arguments: [0, 1, 99, 100, 999, 9_999])
    func tooFew(count: Int) {
        let rates = ErrorRates(ScoreLists(mated: [1, 2], nonMated: (0..<count).map { Float($0) }))
        #expect((rates.fnmr[0] == nil) == (count < 100))
        #expect((rates.fnmr[1] == nil) == (count < 1_000))
        #expect((rates.fnmr[2] == nil) == (count < 10_000))
        #expect((rates.zeroFMR == nil) == (count == 0))
        #expect((rates.eer == nil) == (count == 0))
        #expect(!rates.notes.isEmpty)
    }

    @Test("Without mated pairs there is no FNMR")
    func noMated() {
        let rates = ErrorRates(ScoreLists(mated: [], nonMated: ladder))
        #expect(rates.eer == nil)
        #expect(rates.fnmr == [nil, nil, nil])
        #expect(rates.zeroFMR == nil)
        #expect(rates.thresholds.fnmr[0] == 0.990)
        #expect(rates.notes.contains { $0.contains("no mated pairs") })
    }

    @Test("The order of scores does not matter")
    func order() {
        let mated: [Float] = [0.2, 4, 1, 3, 0.7]
        #expect(
            ErrorRates(ScoreLists(mated: mated, nonMated: ladder))
                == ErrorRates(ScoreLists(mated: mated.reversed(), nonMated: ladder.reversed())))
    }
}
