import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct ComparisonTests {
    @Test func theSameFingerScoresHighAndAnotherLow() {
        let finger = FingerDescriptor(Fingers.random(1))
        let again = FingerDescriptor(Fingers.shaken(Fingers.random(1), seed: 2))
        let stranger = FingerDescriptor(Fingers.random(3))
        #expect(Matcher.compare(finger, finger) > 15)
        #expect(Matcher.compare(again, finger) > 8)
        #expect(Matcher.compare(stranger, finger) < 4)
    }

    @Test(arguments: stride(from: 0, to: 256, by: 16).map { UInt8($0) })
    func anyRotationIsFound(steps: UInt8) {
        let finger = Fingers.random(11)
        let turned = Fingers.turned(Fingers.shaken(finger, seed: 12), by: steps, dx: 31, dy: -17)
        #expect(Matcher.compare(FingerDescriptor(turned), FingerDescriptor(finger)) > 6)
    }

    @Test func aRotationBeyondTheMaximumIsNotFound() {
        let finger = Fingers.random(21)
        let turned = FingerDescriptor(Fingers.turned(finger, by: 100))
        #expect(Matcher.compare(turned, FingerDescriptor(finger), maximumRotation: .usual) < 4)
        #expect(Matcher.preselect(turned, FingerDescriptor(finger), maximumRotation: .usual) < 1)
        #expect(Matcher.preselect(turned, FingerDescriptor(finger), maximumRotation: .any) > 2)
    }

    @Test func emptyFingersScoreNothing() {
        let empty = FingerDescriptor(xs: [], ys: [], angles: [], signatures: [])
        let finger = FingerDescriptor(Fingers.random(31))
        #expect(Matcher.compare(empty, finger) == 0)
        #expect(Matcher.compare(finger, empty) == 0)
        #expect(Matcher.compare(empty, empty) == 0)
        #expect(Matcher.preselect(empty, empty, maximumRotation: .any) == 0)
    }

    @Test(arguments: 0..<30) func scoresAreFiniteAndNeverNegative(seed: UInt64) {
        let one = FingerDescriptor(Fingers.random(seed, minutiae: Int(seed) + 2))
        let other = FingerDescriptor(Fingers.random(seed + 1000, minutiae: 64 - Int(seed)))
        let score = Matcher.compare(one, other)
        #expect(score.isFinite && score >= 0)
        #expect(score.bitPattern == Matcher.compare(one, other).bitPattern)
    }

    @Test func aMotionIsRecoveredFromItsPoints() throws {
        var generator = SeededGenerator(seed: 41)
        let truth = RigidMotion(steps: 37, from: SIMD2(10, 20), to: SIMD2(-5, 60))
        var pairs: [WeightedPair] = []
        for _ in 0..<12 {
            let x = Float.random(in: 0...300, using: &generator)
            let y = Float.random(in: 0...300, using: &generator)
            let weight = Float.random(in: 0.1...1, using: &generator)
            pairs.append(WeightedPair(from: SIMD2(x, y), to: truth.apply(SIMD2(x, y)), weight: weight))
        }
        let fitted = try #require(RigidMotion(fitting: pairs))
        #expect(abs(fitted.rotation - truth.rotation) < 1e-3)
        #expect(abs(fitted.shift.x - truth.shift.x) < 0.01 && abs(fitted.shift.y - truth.shift.y) < 0.01)
        #expect(RigidMotion(fitting: [WeightedPair]()) == nil)
        #expect(RigidMotion(fitting: [pairs[0]]) == nil)
    }

    @Test func everyMinutiaIsPairedAtMostOnce() {
        let one = FingerDescriptor(Fingers.random(51))
        let other = FingerDescriptor(Fingers.shaken(Fingers.random(51), seed: 52))
        let pairing = ExactComparison(other, one).pairing
        #expect(pairing.count > 25)
        #expect(Set(pairing.map(\.probe)).count == pairing.count)
        #expect(Set(pairing.map(\.reference)).count == pairing.count)
    }
}
