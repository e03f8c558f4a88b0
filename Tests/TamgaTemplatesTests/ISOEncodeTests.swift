import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("ISO/IEC 19794-2:2005: encoding")
struct ISOEncodeTests {
    @Test("what is encoded decodes to itself and encodes to the same bytes, 10,000 times", arguments: [UInt64(2_005)])
    func identity(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<10_000 {
            let record = anyRecord(&random)
            let bytes = try ISO19794_2_2005.encode(record)
            let back = try ISO19794_2_2005.decode(bytes)
            try #require(back.views == record.views, "seed \(seed)")
            try #require(back.captureDevice == record.captureDevice && back.certification == record.certification)
            try #require(back.deviations.isEmpty && back.extendedDataBytes == 0)
            try #require(try ISO19794_2_2005.encode(back) == bytes)
        }
    }

    private func anyRecord(_ random: inout SeededGenerator) -> TemplateRecord {
        let width = Int.random(in: 1...1_000, using: &random)
        let height = Int.random(in: 1...TemplateLimits.coordinate, using: &random)
        var next = [FingerPosition: UInt8]()
        let views = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            let position = FingerPosition.allCases.randomElement(using: &random) ?? .unknown
            defer { next[position, default: 0] += 1 }
            let count = Int.random(in: 0...(Int.random(in: 0..<20, using: &random) == 0 ? 255 : 40), using: &random)
            return FingerTemplate(
                position: position, view: next[position, default: 0],
                impression: ImpressionType.allCases.randomElement(using: &random) ?? .swipe,
                quality: UInt8.random(in: 0...100, using: &random), width: width, height: height,
                minutiae: (0..<count).map { _ in anyMinutia(width, height, &random) })
        }
        return TemplateRecord(
            views: views, captureDevice: UInt16.random(in: 0...4_095, using: &random),
            certification: UInt8.random(in: 0...15, using: &random))
    }

    private func anyMinutia(_ width: Int, _ height: Int, _ random: inout SeededGenerator) -> Minutia {
        Minutia(
            x: Int16.random(in: 0..<Int16(width), using: &random),
            y: Int16.random(in: 0..<Int16(height), using: &random),
            angle: UInt8.random(in: 0...255, using: &random),
            kind: MinutiaKind.allCases.randomElement(using: &random) ?? .other,
            quality: UInt8.random(in: 0...100, using: &random))
    }

    @Test("a record of another resolution is written at 500 dpi and reads as the same minutiae")
    func normalised() throws {
        var raw = RawRecord.realShaped
        (raw.horizontalResolution, raw.verticalResolution) = (250, 252)
        let record = try ISO19794_2_2005.decode(raw.bytes)
        let back = try ISO19794_2_2005.decode(ISO19794_2_2005.encode(record))
        #expect(back.views == record.views)
        #expect(back.statedImage?.horizontalResolution == 197)
        #expect(record.extendedDataBytes == 11)
        #expect(back.extendedDataBytes == 0)
    }

    @Test("what the format cannot hold is refused where it would stand", arguments: refusals)
    func refused(_ refusal: EncodeRefusal) {
        let error = #expect(throws: TemplateError.self) { try ISO19794_2_2005.encode(refusal.record) }
        #expect(error?.code == refusal.code)
        #expect(error?.field == refusal.field)
        #expect(error?.offset == refusal.offset)
    }

    struct EncodeRefusal: Sendable, CustomTestStringConvertible {
        let record: TemplateRecord
        let code: TemplateError.Code
        let field: String
        let offset: Int

        /// Spoils a record of two views, of one minutia each: views at 24 and 36, minutiae at 28 and 40.
        init(
            _ code: TemplateError.Code, _ field: String, at offset: Int, change: (inout TemplateRecord) -> Void
        ) {
            let minutia = Minutia(x: 1, y: 2, angle: 3, kind: .ending, quality: 4)
            let view = FingerTemplate(position: .leftThumb, width: 300, height: 400, minutiae: [minutia])
            var record = TemplateRecord(views: [view, view])
            change(&record)
            (self.record, self.code, self.field, self.offset) = (record, code, field, offset)
        }

        var testDescription: String { "\(code.rawValue): \(field)" }
    }

    static let refusals: [EncodeRefusal] = [
        EncodeRefusal(.outOfRange, "number of finger views", at: 22) { $0.views = [] },
        EncodeRefusal(.outOfRange, "number of finger views", at: 22) {
            $0.views = Array(repeating: $0.views[0], count: 177)
        },
        EncodeRefusal(.outOfRange, "image width", at: 14) { $0.views[1].width = 301 },
        EncodeRefusal(.outOfRange, "image width", at: 14) { $0.views[0].width = 0 },
        EncodeRefusal(.outOfRange, "image height", at: 16) { $0.views[1].height = 16_384 },
        EncodeRefusal(.outOfRange, "capture equipment", at: 12) { $0.captureDevice = 0x1000 },
        EncodeRefusal(.outOfRange, "capture equipment", at: 12) { $0.certification = 16 },
        EncodeRefusal(.tooLarge, "total record length", at: 8) {
            $0.views[0].minutiae = Array(repeating: $0.views[0].minutiae[0], count: 11_000)
        },
        EncodeRefusal(.outOfRange, "view 2: view number", at: 37) { $0.views[1].view = 16 },
        EncodeRefusal(.outOfRange, "view 1: finger quality", at: 26) { $0.views[0].quality = 101 },
        EncodeRefusal(.outOfRange, "view 1: number of minutiae", at: 27) {
            $0.views[0].minutiae = Array(repeating: $0.views[0].minutiae[0], count: 256)
        },
        EncodeRefusal(.outOfRange, "view 1: minutia 1: x", at: 28) { $0.views[0].minutiae[0].x = 301 },
        EncodeRefusal(.outOfRange, "view 2: minutia 1: y", at: 42) { $0.views[1].minutiae[0].y = -1 },
        EncodeRefusal(.outOfRange, "view 2: minutia 1: quality", at: 45) { $0.views[1].minutiae[0].quality = 101 },
    ]

    @Test("views alone are encoded with no device named")
    func viewsAlone() throws {
        let view = FingerTemplate(position: .unknown, width: 10, height: 10, minutiae: [])
        let bytes = try ISO19794_2_2005.encode([view])
        #expect(bytes.count == 30)
        #expect(bytes[12..<14].elementsEqual([0, 0]))
        #expect(try ISO19794_2_2005.decode(bytes).views == [view])
    }
}
