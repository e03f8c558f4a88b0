import TamgaRealism
import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite("Synthetic impressions")
struct ImpressionTests {
    @Test("hold as many minutiae as plain impressions do, in the image, none upon another")
    func countsAndPlaces() {
        for capture in Samples.captures {
            let template = capture.template
            #expect((8...200).contains(template.minutiae.count))
            #expect(capture.sources.count == template.minutiae.count)
            for (index, minutia) in template.minutiae.enumerated() {
                #expect((0..<template.width).contains(Int(minutia.x)))
                #expect((0..<template.height).contains(Int(minutia.y)))
                #expect((1...100).contains(minutia.quality))
                let close = template.minutiae[..<index].contains {
                    Double(Statistics.squared($0, minutia)).squareRoot() < SynthesisLimits.impressionSpacing
                }
                #expect(!close)
            }
        }
        let statistics = Statistics(Samples.captures.map(\.template))
        print("synthetic, normal:", statistics)
        #expect((48...72).contains(statistics.meanCount))
        #expect((18...26).contains(statistics.meanNearest))
        #expect((0.6...0.76).contains(statistics.endingShare))
        #expect((0.5...0.72).contains(statistics.agreement))
    }

    @Test("come back equal from their encoding", arguments: ExtractorHabit.allCases)
    func encodeAndDecode(habit: ExtractorHabit) throws {
        var parameters = SynthesisDifficulty.hard.parameters
        parameters.habit = habit
        for finger in try Samples.fingers(parameters, persons: 4) {
            let template = finger.impression(1)
            let record = try ISO19794_2_2005.decode(ISO19794_2_2005.encode([template]))
            #expect(try record.templates() == [template])
            #expect(record.deviations.isEmpty)
            #expect(template.position == finger.position)
        }
    }

    @Test("report what the habit reports")
    func habits() throws {
        func minutiae(_ habit: ExtractorHabit) throws -> [Minutia] {
            var parameters = SynthesisParameters()
            parameters.habit = habit
            return try Samples.fingers(parameters, persons: 2).flatMap { $0.impression(1).minutiae }
        }
        #expect(try minutiae(.unreported).allSatisfy { $0.quality == 0 })
        #expect(try minutiae(.coarse).allSatisfy { $0.angle % 8 == 0 && $0.quality > 0 })
        #expect(try Set(minutiae(.graded).map { $0.angle % 8 }).count == 8)
        #expect(SynthesisParameters().habit == .coarse)
    }

    @Test("show less, and more that is not there, the worse the touch")
    func shares() {
        var worse: [[Double]] = [[], []]
        for (number, capture) in Samples.captures.enumerated() {
            let visible = Samples.fingers[number / 3].minutiae.count { capture.conditions.shows($0.position) }
            let genuine = Double(capture.sources.count { $0 != nil })
            let spurious = Double(capture.sources.count) - genuine
            #expect(genuine <= Double(visible))
            worse[capture.conditions.grade < 0.5 ? 0 : 1].append((spurious - genuine) / Double(max(visible, 1)))
        }
        let means = worse.map { $0.reduce(0, +) / Double(max($0.count, 1)) }
        print("spurious less genuine, of the visible: good touches", means[0], "bad touches", means[1])
        #expect(means[1] > means[0] + 0.2)
    }

    @Test("end in chains at the outline, most of which point inwards")
    func outlineEnds() throws {
        func inwards(_ outline: ClosedRange<Double>) throws -> (share: Double, outer: Int) {
            var parameters = SynthesisParameters()
            parameters.outline = outline
            let statistics = ImpressionStatistics(
                try Samples.fingers(parameters, persons: 3).map { $0.impression(1) })
            return (Double(statistics.inward) / Double(statistics.outer), statistics.outer)
        }
        let (none, many) = (try inwards(0...0), try inwards(0.8...0.8))
        print("outline minutiae that point inwards: without chains", none, "with", many)
        #expect(many.share > 0.72 && many.share > none.share + 0.1)
        #expect(many.outer > none.outer)
    }

    @Test("rate genuine minutiae above spurious ones")
    func qualityTells() {
        let rated = Samples.captures.flatMap { Array(zip($0.sources, $0.template.minutiae)) }
        func mean(_ minutiae: [Minutia]) -> Double {
            Double(minutiae.reduce(0) { $0 + Int($1.quality) }) / Double(minutiae.count)
        }
        let genuine = mean(rated.filter { $0.0 != nil }.map(\.1))
        let spurious = mean(rated.filter { $0.0 == nil }.map(\.1))
        #expect(genuine > spurious + 20)
    }

    @Test("turn by any angle when asked, and about ten degrees when not")
    func rotations() throws {
        let usual = Samples.captures.map { abs($0.conditions.rotation.angle) * 180 / Double.pi }
        #expect((6...10.5).contains(usual.reduce(0, +) / Double(usual.count)))
        var parameters = SynthesisParameters()
        parameters.rotation = .uniform(upToDegrees: 180)
        let any = try Samples.fingers(parameters, persons: 4).map { $0.capture(1).conditions.rotation }
        let quadrants = Set(any.map { [$0.x > 0, $0.y > 0] })
        #expect(quadrants.count == 4)
    }

    @Test("draw skin out of shape by no more than the stated distance, and smoothly")
    func distortionIsBounded() {
        let limit = SynthesisParameters().distortion
        for capture in Samples.captures {
            let (contact, distortion) = (capture.conditions.contact, capture.conditions.distortion)
            for step in 0..<30 {
                let direction = Vector(angle: Double(step) * 0.7)
                let place = contact.point(share: Double(step % 10) / 9, direction: direction)
                let here = distortion.displacement(at: place)
                #expect(here.length < 1.25 * limit)
                #expect((distortion.displacement(at: place + direction) - here).length < 0.5)
            }
        }
    }
}
