import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Qualities of minutiae are each extractor's own; what they are worth must not turn strangers into mates.
@Suite struct QualityScaleTests {
    /// Forty minutiae in no order.
    private func finger(_ seed: UInt64, quality: (Int) -> UInt8) -> FingerTemplate {
        var random = SeededGenerator(seed: seed)
        let minutiae = (0..<40).map { index in
            Minutia(
                x: .random(in: 0..<300, using: &random), y: .random(in: 0..<400, using: &random),
                angle: .random(in: 0...255, using: &random), kind: .ending, quality: quality(index))
        }
        return FingerTemplate(position: .rightIndex, width: 300, height: 400, minutiae: minutiae)
    }

    @Test("qualities that tell no minutia from another are as none at all", arguments: [1, 20, 50, 100] as [UInt8])
    func uniform(quality: UInt8) {
        let none = FingerDescriptor(finger(1) { _ in 0 })
        #expect(FingerDescriptor(finger(1) { _ in quality }) == none)
        #expect(FingerDescriptor(finger(1) { quality - min(quality - 1, UInt8($0 % 5)) }) == none)
        #expect(FingerDescriptor(finger(1) { $0 == 7 ? 0 : quality }).qualities != none.qualities || quality == 100)
    }

    @Test("graded on a lower scale, a template is worth what it was")
    func proportional() {
        let whole = FingerDescriptor(finger(2) { UInt8(10 + 2 * $0) })
        let low = FingerDescriptor(finger(2) { UInt8(1 + $0 / 5) })
        // Qualities of 1 to 8 are raised; those of 10 to 88 stay as they are.
        #expect((low.qualities.max() ?? 0) >= 40)
        #expect(Set(whole.qualities).count > 8)
        let order = zip(low.qualities, low.qualities.dropFirst()).map { $0 < $1 }
        #expect(order.contains(true) && order.contains(false))
    }

    /// Strangers that were graded low reached scores of 10 before qualities were brought to scale.
    @Test("strangers graded low all over stay strangers", arguments: [1, 3, 10])
    func strangers(divisor: Int) {
        var highest: Float = 0
        for seed in 0..<30 {
            let quality: (Int) -> UInt8 = { UInt8(max(1, (20 + $0 * 7 % 60) / (divisor * 3))) }
            let one = FingerDescriptor(finger(100 + UInt64(seed), quality: quality))
            let other = FingerDescriptor(finger(900 + UInt64(seed), quality: quality))
            highest = max(highest, Matcher.compare(one, other))
        }
        #expect(highest < 4)
    }
}
