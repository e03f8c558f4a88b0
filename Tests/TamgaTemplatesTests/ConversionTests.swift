import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite("From one format to another")
struct ConversionTests {
    @Test(
        "anything is converted to anything: it is written, or refused with a reason",
        arguments: TemplateFormat.allCases)
    func anyToAny(source: TemplateFormat) throws {
        var random = SeededGenerator(seed: 4_711 + UInt64(source.rawValue))
        for target in TemplateFormat.allCases {
            var written = 0
            for _ in 0..<200 {
                let record = AnyRecord(format: source).make(&random)
                let (converted, losses) = record.converted(to: target)
                #expect(source != target || losses.isEmpty)
                do {
                    let bytes = try converted.encoded()
                    var back = try target.decode(bytes)
                    var expected = converted
                    if target == .ansiNIST {
                        (back.transaction, back.views) = ([], back.views.map(Self.bare))
                        expected.views = expected.views.map(Self.bare)
                    }
                    (back.deviations, expected.deviations) = ([], [])
                    try #require(back == expected, "\(source.token) to \(target.token)")
                    written += 1
                } catch let error as TemplateError {
                    try #require(!error.field.isEmpty && !error.limit.isEmpty)
                }
            }
            // A card of normal size holds places that one of compact size does not.
            let isTooWide = source == .iso2005CardNormal && target == .iso2005CardCompact
            #expect(written > 0 || isTooWide, "\(source.token) to \(target.token)")
        }
    }

    /// Without the fields of Type-9 that say nothing of the finger.
    private static func bare(_ view: RecordView) -> RecordView {
        var view = view
        view.otherFields = []
        return view
    }

    /// A finger within 25 mm, qualities reported.
    private static let finger = FingerTemplate(
        position: .leftThumb, quality: 70, width: 400, height: 500,
        minutiae: (0..<30).map { index -> Minutia in
            let (x, y) = (Int16(10 + 13 * index), Int16(480 - 16 * index))
            let kind = index % 2 == 0 ? MinutiaKind.ending : .other
            return Minutia(x: x, y: y, angle: UInt8(8 * index), kind: kind, quality: UInt8(40 + index))
        })

    @Test("a finger keeps its minutiae within the rounding of the format", arguments: TemplateFormat.allCases)
    func within(format: TemplateFormat) throws {
        let (record, _) = TemplateRecord([Self.finger]).converted(to: format)
        let template = try TemplateRecord(decoding: record.encoded(), as: format).templates()[0]
        let steps = format.anglesPerTurn == 256 ? 0 : format.anglesPerTurn == 180 ? 1 : 2
        let pixels = format == .iso2005CardCompact ? 1 : 0
        for (one, other) in zip(template.minutiae, Self.finger.minutiae) {
            #expect(abs(Int(one.x) - Int(other.x)) <= pixels && abs(Int(one.y) - Int(other.y)) <= pixels)
            #expect(abs(Int(Int8(truncatingIfNeeded: Int(one.angle) - Int(other.angle)))) <= steps)
            #expect(one.kind == other.kind)
            #expect(one.quality == (format.isSelfDescribing ? other.quality : UInt8(0)))
        }
        #expect(template.minutiae.count == Self.finger.minutiae.count)
        #expect(template.position == (format.isSelfDescribing ? FingerPosition.leftThumb : .unknown))
    }

    @Test("what is lost is said")
    func losses() throws {
        let record = try ISO19794_2_2011.decode(ISO2011Tests.certified)
        #expect(record.converted(to: .ansi2009).losses == [.angles, .captureDetails, .ridgeEndingType, .extendedData])
        #expect(
            record.converted(to: .iso2005).losses
                == [.captureDevice, .captureDetails, .ridgeEndingType, .qualityDetails, .impression, .extendedData])
        let incits = try INCITS378_2004.decode(INCITS378Tests.bytes2004)
        #expect(incits.converted(to: .iso2005).losses == [.product])
        #expect(incits.converted(to: .ansi2009).losses == [.certification])
    }
}
