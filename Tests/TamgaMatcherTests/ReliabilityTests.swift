import TamgaMatcher
import TamgaTemplates
import Testing

@Suite struct ReliabilityTests {
    private static func detail(_ quality: UInt8) -> MinutiaDetail { MinutiaDetail(quality: quality, kind: .ending) }

    /// A square of 300 pixels with room around each corner, and the minutia in question.
    private static func square(with place: SIMD2<Float>, quality: UInt8) -> Reliability {
        let corners: [SIMD2<Float>] = [SIMD2(0, 0), SIMD2(300, 0), SIMD2(300, 300), SIMD2(0, 300)]
        return Reliability(corners + [place], Array(repeating: detail(80), count: 4) + [detail(quality)])
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
        let reliability = Reliability(places, Array(repeating: Self.detail(80), count: 5))
        for index in 3...4 {
            #expect(abs(reliability.presence[index] - 0.18) < 1e-5 && abs(reliability.evidence[index] - 0.63) < 1e-5)
        }
    }

    @Test func theOutlineTakesAQuarterOfThePresenceAndNothingOfTheEvidence() {
        let inside = Self.square(with: SIMD2(150, 20), quality: 90)
        let onIt = Self.square(with: SIMD2(150, 0), quality: 90)
        #expect(abs(inside.presence[4] - 1) < 1e-6)
        #expect(abs(onIt.presence[4] - 0.75) < 1e-6 && onIt.evidence[4] == inside.evidence[4])
    }

    @Test(arguments: MinutiaKind.allCases) func aDetailKeepsKindAndQualityToTheNextEvenNumber(kind: MinutiaKind) {
        for quality in UInt8(0)...100 {
            let detail = MinutiaDetail(quality: quality, kind: kind)
            #expect(detail.quality == (Int(quality) + 1) / 2 * 2)
            #expect(MinutiaDetail(rawValue: detail.rawValue) == detail)
            for other in MinutiaKind.allCases {
                let contradicts = kind != other && kind != .other && other != .other
                #expect(detail.contradicts(MinutiaDetail(quality: 0, kind: other)) == contradicts)
            }
        }
        #expect(MinutiaDetail(quality: 255, kind: kind).quality == 100)
    }
}
