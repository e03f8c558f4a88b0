import TamgaKernels
import TamgaMatcher
import TamgaTemplates
import TamgaTestSupport
import Testing

/// The matcher counts sixteen at a time; `Plain/` says one at a time what it must arrive at, to the bit.
@Suite struct SpecificationTests {
    /// Fingers of every size, alone, mated, crowded, in one place and in one line.
    private static let fingers: [FingerDescriptor] = {
        var generator = SeededGenerator(seed: 4711)
        var fingers = (0...64).map { noise($0, within: 300, &generator) }
        fingers += (0..<6).map { FingerDescriptor(Fingers.random(UInt64($0), quality: 30)) }
        fingers += (0..<6).map {
            FingerDescriptor(Fingers.shaken(Fingers.random(UInt64($0), quality: 30), seed: UInt64($0) + 100))
        }
        fingers += [64, 40, 17].map { noise($0, within: 40, &generator) }
        fingers += [64, 3].map { noise($0, within: 0, &generator) }
        var line = noise(64, within: 300, &generator)
        line.places = (0..<64).map { PackedPlace(x: 16_383 - 3 * $0, y: 40 + 3 * $0, quality: UInt8($0)).word }
        return fingers + [line]
    }()

    /// Signatures a few bits from one another, so that many pairs are alike and ties are common.
    private static func noise(_ count: Int, within side: Int, _ generator: inout SeededGenerator) -> FingerDescriptor {
        var finger = FingerDescriptor(signatures: [], angles: [], places: [])
        for _ in 0..<count {
            for _ in 0..<2 {
                let bits = generator.next() & generator.next() & generator.next()
                finger.signatures.append(0x5A5A_5A5A_5A5A_5A5A ^ bits)
            }
            finger.angles.append(.random(in: 0...255, using: &generator))
            let quality = UInt8.random(in: 0...100, using: &generator)
            let place = PackedPlace(
                x: .random(in: 0...side, using: &generator), y: .random(in: 0...side, using: &generator),
                quality: quality)
            finger.places.append(place.word)
        }
        finger.angles.sort()
        return finger
    }

    @Test(arguments: [0, 43, 128]) func everyStageIsThePlainOne(steps: Int) throws {
        let rotation = try #require(Rotation(steps: steps))
        let workspaces = KernelLevel.available.map { ComparisonWorkspace(level: $0) }
        for (index, probe) in Self.fingers.enumerated() {
            let prepared = PreparedFinger(probe)
            for reference in Self.fingers[(index % 3)...].enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
                let plain = PlainComparison(probe, reference, maximumRotation: steps)
                let plainGeometry = PlainGeometry.score(probe, reference, maximumRotation: steps)
                let plainOverlay = PlainOverlay.score(probe, reference, maximumRotation: steps)
                for workspace in workspaces {
                    let exact = reference.withView {
                        Matcher.compare(prepared, $0, maximumRotation: rotation, using: workspace)
                    }
                    #expect(exact.bitPattern == Calibration.comparisonScore(plain.score).bitPattern)
                    let geometry = reference.withView {
                        Matcher.preselect(prepared, $0, maximumRotation: rotation, using: workspace)
                    }
                    #expect(geometry.bitPattern == plainGeometry.bitPattern)
                    let overlay = reference.withView {
                        Matcher.overlay(prepared, $0, maximumRotation: rotation, using: workspace)
                    }
                    #expect(overlay.bitPattern == plainOverlay.bitPattern)
                }
            }
        }
    }

    @Test func pairingAndMotionAreThePlainOnes() {
        for probe in Self.fingers.suffix(20) {
            for reference in Self.fingers.suffix(20) {
                let (exact, plain) = (ExactComparison(probe, reference), PlainComparison(probe, reference))
                #expect(exact.score.bitPattern == plain.score.bitPattern && exact.motion == plain.motion)
                #expect(
                    exact.pairing.elementsEqual(plain.pairing) { one, other in
                        (one.probe, one.reference, one.squaredDistance, one.angle)
                            == (other.probe, other.reference, other.squaredDistance, other.angle)
                    })
            }
        }
    }

    @Test func aWorkspaceKeepsNoTrace() {
        let used = ComparisonWorkspace()
        let probes = Self.fingers.suffix(12).map { PreparedFinger($0) }
        func score(_ probe: Int, _ reference: FingerDescriptor, _ workspace: ComparisonWorkspace) -> [UInt32] {
            reference.withView {
                [
                    Matcher.compare(probes[probe], $0, maximumRotation: .any, using: workspace).bitPattern,
                    Matcher.preselect(probes[probe], $0, maximumRotation: .any, using: workspace).bitPattern,
                    Matcher.overlay(probes[probe], $0, maximumRotation: .any, using: workspace).bitPattern,
                ]
            }
        }
        for probe in probes.indices.reversed() {
            for reference in Self.fingers.suffix(30).reversed() {
                #expect(score(probe, reference, used) == score(probe, reference, ComparisonWorkspace()))
            }
        }
    }

    @Test func bothFormsAgree() {
        let workspace = ComparisonWorkspace()
        for (probe, reference) in zip(Self.fingers.suffix(20), Self.fingers.suffix(20).reversed()) {
            let score = reference.withView {
                Matcher.compare(PreparedFinger(probe), $0, maximumRotation: .usual, using: workspace)
            }
            #expect(score.bitPattern == Matcher.compare(probe, reference, maximumRotation: .usual).bitPattern)
            let geometry = reference.withView {
                Matcher.preselect(PreparedFinger(probe), $0, maximumRotation: .usual, using: workspace)
            }
            #expect(geometry.bitPattern == Matcher.preselect(probe, reference, maximumRotation: .usual).bitPattern)
        }
    }

    @Test func aPlaceIsOneWordAndAQualityOneOfSixteen() {
        for (x, y, quality) in [(0, 0, 0), (16_383, 0, 1), (0, 16_383, 100), (5, 7, 50), (16_383, 16_383, 66)] {
            let place = PackedPlace(x: x, y: y, quality: UInt8(quality))
            #expect((place.x, place.y) == (x, y) && PackedPlace(word: place.word) == place)
            #expect(place.qualityClass == QualityClass.of(UInt8(quality)))
        }
        let classes = (0...100).map { QualityClass.of(UInt8($0)) }
        #expect(classes == classes.sorted() && Set(classes).count == QualityClass.count && classes[1] == 1)
        for number in 0..<UInt8(QualityClass.count) {
            #expect(QualityClass.of(QualityClass.representative(number)) == number)
        }
        for quality in 1...100 where (6...66).contains(quality) {
            let stands = Int(QualityClass.representative(QualityClass.of(UInt8(quality))))
            #expect(abs(stands - quality) <= 2)
        }
    }
}
