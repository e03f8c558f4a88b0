import TamgaTemplates
import Testing

@Suite("ANSI INCITS 378: records written out by hand, byte for byte")
struct INCITS378Tests {
    private static let image = StatedImage(
        width: 300, height: 400, horizontalResolution: 197, verticalResolution: 197)
    private static let minutiae = [
        RecordMinutia(x: 100, y: 14, angle: 56, kind: .ending, quality: 60),
        RecordMinutia(x: 0, y: 399, angle: 179, kind: .bifurcation, quality: 100),
    ]
    private static let minutiaeBytes: [UInt8] = [
        0x40, 0x64, 0x00, 0x0E, 56, 60,  // ending (100, 14), 112 degrees
        0x80, 0x00, 0x01, 0x8F, 179, 100,  // bifurcation (0, 399), 358 degrees
    ]
    /// Ridge counts (7 bytes and 4), a core with its angle and a delta without (1 + 5 + 1 + 4 bytes and 4).
    private static let extendedBytes: [UInt8] = [
        0, 26, 0, 1, 0, 11, 1, 1, 2, 9, 2, 1, 9,
        0, 2, 0, 15, 0x41, 0, 150, 0, 250, 90, 0x01, 0, 120, 0, 103,
    ]
    private static let extended: [ExtendedDataItem] = [
        .ridgeCounts(
            RidgeCounts(
                method: 1,
                counts: [RidgeCount(first: 1, second: 2, count: 9), RidgeCount(first: 2, second: 1, count: 9)])),
        .coresAndDeltas(
            CoresAndDeltas(
                cores: [SingularPoint(x: 150, y: 250, angles: [90])], deltas: [SingularPoint(x: 120, y: 103)])),
    ]

    static let bytes2004: [UInt8] =
        [
            0x46, 0x4D, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00, 0x00, 0x46,  // FMR, 20, 70 bytes
            0x00, 0x42, 0x00, 0x11, 0x80, 0xB5,  // product 0x42/0x11, certified device 0xB5
            0x01, 0x2C, 0x01, 0x90, 0x00, 0xC5, 0x00, 0xC5, 0x01, 0x00,  // 300 x 400, 197, one view
            0x07, 0x01, 0x5A, 0x02,  // left index, view 0, rolled, quality 90, two minutiae
        ] + minutiaeBytes + extendedBytes

    @Test func year2004() throws {
        let record = try INCITS378_2004.decode(Self.bytes2004)
        let view = RecordView(
            position: .leftIndex, impression: .liveScanRolled, qualities: [RecordQuality(score: 90)],
            image: Self.image, minutiae: Self.minutiae, extendedData: Self.extended)
        let expected = TemplateRecord(
            format: .ansi2004, product: ProductIdentifier(vendor: 0x42, type: 0x11), captureDevice: 0xB5,
            certification: 8, views: [view])
        #expect(record == expected)
        #expect(try INCITS378_2004.encode(record) == Self.bytes2004)
        #expect(FormatDetection.detect(Self.bytes2004) == .identified(.ansi2004))
    }

    @Test func angles() throws {
        let template = try INCITS378_2004.decode(Self.bytes2004).templates()[0]
        // 112 degrees are 79.6 of 256 steps, 358 are 254.6.
        #expect(template.minutiae.map(\.angle) == [80, 255])
        #expect(template.minutiae.map(\.quality) == [60, 100])
        #expect((template.position, template.quality) == (.leftIndex, 90))
    }

    @Test("a length of four bytes after two of zero, where two would do")
    func longForm() throws {
        var bytes = Self.bytes2004
        bytes.replaceSubrange(8..<10, with: [0, 0, 0, 0, 0, 74])
        let record = try INCITS378_2004.decode(bytes)
        #expect(record.deviations == [TemplateDeviation(.longLengthForm)])
        #expect(record.views == (try INCITS378_2004.decode(Self.bytes2004)).views)
        #expect(FormatDetection.detect(bytes) == .identified(.ansi2004))
    }

    @Test("version 020 for 20; two bytes more than declared, which the views need")
    func sampleOfTheStandard() throws {
        var bytes = Self.bytes2004
        bytes[4] = 0x30
        bytes[9] = 68
        let record = try INCITS378_2004.decode(bytes)
        #expect(record.deviations == [TemplateDeviation(.twoBytesBeyondLength), TemplateDeviation(.versionDigits)])
        bytes[9] = 67
        let error = #expect(throws: TemplateError.self) { try INCITS378_2004.decode(bytes) }
        #expect((error?.code, error?.field, error?.offset) == (.trailingBytes, "total record length", 8))
    }

    @Test("an angle of 180 is no angle")
    func angleTooLarge() {
        var bytes = Self.bytes2004
        bytes[34] = 180
        let error = #expect(throws: TemplateError.self) { try INCITS378_2004.decode(bytes) }
        #expect((error?.code, error?.field, error?.offset) == (.outOfRange, "view 1: minutia 1: angle", 34))
        #expect(error?.limit == "0 to 179")
    }

    static func bytes2009(version: UInt8, quality: UInt8 = 254) -> [UInt8] {
        [
            0x46, 0x4D, 0x52, 0x00, 0x30, 0x33, version, 0x00, 0x00, 0x00, 0x00, 78,  // FMR, 030 or 035, 78 bytes
            0x00, 0x42, 0x00, 0x11, 0x80, 0x00, 0xB5, 0x01, 0x00,  // product, certification, device, one view
            0x02, 0x03, 0x1D, quality, 0x00, 0x06, 0x00, 0x37,  // right index, view 3, unknown impression
            0x01, 0x2C, 0x01, 0x90, 0x00, 0xC5, 0x00, 0xC5, 0x02,  // 300 x 400, 197, two minutiae
        ] + minutiaeBytes + extendedBytes
    }

    @Test("2009 and its amendment differ by their version", arguments: [false, true])
    func year2009(amended: Bool) throws {
        let bytes = Self.bytes2009(version: amended ? 0x35 : 0x30)
        let format: TemplateFormat = amended ? .ansi2009Amendment1 : .ansi2009
        let view = RecordView(
            position: .rightIndex, number: 3, impression: .unknown,
            qualities: [RecordQuality(score: 254, vendor: 6, algorithm: 0x37)], image: Self.image,
            minutiae: Self.minutiae, extendedData: Self.extended)
        let expected = TemplateRecord(
            format: format, product: ProductIdentifier(vendor: 0x42, type: 0x11), captureDevice: 0xB5,
            certification: 0x80, views: [view], deviations: [TemplateDeviation(.viewNumber, view: 1)])
        let record = try format.decode(bytes)
        #expect(record == expected)
        #expect(try format.encode(record) == bytes)
        #expect(FormatDetection.detect(bytes) == .identified(format))
        #expect(try record.templates().map(\.quality) == [nil])
    }

    @Test("a header without the byte of certification, as a draft has it")
    func draft() throws {
        var bytes = Self.bytes2009(version: 0x30)
        bytes.replaceSubrange(16..<19, with: [0x80, 0xB5])
        bytes[11] = 77
        let record = try INCITS378_2009.decode(bytes)
        #expect(record.deviations.contains(TemplateDeviation(.draftHeader)))
        #expect((record.captureDevice, record.certification) == (0xB5, 8))
        #expect(record.views == (try INCITS378_2009.decode(Self.bytes2009(version: 0x30))).views)
    }

    @Test("from 2009 on a quality of 0 is the lowest, unless most are 0; 254 and 255 are none")
    func qualities() throws {
        var bytes = Self.bytes2009(version: 0x30, quality: 255)
        func qualities() throws -> [UInt8] { try INCITS378_2009.decode(bytes).templates()[0].minutiae.map(\.quality) }
        bytes[43] = 0
        #expect(try qualities() == [1, 100])
        bytes[49] = 254
        #expect(try qualities() == [1, 0])
        bytes[49] = 0
        #expect(try qualities() == [0, 0])
        bytes[49] = 101
        let error = #expect(throws: TemplateError.self) { try INCITS378_2009.decode(bytes) }
        #expect(error?.field == "view 1: minutia 2: quality" && error?.limit == "0 to 100, 254 or 255")
    }
}
