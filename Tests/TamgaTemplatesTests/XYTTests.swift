import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("Minutiae as lines of text")
struct XYTTests {
    private static let image = StatedImage(
        width: 300, height: 400, horizontalResolution: 197, verticalResolution: 197)

    @Test("mindtct's own convention: y from below, directions the other way round")
    func nist() throws {
        let text = Array("100 386 270 60\r\n\n0 400 0\n 300 0 359 100".utf8)
        let template = try XYT.decode(text, .nist, image: Self.image).templates()[0]
        #expect(template.minutiae.map(\.x) == [100, 0, 300] && template.minutiae.map(\.y) == [14, 0, 400])
        // 270 and 180 are 90 degrees, 0 and 180 half a turn, 359 and 180 are 179 degrees.
        #expect(template.minutiae.map(\.angle) == [64, 128, 127])
        #expect(template.minutiae.map(\.quality) == [60, 0, 100])
        #expect((template.width, template.height) == (300, 400))
    }

    @Test("INCITS's convention: y from above, steps of two degrees")
    func m1() throws {
        let template = try XYT.decode(Array("100 14 45 60\n".utf8), .m1, image: Self.image).templates()[0]
        #expect(template.minutiae == [Minutia(x: 100, y: 14, angle: 64, kind: .other, quality: 60)])
    }

    @Test("what is written is read as the same, within a degree or two", arguments: XYT.Convention.allCases)
    func roundTrip(convention: XYT.Convention) throws {
        var random = SeededGenerator(seed: 42)
        let record = AnyRecord(format: .iso2005).make(&random)
        for template in try record.templates() {
            let image = StatedImage(
                width: template.width, height: template.height, horizontalResolution: 197, verticalResolution: 197)
            let back = try XYT.decode(XYT.encode(template, convention), convention, image: image).templates()[0]
            #expect(back.minutiae.map(\.x) == template.minutiae.map(\.x))
            #expect(back.minutiae.map(\.y) == template.minutiae.map(\.y))
            let turns = zip(back.minutiae, template.minutiae).map { abs(Int(Int8(bitPattern: $0.angle &- $1.angle))) }
            #expect(turns.max() ?? 0 <= 1)
        }
    }

    @Test("what cannot be read is refused by line and field", arguments: [
        ("1 2", TemplateError.Code.badLength, "line 1: numbers"), ("1 2 3 4 5", .badLength, "line 1: numbers"),
        ("\n301 2 3", .outOfRange, "line 2: x"), ("1 401 3", .outOfRange, "line 1: y"),
        ("1 2 360", .outOfRange, "line 1: theta"), ("1 2 3 101", .outOfRange, "line 1: quality"),
        ("-1 2 3", .outOfRange, "line 1: x"), ("1 2 x", .outOfRange, "line 1: theta"),
        (String(repeating: "1 2 3\n", count: 256), .tooLarge, "line 256"),
    ])
    func refused(text: String, code: TemplateError.Code, field: String) {
        let error = #expect(throws: TemplateError.self) { try XYT.decode(Array(text.utf8), .nist, image: Self.image) }
        #expect(error?.code == code && error?.field == field)
    }
}
