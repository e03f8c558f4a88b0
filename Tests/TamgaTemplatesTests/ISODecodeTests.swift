import TamgaTemplates
import Testing

@Suite("ISO/IEC 19794-2:2005: decoding")
struct ISODecodeTests {
    @Test("a record written out by hand, byte for byte")
    func byHand() throws {
        let bytes: [UInt8] = [
            0x46, 0x4D, 0x52, 0x00, 0x20, 0x32, 0x30, 0x00, 0x00, 0x00, 0x00, 0x30,  // FMR, 20, 48 bytes
            0x80, 0xB5, 0x01, 0x2C, 0x01, 0x90, 0x00, 0xC5, 0x00, 0xC5, 0x01, 0x00,  // 300 x 400, 197, one view
            0x07, 0x01, 0x5A, 0x03,  // left index, view 0, rolled, quality 90, three minutiae
            0x40, 0x64, 0x00, 0x0E, 0x50, 0x3C,  // ending (100, 14), 80/256 turn, quality 60
            0x80, 0x00, 0x01, 0x8F, 0xFF, 0x64,  // bifurcation (0, 399), 255/256 turn, quality 100
            0x01, 0x2B, 0x00, 0x00, 0x00, 0x00,  // other (299, 0), angle 0, quality not given
            0x00, 0x00,
        ]
        let record = try ISO19794_2_2005.decode(bytes)
        #expect(record.captureDevice == 0x0B5)
        #expect(record.certification == 8)
        #expect(record.deviations.isEmpty)
        let image = StatedImage(width: 300, height: 400, horizontalResolution: 197, verticalResolution: 197)
        #expect(record.views[0].image == image)
        let minutiae = [
            Minutia(x: 100, y: 14, angle: 80, kind: .ending, quality: 60),
            Minutia(x: 0, y: 399, angle: 255, kind: .bifurcation, quality: 100),
            Minutia(x: 299, y: 0, angle: 0, kind: .other, quality: 0),
        ]
        let expected = FingerTemplate(
            position: .leftIndex, view: 0, impression: .liveScanRolled, quality: 90, width: 300, height: 400,
            minutiae: minutiae)
        #expect(try record.templates() == [expected])
        #expect(try ISO19794_2_2005.encode(record) == bytes)
    }

    @Test("several views keep their order, positions, numbers and minutiae")
    func manyViews() throws {
        var raw = RawRecord()
        raw.views = [
            RawView(position: 1, number: 0, impression: 0, quality: 1, minutiae: [RawMinutia(x: 1)]),
            RawView(position: 1, number: 1, impression: 8, quality: 2, minutiae: []),
            RawView(position: 10, number: 0, impression: 3, quality: 3, minutiae: [RawMinutia(x: 3), RawMinutia(x: 4)]),
        ]
        let record = try ISO19794_2_2005.decode(raw.bytes)
        let templates = try record.templates()
        #expect(templates.map(\.position) == [.rightThumb, .rightThumb, .leftLittle])
        #expect(templates.map(\.view) == [0, 1, 0])
        #expect(templates.map(\.impression) == [.liveScanPlain, .swipe, .nonliveScanRolled])
        #expect(templates.map(\.quality) == [1, 2, 3])
        #expect(record.views.map { $0.minutiae.map(\.x) } == [[1], [], [3, 4]])
        #expect(record.deviations.isEmpty)
    }

    @Test("as many views as the format allows, as many minutiae as a view allows")
    func largest() throws {
        var raw = RawRecord()
        raw.views = (0...10).flatMap { position in (0..<16).map { RawView(position: position, number: $0) } }
        raw.views[175].minutiae = Array(repeating: RawMinutia(), count: 255)
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.views.count == TemplateLimits.viewsPerRecord)
        #expect(record.views[175].minutiae.count == TemplateLimits.minutiaePerView)
        #expect(record.deviations.isEmpty)
    }

    @Test("extended data is read in both readings of the item's length, and the view after it too")
    func extendedData() throws {
        let counted: [UInt8] = [0, 1, 0, 11, 1, 1, 20, 12, 5, 7, 5, 1, 2, 0, 4]
        let dataOnly: [UInt8] = [0, 1, 0, 7, 1, 1, 20, 12, 5, 7, 5, 1, 2, 0, 0]
        let counts = [RidgeCount(first: 1, second: 20, count: 12), RidgeCount(first: 5, second: 7, count: 5)]
        for (extended, deviates) in [(counted, false), (dataOnly, true)] {
            var raw = RawRecord()
            raw.views = [RawView(minutiae: [RawMinutia()], extended: extended), RawView(position: 3, quality: 17)]
            let record = try ISO19794_2_2005.decode(raw.bytes)
            #expect(record.views.map { $0.qualities.map(\.score) } == [[80], [17]])
            let items: [ExtendedDataItem] = [
                .ridgeCounts(RidgeCounts(method: 1, counts: counts)), .other(type: 0x0102, bytes: []),
            ]
            #expect(record.views[0].extendedData == items)
            let expected = deviates ? [TemplateDeviation(.itemLengthWithoutHeader, view: 1)] : []
            #expect(record.deviations == expected)
        }
    }
}

@Suite("ISO/IEC 19794-2:2005: what is let pass, and reported")
struct ISODeviationTests {
    @Test("one byte beyond the declared length, read as data or left over")
    func oneByteBeyond() throws {
        var short = RawRecord.realShaped
        short.declaredLength = short.bytes.count - 1
        let asData = try ISO19794_2_2005.decode(short.bytes)
        let leftOver = try ISO19794_2_2005.decode(RawRecord.realShaped.bytes + [0xAA])
        let plain = try ISO19794_2_2005.decode(RawRecord.realShaped.bytes)
        #expect(plain.deviations.isEmpty)
        for record in [asData, leftOver] {
            #expect(record.deviations == [TemplateDeviation(.oneByteBeyondLength)])
            #expect(record.views == plain.views)
        }
    }

    @Test("coordinates equal to the image's size, once per view")
    func onEdge() throws {
        var raw = RawRecord()
        raw.views = [
            RawView(minutiae: [RawMinutia(x: 299, y: 399)]),
            RawView(number: 1, minutiae: [RawMinutia(x: 300), RawMinutia(y: 400)]),
        ]
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.deviations == [TemplateDeviation(.coordinateOnEdge, view: 2)])
        #expect(record.views[1].minutiae.map(\.x) == [300, 10])
        #expect(record.views[1].minutiae.map(\.y) == [20, 400])
    }

    @Test("view numbers that do not count from 0 for each finger")
    func viewNumbers() throws {
        var raw = RawRecord()
        raw.views = [(3, 1), (3, 2), (4, 0), (3, 2)].map { RawView(position: $0.0, number: $0.1) }
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.views.map(\.number) == [1, 2, 0, 2])
        #expect(record.deviations == [TemplateDeviation(.viewNumber, view: 1), TemplateDeviation(.viewNumber, view: 4)])
        #expect(record.deviations.map(\.description) == ["view 1: view-number", "view 4: view-number"])
    }

    @Test("reserved byte and bits that are not zero")
    func reserved() throws {
        var raw = RawRecord()
        raw.reserved = 1
        raw.views[0].minutiae = [RawMinutia(), RawMinutia(reserved: 2, y: 33)]
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.views[0].minutiae[1].y == 33)
        #expect(
            record.deviations == [TemplateDeviation(.reservedBits), TemplateDeviation(.reservedBits, view: 1)])
    }
}

@Suite("ISO/IEC 19794-2:2005: normalisation to 500 dpi")
struct ISOResolutionTests {
    private func decoded(_ resolutions: (Int, Int), points: [(Int, Int)]) throws -> FingerTemplate {
        var raw = RawRecord()
        (raw.width, raw.height) = (600, 800)
        (raw.horizontalResolution, raw.verticalResolution) = resolutions
        raw.views[0].minutiae = points.map { RawMinutia(x: $0.0, y: $0.1, angle: 77) }
        let record = try ISO19794_2_2005.decode(raw.bytes)
        #expect(record.deviations.isEmpty)
        let template = try record.templates()[0]
        #expect(template.minutiae.allSatisfy { $0.angle == 77 })
        return template
    }

    @Test("1,000 dpi halves everything, halves rounding upwards")
    func halves() throws {
        let view = try decoded((394, 394), points: [(0, 1), (100, 201), (599, 799)])
        #expect((view.width, view.height) == (300, 400))
        #expect(view.minutiae.map(\.x) == [0, 50, 300])
        #expect(view.minutiae.map(\.y) == [1, 101, 400])
    }

    @Test("each axis by its own resolution: v * 197 / resolution to the nearest")
    func separateAxes() throws {
        let view = try decoded((200, 198), points: [(100, 100), (33, 33), (598, 798)])
        #expect((view.width, view.height) == (591, 796))  // 591.0, 795.96
        #expect(view.minutiae.map(\.x) == [99, 33, 589])  // 98.5, 32.505, 589.03
        #expect(view.minutiae.map(\.y) == [99, 33, 794])  // 99.49, 32.83, 793.97
    }

    @Test("the lowest resolution allowed stays within the limit of a coordinate")
    func lowest() throws {
        let view = try decoded((39, 39), points: [(599, 799)])
        #expect((view.width, view.height) == (3031, 4041))  // 3030.77, 4041.03
        #expect(view.minutiae.map { [$0.x, $0.y] } == [[3026, 4036]])  // 3025.72, 4035.97
    }

    @Test("an image so small that it rounds to nothing is one pixel")
    func vanishing() throws {
        var raw = RawRecord()
        (raw.width, raw.height) = (1, 2)
        (raw.horizontalResolution, raw.verticalResolution) = (1_000, 1_000)
        let view = try ISO19794_2_2005.decode(raw.bytes).templates()[0]
        #expect((view.width, view.height) == (1, 1))
    }
}
