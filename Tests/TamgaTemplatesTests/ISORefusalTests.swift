import TamgaTemplates
import Testing

/// One way to spoil a record and the refusal it must meet.
struct Refusal: Sendable, CustomTestStringConvertible {
    let what: String
    let bytes: [UInt8]
    let code: TemplateError.Code
    let field: String
    let offset: Int
    let value: Int?

    init(
        _ what: String, _ code: TemplateError.Code, _ field: String, at offset: Int, value: Int? = nil,
        change: (inout RawRecord) -> Void
    ) {
        var raw = RawRecord()
        raw.views = [
            RawView(minutiae: [RawMinutia(), RawMinutia()]),
            RawView(position: 3, minutiae: [RawMinutia(), RawMinutia()]),
        ]
        change(&raw)
        self.init(what, bytes: raw.bytes, code, field, at: offset, value: value)
    }

    init(
        _ what: String, bytes: [UInt8], _ code: TemplateError.Code, _ field: String, at offset: Int,
        value: Int? = nil
    ) {
        (self.what, self.bytes, self.code) = (what, bytes, code)
        (self.field, self.offset, self.value) = (field, offset, value)
    }

    var testDescription: String { what }
}

/// Where things are in the two-view record that refusals start from: views at 24 and 42, minutiae 4 bytes later.
@Suite("ISO/IEC 19794-2:2005: refusals, each by code, field and place")
struct ISORefusalTests {
    @Test("what is spoiled is refused by name", arguments: formats + lengths + header + views + minutiae + extended)
    func refused(_ refusal: Refusal) {
        let error = #expect(throws: TemplateError.self) { try ISO19794_2_2005.decode(refusal.bytes) }
        #expect(error?.code == refusal.code)
        #expect(error?.field == refusal.field)
        #expect(error?.offset == refusal.offset)
        if let value = refusal.value { #expect(error?.value == value) }
    }

    static let formats: [Refusal] = [
        Refusal("nothing at all", bytes: [], .truncated, "format identifier", at: 0, value: 0),
        Refusal("another identifier", .unknownFormat, "format identifier", at: 0, value: 0x4649_5200) {
            $0.identifier = [0x46, 0x49, 0x52, 0x00]
        },
        Refusal("version 10", .unknownFormat, "format version (seen: unknown)", at: 4) {
            $0.version = [0x20, 0x31, 0x30, 0x00]
        },
        Refusal("version 020", .unknownFormat, "format version (seen: version 020: ANSI INCITS 378-2004)", at: 4) {
            $0.version = Array("020\0".utf8)
        },
        Refusal(
            "version 030", .unknownFormat,
            "format version (seen: version 030: ISO/IEC 19794-2:2011 or ANSI INCITS 378-2009)", at: 4
        ) { $0.version = Array("030\0".utf8) },
        Refusal(
            "version 035", .unknownFormat, "format version (seen: version 035: ANSI INCITS 378-2009/AM1)", at: 4
        ) { $0.version = Array("035\0".utf8) },
        Refusal("378-2004", .unknownFormat, "format version (seen: ANSI INCITS 378-2004)", at: 8, value: 26) {
            $0.declaredLength = 26 << 16 | 0x42
        },
        Refusal(
            "378-2004, long", .unknownFormat, "format version (seen: ANSI INCITS 378-2004 with the long length)",
            at: 8, value: 23
        ) { $0.declaredLength = 23 },
    ]

    static let lengths: [Refusal] = [
        Refusal("declared longer than given", .truncated, "total record length", at: 8, value: 61) {
            $0.declaredLength = 61
        },
        Refusal("declared three short", .trailingBytes, "total record length", at: 8, value: 57) {
            $0.declaredLength = 57
            $0.views[1].extendedLength = 0x0101
        },
        Refusal("declared over the limit", .tooLarge, "total record length", at: 8, value: 65_537) {
            $0.declaredLength = 65_537
        },
        Refusal(
            "given over the limit", bytes: Array(repeating: 0, count: 65_537), .tooLarge, "record", at: 0,
            value: 65_537),
        Refusal("views end before the record", .badLength, "end of the last finger view", at: 42, value: 42) {
            $0.viewCount = 1
        },
        Refusal("a view more than there is", .truncated, "view 3: finger position", at: 60, value: 0) {
            $0.viewCount = 3
        },
    ]

    static let header: [Refusal] = [
        Refusal("no width", .outOfRange, "image width", at: 14, value: 0) { $0.width = 0 },
        Refusal("no height", .outOfRange, "image height", at: 16, value: 0) { $0.height = 0 },
        Refusal("width over 14 bits", .outOfRange, "image width", at: 14, value: 16_384) { $0.width = 16_384 },
        Refusal("height over 14 bits at 500 dpi", .outOfRange, "image height", at: 16, value: 4_000) {
            ($0.horizontalResolution, $0.verticalResolution, $0.height) = (40, 40, 4_000)
        },
        Refusal("resolution 0", .outOfRange, "horizontal resolution", at: 18, value: 0) {
            $0.horizontalResolution = 0
        },
        Refusal("resolution too low", .outOfRange, "horizontal resolution", at: 18, value: 38) {
            $0.horizontalResolution = 38
        },
        Refusal("resolution too high", .outOfRange, "vertical resolution", at: 20, value: 1_001) {
            $0.verticalResolution = 1_001
        },
        Refusal("axes over 2 percent apart", .outOfRange, "vertical resolution", at: 20, value: 201) {
            $0.verticalResolution = 201
        },
        Refusal("axes over 2 percent apart, downwards", .outOfRange, "vertical resolution", at: 20, value: 193) {
            $0.verticalResolution = 193
        },
        Refusal("no views", .outOfRange, "number of finger views", at: 22, value: 0) { $0.viewCount = 0 },
        Refusal("too many views", .outOfRange, "number of finger views", at: 22, value: 177) { $0.viewCount = 177 },
    ]

    static let views: [Refusal] = [
        Refusal("position 16", .badCode, "view 1: finger position", at: 24, value: 16) { $0.views[0].position = 16 },
        Refusal("position 39", .badCode, "view 2: finger position", at: 42, value: 39) { $0.views[1].position = 39 },
        Refusal("quality 101", .outOfRange, "view 2: finger quality", at: 44, value: 101) {
            $0.views[1].quality = 101
        },
        Refusal("more minutiae than bytes", .truncated, "view 2: minutiae", at: 46, value: 14) {
            $0.views[1].minutiaCount = 3
        },
    ]

    static let minutiae: [Refusal] = [
        Refusal("type 3", .badCode, "view 1: minutia 2: type", at: 34, value: 3) {
            $0.views[0].minutiae[1].kind = 3
        },
        Refusal("x beyond the image", .outOfRange, "view 2: minutia 1: x", at: 46, value: 301) {
            $0.views[1].minutiae[0].x = 301
        },
        Refusal("y beyond the image", .outOfRange, "view 2: minutia 2: y", at: 54, value: 401) {
            $0.views[1].minutiae[1].y = 401
        },
        Refusal("quality 101", .outOfRange, "view 1: minutia 1: quality", at: 33, value: 101) {
            $0.views[0].minutiae[0].quality = 101
        },
    ]

    static let extended: [Refusal] = [
        Refusal("longer than the record", .truncated, "view 2: extended data", at: 60, value: 0) {
            $0.views[1].extendedLength = 4
        },
        Refusal("items fill it in neither reading", .badLength, "view 1: extended data item length", at: 42, value: 6) {
            $0.views[0].extended = [0, 1, 0, 5, 1, 1]
        },
        Refusal("shorter than an item's header", .badLength, "view 1: extended data item length", at: 42, value: 3) {
            $0.views[0].extended = [0, 1, 0]
        },
        Refusal("a tail after the last item", .badLength, "view 2: extended data item length", at: 60, value: 5) {
            $0.views[1].extended = [0, 1, 0, 4, 9]
        },
    ]

    @Test("the limits themselves are let pass")
    func limitsPass() throws {
        var raw = RawRecord()
        (raw.width, raw.height) = (16_383, 16_383)
        (raw.horizontalResolution, raw.verticalResolution) = (197, 200)
        raw.views[0].position = 10
        raw.views[0].quality = 100
        raw.views[0].minutiae = [RawMinutia(kind: 2, x: 16_382, y: 16_382, angle: 255, quality: 100)]
        #expect(try ISO19794_2_2005.decode(raw.bytes).deviations.isEmpty)
    }

    @Test("a refusal reads as one line with field, place, value and limit")
    func described() {
        var raw = RawRecord()
        raw.viewCount = 0
        let error = #expect(throws: TemplateError.self) { try ISO19794_2_2005.decode(raw.bytes) }
        #expect(error?.description == "out-of-range: number of finger views at byte 22 is 0, allowed: 1 to 176")
    }
}
