import TamgaTemplates
import Testing

@Suite("ISO/IEC 19794-2:2005: the card formats")
struct CardTests {
    static let normal: [UInt8] = [
        0x43, 0xE8, 0x07, 0xD0, 64,  // ending (10.00 mm, 20.00 mm), a quarter turn
        0x80, 0x00, 0x00, 0x01, 255,  // bifurcation (0, 0.01 mm)
    ]
    static let compact: [UInt8] = [
        100, 200, 0x40 | 16,  // ending (10.0 mm, 20.0 mm), a quarter turn
        0, 255, 0x80 | 63,  // bifurcation (0, 25.5 mm)
        1, 0, 0x00,  // other (0.1 mm, 0)
    ]

    @Test func normalSize() throws {
        let record = try TemplateFormat.iso2005CardNormal.decode(Self.normal)
        #expect(record.views[0].minutiae.map(\.x) == [1_000, 0] && record.views[0].minutiae.map(\.y) == [2_000, 1])
        #expect(record.deviations.isEmpty)
        #expect(try record.encoded() == Self.normal)
        let template = try record.templates()[0]
        #expect(template.minutiae.map(\.x) == [197, 0] && template.minutiae.map(\.y) == [394, 0])
        #expect(template.minutiae.map(\.angle) == [64, 255] && template.minutiae.map(\.quality) == [0, 0])
        #expect((template.position, template.quality) == (.unknown, nil))
        #expect((template.width, template.height) == (198, 395))
    }

    @Test func compactSize() throws {
        let record = try TemplateFormat.iso2005CardCompact.decode(Self.compact)
        #expect(try record.encoded() == Self.compact)
        let template = try record.templates()[0]
        // 0.1 mm are 1.97 pixels; a step of 5.625 degrees is four of 1/256 turn.
        #expect(template.minutiae.map(\.x) == [197, 0, 2] && template.minutiae.map(\.y) == [394, 502, 0])
        #expect(template.minutiae.map(\.angle) == [64, 252, 0])
        #expect(template.minutiae.map(\.kind) == [.ending, .bifurcation, .other])
    }

    @Test("a card record is never recognised, only named as what it may be")
    func ambiguous() throws {
        #expect(FormatDetection.detect(Self.compact) == .ambiguous([.iso2005CardCompact]))
        let both = [UInt8](repeating: 1, count: 15)
        #expect(FormatDetection.detect(both) == .ambiguous([.iso2005CardNormal, .iso2005CardCompact]))
        let error = #expect(throws: TemplateError.self) { try TemplateRecord(decoding: Self.compact) }
        #expect(error?.code == .ambiguousFormat && error?.limit.contains("iso-2005-card-compact") == true)
    }

    @Test("no minutiae, or a part of one", arguments: [0, 1, 4, 6, 256 * 5])
    func lengths(count: Int) {
        let error = #expect(throws: TemplateError.self) {
            try TemplateFormat.iso2005CardNormal.decode(Array(repeating: 0, count: count))
        }
        #expect(error?.code == (count > 255 * 5 ? .tooLarge : .badLength) && error?.value == count)
    }

    @Test("type 3 is refused where it stands")
    func type() {
        let error = #expect(throws: TemplateError.self) {
            try TemplateFormat.iso2005CardCompact.decode(Self.compact + [1, 1, 0xC0])
        }
        #expect((error?.code, error?.field, error?.offset) == (.badCode, "view 1: minutia 4: type", 11))
    }

    @Test("a finger wider than 25.5 mm does not fit the compact size")
    func tooWide() {
        let wide = FingerTemplate(
            position: .unknown, width: 600, height: 600,
            minutiae: [Minutia(x: 504, y: 3, angle: 0, kind: .ending, quality: 0)])
        let (record, losses) = TemplateRecord([wide]).converted(to: .iso2005CardCompact)
        let error = #expect(throws: TemplateError.self) { try record.encoded() }
        #expect((error?.field, error?.value) == ("view 1: minutia 1: x", 256))
        #expect(losses.isSuperset(of: [.image, .impression, .resolution, .angles]))
    }
}
