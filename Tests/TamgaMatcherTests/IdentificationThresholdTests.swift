import TamgaMatcher
import Testing

@Suite struct IdentificationThresholdTests {
    /// log10(n) - log10(-ln(1 - p)), worked out apart.
    @Test(arguments: [
        (1e-3, 1, 2.9998), (1e-3, 1_000, 5.9998), (1e-3, 1e6, 8.9998), (1e-2, 1e4, 5.9978), (0.1, 1, 0.9773),
        (1e-9, 1e9, 18), (0.5, 100, 2.1592), (0.999_999_999, 1, 0),
    ]) func theTableOfThresholds(rate: Double, chances: Double, score: Float) throws {
        let threshold = IdentificationThreshold(try #require(TargetFPIR(rate)), chances: chances)
        #expect(abs(threshold.score - score) < 0.0001)
        #expect(threshold.isReached(by: threshold.score) && !threshold.isReached(by: threshold.score.nextDown))
    }

    @Test func strangersReachItAsOftenAsAskedFor() throws {
        for rate in [1e-4, 1e-2, 0.3] {
            for chances in [1.0, 37, 1e5] {
                let score = Double(IdentificationThreshold(try #require(TargetFPIR(rate)), chances: chances).score)
                // Everybody below it, independently: (1 - 10^-T)^n, for large n exp(-n 10^-T).
                let expected = chances * Decades10.power(-score)
                #expect(abs(1 - ExactMath.exp(-expected) - rate) < 1e-6 * max(1, 1 / rate) * rate + 1e-6)
            }
        }
    }

    @Test(arguments: [0, 1, -1, 1e-20, 9.9e-10, 1.5, .infinity, .nan, -.infinity])
    func ratesOutsideAreNone(rate: Double) {
        #expect(TargetFPIR(rate) == nil)
    }

    @Test func theIntervalHoldsTheTargetAndWidensBeyondWhatWasMeasured() throws {
        var width = 0.0
        for chances in [1.0, 10, 100, 1e4, 1e6, 1e8] {
            let threshold = IdentificationThreshold(.usual, chances: chances)
            #expect(threshold.lowestFPIR < 1e-3 && threshold.highestFPIR > 1e-3 && threshold.highestFPIR <= 1)
            let ratio = threshold.highestFPIR / threshold.lowestFPIR
            #expect(ratio > width)
            width = ratio
        }
        // Two standard deviations of a quarter of a decade, as little is added where there is much to measure.
        #expect(abs(CalibrationError.decades(at: 1) - 0.5) < 0.01)
        #expect(abs(CalibrationError.decades(at: 8) - CalibrationError.decades(at: 4) - 2) < 1e-9)
        #expect(CalibrationError.decades(at: 4) > CalibrationError.decades(at: 2))
    }

    @Test func nobodyCountsAsOne() {
        #expect(IdentificationThreshold(.usual, chances: 0) == IdentificationThreshold(.usual, chances: 1))
    }
}

private enum Decades10 {
    static func power(_ exponent: Double) -> Double { ExactMath.exp(exponent * 2.302585092994046) }
}
