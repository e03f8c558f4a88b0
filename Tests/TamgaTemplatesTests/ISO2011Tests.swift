import TamgaTemplates
import Testing

@Suite("ISO/IEC 19794-2:2011: records written out by hand, byte for byte")
struct ISO2011Tests {
    /// One representation of 64 bytes with a quality and a certificate, six bytes a minutia.
    static let certified: [UInt8] = [
        0x46, 0x4D, 0x52, 0x00, 0x30, 0x33, 0x30, 0x00, 0x00, 0x00, 0x00, 79, 0x00, 0x01, 0x01,  // 79 bytes, certified
        0x00, 0x00, 0x00, 64,  // the representation
        0x07, 0xE9, 11, 26, 14, 15, 59, 0x03, 0xE7, 0x0A, 0x00, 0x31, 0x12, 0x34,  // date, technology, vendor, device
        0x01, 80, 0x00, 0x06, 0x00, 0x37,  // one quality
        0x01, 0x00, 0x05, 0x02,  // one certificate
        0x02, 0x00, 0x01, 0x8A, 0x01, 0x8A, 0x18,  // right index, view 0, 394 px/cm, contactless
        0x02, 0x58, 0x03, 0x20, 0x61, 0x02,  // 600 x 800, six bytes, ending type 1, two minutiae
        0x40, 0x64, 0x00, 0x0E, 80, 60,
        0x80, 0x00, 0x03, 0x1F, 255, 255,
        0x00, 0x09, 0x00, 0x03, 0x00, 0x09, 0x00, 0x07, 0x00, 0x08, 0x10,  // zonal quality, one byte short
    ]

    @Test("an item of the standard that does not read as such is kept as bytes, and said to be")
    func withCertificates() throws {
        let record = try ISO19794_2_2011.decode(Self.certified)
        let date = CaptureDate(
            year: 2025, month: 11, day: 26, hour: 14, minute: 15, second: 59, milliseconds: 999)
        let capture = CaptureDetails(
            date: date, technology: 10, vendor: 0x31, device: 0x1234,
            certificates: [DeviceCertificate(authority: 5, scheme: 2)])
        let view = RecordView(
            position: .rightIndex, impression: .opticalContactlessPlain,
            qualities: [RecordQuality(score: 80, vendor: 6, algorithm: 0x37)],
            image: StatedImage(width: 600, height: 800, horizontalResolution: 394, verticalResolution: 394),
            ridgeEndingType: 1,
            minutiae: [
                RecordMinutia(x: 100, y: 14, angle: 80, kind: .ending, quality: 60),
                RecordMinutia(x: 0, y: 799, angle: 255, kind: .bifurcation, quality: 255),
            ],
            extendedData: [.other(type: 3, bytes: [0, 7, 0, 8, 0x10])], capture: capture)
        #expect(record.views == [view])
        #expect(record.deviations == [TemplateDeviation(.extendedItemUnread, view: 1)])
        #expect(try ISO19794_2_2011.encode(record) == Self.certified)
        #expect(FormatDetection.detect(Self.certified) == .identified(.iso2011))
        let template = try record.templates()[0]
        #expect((template.width, template.height) == (300, 400))
        #expect(template.minutiae.map(\.x) == [50, 0] && template.minutiae.map(\.quality) == [60, 0])
    }

    /// One representation of 44 bytes, nothing reported, five bytes a minutia.
    static let plain: [UInt8] = [
        0x46, 0x4D, 0x52, 0x00, 0x30, 0x33, 0x30, 0x00, 0x00, 0x00, 0x00, 59, 0x00, 0x01, 0x00,
        0x00, 0x00, 0x00, 44, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0,
        0x00, 0x00, 0x00, 0xC5, 0x00, 0xC5, 0x00, 0x01, 0x2C, 0x01, 0x90, 0x50, 0x02,
        0x40, 0x64, 0x00, 0x0E, 80, 0x80, 0x00, 0x01, 0x8F, 255, 0x00, 0x00,
    ]

    @Test("minutiae without a quality")
    func fiveBytes() throws {
        let record = try ISO19794_2_2011.decode(Self.plain)
        #expect(record.deviations.isEmpty)
        #expect(record.views[0].capture == CaptureDetails() && record.views[0].qualities.isEmpty)
        #expect(!record.views[0].hasMinutiaQuality)
        #expect(try ISO19794_2_2011.encode(record) == Self.plain)
        let template = try record.templates()[0]
        #expect(template.quality == nil && template.minutiae.map(\.quality) == [0, 0])
    }

    @Test("what is spoiled is refused by name", arguments: [
        (13, 0, TemplateError.Code.outOfRange, "number of finger views", 12),
        (14, 2, .outOfRange, "capture equipment certification", 14),
        (18, 45, .badLength, "view 1: representation length", 15),
        (34, 16, .badCode, "view 1: finger position", 34), (35, 16, .outOfRange, "view 1: view number", 35),
        (37, 38, .outOfRange, "view 1: horizontal resolution", 36), (40, 16, .badCode, "view 1: impression type", 40),
        (45, 0x70, .outOfRange, "view 1: bytes of a minutia", 45), (41, 0, .outOfRange, "view 1: minutia 1: x", 47),
        (46, 3, .truncated, "view 1: minutiae", 47),
    ])
    func refused(offset: Int, value: UInt8, code: TemplateError.Code, field: String, place: Int) {
        var bytes = Self.plain
        bytes[offset] = value
        let error = #expect(throws: TemplateError.self) { try ISO19794_2_2011.decode(bytes) }
        #expect(error?.code == code)
        #expect(error?.field == field)
        #expect(error?.offset == place)
    }
}
