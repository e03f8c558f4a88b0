import TamgaMatcher
import Testing

@Suite struct ReliabilityTests {
    /// A square of 300 pixels with room around each corner, and the minutia in question.
    private static func square(
        with place: SIMD2<Float>, quality: UInt8
    ) -> (evidence: [Float], presence: [Float]) {
        let corners: [SIMD2<Float>] = [SIMD2(0, 0), SIMD2(300, 0), SIMD2(300, 300), SIMD2(0, 300)]
        return reliability(corners + [place], Array(repeating: 80, count: 4) + [quality])
    }

    private static func reliability(
        _ places: [SIMD2<Float>], _ qualities: [UInt8]
    ) -> (evidence: [Float], presence: [Float]) {
        PreparedFinger(
            FingerDescriptor(
                xs: places.map { Int16($0.x) }, ys: places.map { Int16($0.y) },
                angles: Array(repeating: 0, count: places.count),
                signatures: Array(repeating: 0, count: 2 * places.count), qualities: qualities)
        ).reliability
    }

    @Test func aGoodMinutiaWithRoomAroundItCountsInFull() {
        let reliability = Self.square(with: SIMD2(150, 150), quality: 90)
        #expect(abs(reliability.evidence[4] - 1) < 1e-6 && abs(reliability.presence[4] - 1) < 1e-6)
    }

    @Test func qualityThatIsNotReportedCountsInFull() {
        let reliability = Self.square(with: SIMD2(150, 150), quality: 0)
        #expect(abs(reliability.evidence[4] - 1) < 1e-6 && abs(reliability.presence[4] - 1) < 1e-6)
    }

    @Test func aPoorMinutiaSaysLittleWhenPairedAndNextToNothingWhenMissing() {
        let reliability = Self.square(with: SIMD2(150, 150), quality: 3)
        #expect(reliability.evidence[4] < 0.7 && reliability.evidence[4] > 0.5)
        #expect(reliability.presence[4] < 0.05)
    }

    @Test func weightsRiseWithQuality() {
        let weights = stride(from: UInt8(1), through: 100, by: 3).map {
            Self.square(with: SIMD2(150, 150), quality: $0)
        }
        for (less, more) in zip(weights, weights.dropFirst()) {
            #expect(less.evidence[4] <= more.evidence[4] && less.presence[4] <= more.presence[4])
        }
    }

    @Test func duplicatesOfOneMinutiaLoseMostOfTheirPresence() {
        let places: [SIMD2<Float>] = [SIMD2(0, 0), SIMD2(300, 0), SIMD2(150, 300), SIMD2(150, 120), SIMD2(153, 122)]
        let reliability = Self.reliability(places, Array(repeating: 80, count: 5))
        for index in 3...4 {
            #expect(abs(reliability.presence[index] - 0.18) < 1e-5 && abs(reliability.evidence[index] - 0.63) < 1e-5)
        }
    }
}
