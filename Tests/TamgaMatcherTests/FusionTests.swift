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
        // Independent, they would be e^-x (1 + x) at x = 6 ln 10; being of one person, a little less.
        let x = 6 * log(10.0)
        let independent = 6 - log10(1 + x)
        #expect(abs(GammaTail.decades(shape: 2, at: x) - independent) < 1e-9)
        let fused = Double(Fusion.fuse([3, 3]))
        #expect(fused < independent && fused > independent - 0.4)
    }

    @Test func moreOfAnyFingerIsMoreOfAll() {
        #expect(Fusion.fuse([3, 4]) > Fusion.fuse([3, 3.5]))
        #expect(Fusion.fuse([3, 3]) == Fusion.fuse([3, 3]))
        #expect(Fusion.fuse([4, 2]) == Fusion.fuse([2, 4]))
    }

    /// Whole shapes have a closed form: the tail of a Poisson sum.
    @Test(arguments: [1, 2, 3, 5, 10]) func theTailOfAWholeShape(shape: Int) {
        for x in stride(from: 0.1, through: 200, by: 0.7) {
            var term = 1.0
            var sum = 1.0
            for order in 1..<max(shape, 2) where shape > 1 {
                term *= x / Double(order)
                sum += term
            }
            let exact = (x - log(sum)) / log(10.0)
            #expect(abs(GammaTail.decades(shape: Double(shape), at: x) - exact) < 1e-8 * max(1, exact))
        }
        #expect(GammaTail.decades(shape: Double(shape), at: 0) == 0)
    }

    /// Half shapes: Q(1/2, x) is erfc of the root.
    @Test(arguments: [0.01, 0.3, 1.2, 1.6, 4, 20, 100]) func theTailOfAHalf(x: Double) {
        #expect(abs(GammaTail.decades(shape: 0.5, at: x) + log10(erfc(x.squareRoot()))) < 1e-8 * max(1, x))
    }

    /// Fingers of one person, correlated as measured (0.07): the fused score must keep its promise.
    @Test(arguments: [2, 4, 10]) func fusedScoresStayCalibrated(fingers: Int) {
        var generator = SeededGenerator(seed: UInt64(fingers))
        let trials = 200_000
        let shared = 0.07.squareRoot()
        var exceeded = 0
        for _ in 0..<trials {
            let common = (Self.normal(&generator), Self.normal(&generator))
            // Half the squared length of two normal numbers is exponential; two such correlate by the square.
            let scores = (0..<fingers).map { _ in
                let x = shared.squareRoot() * common.0 + (1 - shared).squareRoot() * Self.normal(&generator)
                let y = shared.squareRoot() * common.1 + (1 - shared).squareRoot() * Self.normal(&generator)
                return Float((x * x + y * y) / 2 / log(10.0))
            }
            if Fusion.fuse(scores) >= 2 { exceeded += 1 }
        }
        #expect((0.004...0.0125).contains(Double(exceeded) / Double(trials)))
    }

    /// Box and Muller.
    private static func normal(_ generator: inout SeededGenerator) -> Double {
        let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator))).squareRoot()
        return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
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
        #expect(abs(Calibration.comparisonScore(0.498) - 2) < 1e-4)
        #expect(abs(Calibration.comparisonScore(0.690) - 4) < 1e-4)
    }

    @Test func rotationsOutsideHalfATurnAreRefused() {
        #expect(Rotation(steps: 129) == nil)
        #expect(Rotation(steps: -1) == nil)
        #expect(Rotation(steps: 128) == .any)
    }
}
