import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("What makes a template unfit to be searched")
struct TemplateFlawTests {
    private func template(_ places: [(Int, Int)], position: FingerPosition = .rightIndex) -> FingerTemplate {
        FingerTemplate(
            position: position, width: 4_000, height: 4_000,
            minutiae: places.enumerated().map { index, place in
                let angle = UInt8(truncatingIfNeeded: 37 * index)
                return Minutia(x: Int16(place.0), y: Int16(place.1), angle: angle, kind: .ending, quality: 50)
            })
    }

    /// A square of 5 by 5 minutiae, so many pixels apart.
    private func square(_ step: Int, position: FingerPosition = .rightIndex) -> FingerTemplate {
        template((0..<25).map { (100 + step * ($0 % 5), 100 + step * ($0 / 5)) }, position: position)
    }

    private func kinds(_ template: FingerTemplate) -> [TemplateFlaw.Kind] { template.flaws.map(\.kind) }

    @Test func fit() { #expect(square(40).flaws.isEmpty) }

    @Test func fewMinutiae() {
        let seven = template((0..<7).map { (100 + 40 * ($0 % 3), 100 + 40 * ($0 / 3)) })
        #expect(seven.flaws.map(\.description) == ["too-few-minutiae: 7, allowed: at least 8 minutiae"])
        #expect(kinds(template((0..<8).map { (100 + 40 * ($0 % 3), 100 + 40 * ($0 / 3)) })).isEmpty)
        #expect(kinds(template([])) == [.tooFewMinutiae])
    }

    @Test func oneSpot() {
        // 12 by 12 pixels and a half: 48 * 48 and 52 * 52 square pixels.
        #expect(kinds(square(12)) == [.oneSpot])
        #expect(square(12).flaws[0].value == 48 * 48)
        #expect(kinds(square(13)) == [.crowded])
        let line = template((0..<20).map { (100 + 20 * $0, 100 + 10 * $0) })
        #expect(kinds(line) == [.oneSpot] && line.flaws[0].value == 0)
    }

    @Test func impossibleGeometry() {
        #expect(kinds(square(250)).isEmpty)
        #expect(kinds(square(251)) == [.beyondAFinger])
        #expect(kinds(square(251, position: .rightPalm)).isEmpty)
        #expect(kinds(square(751, position: .rightPalm)) == [.beyondAFinger])
        // 25 in 64 * 64 and in 68 * 68 square pixels: 61 and 54 in 10,000.
        #expect(kinds(square(16)) == [.crowded])
        #expect(kinds(square(17)).isEmpty)
        let doubled = template((0..<26).map { (100 + 60 * ($0 / 2 % 4) + $0 % 2 * 2, 100 + 60 * ($0 / 8)) })
        #expect(kinds(doubled) == [.coincident] && doubled.flaws[0].value == 100)
    }

    @Test(
        "hardly any real template is found unfit",
        .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
    func realTemplates() throws {
        var unfit: [String] = []
        for (set, _) in ISORealDataTests.sets {
            for file in TestData.files(inSet: set) {
                let template = try ISO19794_2_2005.decode(file.bytes()).templates()[0]
                if !template.flaws.isEmpty { unfit.append("\(set) \(file.stem): \(template.flaws)") }
            }
        }
        let few = "at least 8 minutiae"
        #expect(
            unfit.sorted() == [
                "fvc2000_db1_b/mindtct 110_1: [too-few-minutiae: 2, allowed: \(few)]",
                "fvc2000_db1_b/mindtct 110_3: [too-few-minutiae: 7, allowed: \(few)]",
            ])
    }
}
