import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite("Synthetic impressions")
struct ImpressionTests {
    @Test("hold as many minutiae as plain impressions do, in the image, none upon another")
    func countsAndPlaces() {
        for capture in Samples.captures {
            let template = capture.template
            #expect((8...140).contains(template.minutiae.count))
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
        #expect((36...56).contains(statistics.meanCount))
        #expect((18...26).contains(statistics.meanNearest))
        #expect((0.5...0.66).contains(statistics.endingShare))
        #expect((0.5...0.62).contains(statistics.agreement))
    }

    @Test("come back equal from their encoding", arguments: ExtractorHabit.allCases)
    func encodeAndDecode(habit: ExtractorHabit) throws {
        var parameters = SynthesisDifficulty.hard.parameters
        parameters.habit = habit
        for finger in try Samples.fingers(parameters, persons: 4) {
            let template = finger.impression(1)
            let record = try ISO19794_2_2005.decode(ISO19794_2_2005.encode([template]))
            #expect(record.views == [template])
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
    }

    @Test("lack and invent the stated shares of minutiae")
    func shares() {
        var (genuine, visible, spurious) = (0, 0, 0)
        for (number, capture) in Samples.captures.enumerated() {
            let finger = Samples.fingers[number / 3]
            visible += finger.minutiae.count { capture.conditions.contact.contains($0.position) }
            genuine += capture.sources.count { $0 != nil }
            spurious += capture.sources.count { $0 == nil }
        }
        let missing = 1 - Double(genuine) / Double(visible)
        let invented = Double(spurious) / Double(genuine)
        print("share missing:", missing, "spurious of genuine:", invented)
        #expect((0.14...0.26).contains(missing))
        #expect((0.08...0.18).contains(invented))
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
