import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("ISO/IEC 19794-2:2005: encoding")
struct ISOEncodeTests {
    @Test("a record of another resolution, with extended data, is written as it was")
    func otherResolution() throws {
        var raw = RawRecord.realShaped
        (raw.horizontalResolution, raw.verticalResolution) = (250, 252)
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.deviations.isEmpty)
        #expect(try ISO19794_2_2005.encode(record) == raw.bytes)
    }

    @Test("templates are written at 500 dpi and read as the same minutiae")
    func normalised() throws {
        var raw = RawRecord.realShaped
        (raw.horizontalResolution, raw.verticalResolution) = (250, 252)
        let templates = try ISO19794_2_2005.decode(raw.bytes).templates()
        let back = try ISO19794_2_2005.decode(ISO19794_2_2005.encode(templates))
        #expect(try back.templates() == templates)
        #expect(back.views[0].image.horizontalResolution == 197)
        #expect(back.views.allSatisfy { $0.extendedData.isEmpty })
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
            var record = TemplateRecord([view, view])
            change(&record)
            (self.record, self.code, self.field, self.offset) = (record, code, field, offset)
        }

        var testDescription: String { "\(code.rawValue): \(field)" }
    }

    static let refusals: [EncodeRefusal] = [
        EncodeRefusal(.outOfRange, "number of finger views", at: 14) { $0.views = [] },
        EncodeRefusal(.outOfRange, "number of finger views", at: 22) {
            $0.views = Array(repeating: $0.views[0], count: 177)
        },
        EncodeRefusal(.outOfRange, "image width", at: 14) { $0.views[1].image.width = 301 },
        EncodeRefusal(.outOfRange, "image width", at: 14) {
            for view in 0...1 { $0.views[view].image.width = 0 }
        },
        EncodeRefusal(.outOfRange, "image height", at: 14) { $0.views[1].image.height = 399 },
        EncodeRefusal(.outOfRange, "image height", at: 16) {
            for view in 0...1 { $0.views[view].image.height = 16_384 }
        },
        EncodeRefusal(.outOfRange, "horizontal resolution", at: 18) {
            for view in 0...1 { $0.views[view].image.horizontalResolution = 0 }
        },
        EncodeRefusal(.outOfRange, "vertical resolution", at: 20) {
            for view in 0...1 { $0.views[view].image.verticalResolution = 202 }
        },
        EncodeRefusal(.outOfRange, "capture equipment", at: 12) { $0.captureDevice = 0x1000 },
        EncodeRefusal(.outOfRange, "capture equipment", at: 12) { $0.certification = 16 },
        EncodeRefusal(.tooLarge, "total record length", at: 8) {
            let full = Array(repeating: $0.views[0].minutiae[0], count: 255)
            $0.views = Array(repeating: $0.views[0], count: 43)
            for view in $0.views.indices { $0.views[view].minutiae = full }
        },
        EncodeRefusal(.outOfRange, "view 2: view number", at: 37) { $0.views[1].number = 16 },
        EncodeRefusal(.outOfRange, "view 2: impression type", at: 37) { $0.views[1].impression = .unknown },
        EncodeRefusal(.outOfRange, "view 1: finger quality", at: 26) { $0.views[0].qualities[0].score = 101 },
        EncodeRefusal(.outOfRange, "view 1: finger quality", at: 26) { $0.views[0].qualities = [] },
        EncodeRefusal(.outOfRange, "view 1: number of minutiae", at: 27) {
            $0.views[0].minutiae = Array(repeating: $0.views[0].minutiae[0], count: 256)
        },
        EncodeRefusal(.outOfRange, "view 1: minutia 1: x", at: 28) { $0.views[0].minutiae[0].x = 301 },
        EncodeRefusal(.outOfRange, "view 2: minutia 1: y", at: 42) { $0.views[1].minutiae[0].y = 401 },
        EncodeRefusal(.outOfRange, "view 2: minutia 1: quality", at: 45) { $0.views[1].minutiae[0].quality = 101 },
        EncodeRefusal(.outOfRange, "view 1: extended data: number of points", at: 40) {
            let points = Array(repeating: SingularPoint(x: 1, y: 1), count: 16)
            $0.views[0].extendedData = [.coresAndDeltas(CoresAndDeltas(cores: points, deltas: []))]
        },
    ]

    @Test("views alone are encoded with no device named")
    func viewsAlone() throws {
        let view = FingerTemplate(position: .unknown, quality: 0, width: 10, height: 10, minutiae: [])
        let bytes = try ISO19794_2_2005.encode([view])
        #expect(bytes.count == 30)
        #expect(bytes[12..<14].elementsEqual([0, 0]))
        #expect(try ISO19794_2_2005.decode(bytes).templates() == [view])
    }
}
