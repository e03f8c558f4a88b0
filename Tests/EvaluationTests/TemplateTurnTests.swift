import TamgaEvaluation
import TamgaMatcher
import TamgaSynthesis
import TamgaTemplates
import Testing

@Suite("Turning a template")
struct TemplateTurnTests {
    private let template = SyntheticPopulation(seed: 3).person(1).finger(.rightIndex).impression(1)

    @Test("Four quarter turns give the template back", arguments: [90.0, -90, 270])
    func quarterTurns(degrees: Double) {
        var turned = template
        for _ in 0..<4 { turned = turned.turned(byDegrees: degrees) }
        #expect(turned == template)
    }

    @Test("A quarter turn is exact: the upper right corner becomes the upper left")
    func corner() throws {
        let minutia = Minutia(x: 299, y: 0, angle: 10, kind: .ending, quality: 40)
        let small = FingerTemplate(position: .rightIndex, width: 300, height: 400, minutiae: [minutia])
        let turned = small.turned(byDegrees: 90)
        let moved = try #require(turned.minutiae.first)
        #expect((turned.width, turned.height) == (400, 300))
        #expect((moved.x, moved.y) == (0, 0))
        #expect(moved.angle == 74)
        #expect((moved.kind, moved.quality) == (.ending, 40))
    }

    @Test("Turning by nothing or a whole turn changes nothing", arguments: [0.0, 360, -360])
    func nothing(degrees: Double) {
        #expect(template.turned(byDegrees: degrees) == template)
    }

    @Test("Every coordinate lies in the image, and the record can be written", arguments: [1.0, 30, 45, 137, 180, 233])
    func valid(degrees: Double) throws {
        let turned = template.turned(byDegrees: degrees)
        #expect(turned.minutiae.count == template.minutiae.count)
        #expect(turned.minutiae.allSatisfy { (0..<turned.width).contains(Int($0.x)) })
        #expect(turned.minutiae.allSatisfy { (0..<turned.height).contains(Int($0.y)) })
        let written = try ISO19794_2_2005.decode(try ISO19794_2_2005.encode([turned]))
        #expect(try written.templates().first?.minutiae == turned.minutiae)
    }

    @Test("Distances between minutiae stay, but for rounding", arguments: [17.0, 45, 99])
    func distances(degrees: Double) {
        let turned = template.turned(byDegrees: degrees).minutiae
        for (one, other) in zip(template.minutiae.indices, template.minutiae.indices.dropFirst()) {
            func length(_ minutiae: [Minutia]) -> Double {
                let dx = Double(minutiae[one].x) - Double(minutiae[other].x)
                let dy = Double(minutiae[one].y) - Double(minutiae[other].y)
                return (dx * dx + dy * dy).squareRoot()
            }
            #expect(abs(length(turned) - length(template.minutiae)) < 1.5)
        }
    }

    @Test("Place and direction turn the same way: the matcher finds the finger again", arguments: [45.0, 90, 180])
    func matches(degrees: Double) {
        let upright = FingerDescriptor(template)
        let turned = FingerDescriptor(template.turned(byDegrees: degrees))
        #expect(Matcher.compare(turned, upright) > 6)
    }

    @Test("Minutiae outside the image are held by the new one")
    func outside() {
        let stray = Minutia(x: 900, y: 20, angle: 0, kind: .ending, quality: 40)
        let small = FingerTemplate(position: .rightIndex, width: 100, height: 100, minutiae: [stray])
        let turned = small.turned(byDegrees: 180)
        #expect(turned.minutiae.allSatisfy { $0.x >= 0 && $0.y >= 0 && Int($0.x) < turned.width })
    }
}
