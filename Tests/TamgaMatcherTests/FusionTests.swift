import Foundation
import TamgaMatcher
import TamgaTestSupport
import Testing

@Suite struct FusionTests {
    @Test func oneScoreStaysWhatItIs() {
        #expect(Fusion.fuse([3.25]) == 3.25)
        #expect(Fusion.fuse([]) == 0)
    }

    @Test func twoFingersOfThreeAreLessThanSix() {
        // e^-x (1 + x) at x = 6 ln 10.
        let x = 6 * log(10.0)
        #expect(abs(Double(Fusion.fuse([3, 3])) - (6 - log10(1 + x))) < 1e-5)
    }

    @Test func moreOfAnyFingerIsMoreOfAll() {
        #expect(Fusion.fuse([3, 4]) > Fusion.fuse([3, 3.5]))
        #expect(Fusion.fuse([3, 3]) == Fusion.fuse([3, 3]))
        #expect(Fusion.fuse([4, 2]) == Fusion.fuse([2, 4]))
    }

    /// Independent false match rates drawn uniformly: the fused score must keep its promise.
    @Test(arguments: [2, 4, 10]) func fusedScoresStayCalibrated(fingers: Int) {
        var generator = SeededGenerator(seed: UInt64(fingers))
        let trials = 200_000
        var exceeded = 0
        for _ in 0..<trials {
            let scores = (0..<fingers).map { _ in
                Float(-log10(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)))
            }
            if Fusion.fuse(scores) >= 2 { exceeded += 1 }
        }
        #expect(abs(Double(exceeded) / Double(trials) - 0.01) < 0.001)
    }

    @Test func theBestOfManyPaysForItsChances() {
        #expect(Fusion.best(5, of: 1) == 5)
        #expect(abs(Fusion.best(5, of: 10) - 4) < 1e-5)
        #expect(Fusion.best(0.5, of: 10) == 0)
    }

    @Test func calibrationNeverFallsAndPassesItsKnots() {
        var last: Float = -1
        for step in 0...4000 {
            let score = Calibration.comparisonScore(Float(step) / 1000)
            #expect(score >= last)
            last = score
        }
        #expect(Calibration.comparisonScore(0) == 0)
        #expect(abs(Calibration.comparisonScore(0.476) - 2) < 1e-4)
        #expect(abs(Calibration.comparisonScore(0.688) - 4) < 1e-4)
    }

    @Test func rotationsOutsideHalfATurnAreRefused() {
        #expect(Rotation(steps: 129) == nil)
        #expect(Rotation(steps: -1) == nil)
        #expect(Rotation(steps: 128) == .any)
    }
}
