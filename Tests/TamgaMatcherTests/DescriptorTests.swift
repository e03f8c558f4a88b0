import TamgaKernels
import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct DescriptorTests {
    @Test func keepsAtMostSixtyFourByQuality() {
        var finger = Fingers.random(1, minutiae: 90, quality: 50)
        for index in finger.minutiae.indices.prefix(30) { finger.minutiae[index].quality = 90 }
        let chosen = PlacedMinutia.selected(from: finger)
        #expect(chosen.count == 64)
        let good = finger.minutiae.prefix(30).map {
            PlacedMinutia(x: $0.x, y: $0.y, angle: 0 &- $0.angle, quality: $0.quality)
        }
        #expect(Set(good).isSubset(of: chosen))
    }

    @Test(arguments: 0..<20) func orderInTheRecordDoesNotMatter(seed: UInt64) {
        let finger = Fingers.random(seed, minutiae: 80, quality: 40)
        var shuffled = finger
        var generator = SeededGenerator(seed: seed + 100)
        shuffled.minutiae.shuffle(using: &generator)
        #expect(FingerDescriptor(finger) == FingerDescriptor(shuffled))
    }

    @Test func anIsolatedMinutiaIsLeftOut() {
        var finger = Fingers.random(3, minutiae: 30)
        finger.minutiae.append(Minutia(x: 900, y: 900, angle: 0, kind: .ending, quality: 0))
        #expect(FingerDescriptor(finger).count == 30)
    }

    @Test(arguments: [0, 1, 2]) func tooFewMinutiaeGiveASmallDescriptorNotACrash(count: Int) {
        var finger = Fingers.random(4, minutiae: 2)
        finger.minutiae.removeLast(2 - count)
        #expect(FingerDescriptor(finger).count <= count)
    }

    @Test func minutiaeAtTheEdgesOfTheFieldDoNotOverflow() {
        var finger = Fingers.random(5, minutiae: 10)
        for (index, corner) in [(0, 0), (16_383, 0), (0, 16_383), (16_383, 16_383)].enumerated() {
            finger.minutiae[index].x = Int16(corner.0)
            finger.minutiae[index].y = Int16(corner.1)
        }
        let descriptor = FingerDescriptor(finger)
        _ = Matcher.compare(descriptor, descriptor)
    }

    @Test func allMinutiaeInOnePlaceDoNotCrash() {
        var finger = Fingers.random(6, minutiae: 64)
        for index in finger.minutiae.indices { finger.minutiae[index].x = 100; finger.minutiae[index].y = 100 }
        let descriptor = FingerDescriptor(finger)
        #expect(Matcher.compare(descriptor, descriptor).isFinite)
    }

    @Test(arguments: [16, 64, 100, 128, 200]) func cylindersTurnWithTheFinger(steps: UInt8) throws {
        let finger = Fingers.random(7)
        let one = FingerDescriptor(finger)
        let other = FingerDescriptor(Fingers.turned(finger, by: steps))
        try #require(one.count == other.count)
        // Same minutiae, other order: the nearest signature of each must be close.
        var sum = 0
        for i in 0..<one.count {
            sum += (0..<other.count).map { one.distance(i, other, $0) }.min() ?? 128
        }
        #expect(sum / one.count < 12)
    }

    @Test func signatureIsTheProjectionOfTheBits() {
        let width = MatcherConstants.signatureBits
        var generator = SeededGenerator(seed: 8)
        let rows = (0..<Cylinder.bitCount).map { _ in
            (0..<width).map { _ in Int16.random(in: -125...125, using: &generator) }
        }
        let limits = (0..<width).map { _ in Int16.random(in: -500...500, using: &generator) }
        let model = SignatureModel(rows: rows.map { .init($0) }, thresholds: .init(limits))
        for _ in 0..<50 {
            var cylinder = Cylinder(words: .zero)
            for bit in 0..<Cylinder.bitCount where Int.random(in: 0..<4, using: &generator) == 0 {
                cylinder.words[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            let (low, high) = model.signature(of: cylinder)
            for level in KernelLevel.available {
                #expect(model.signature(of: cylinder, .of(level)) == (low, high), "\(level)")
            }
            for lane in 0..<width {
                let sum = (0..<Cylinder.bitCount).filter(cylinder.isSet).reduce(0) { $0 + Int(rows[$1][lane]) }
                let word = lane < 64 ? low : high
                #expect((word >> UInt64(lane % 64) & 1 == 1) == (sum > Int(limits[lane])))
            }
        }
    }
}
