import TamgaTemplates

/// Records of every format with random values in every field, within what the format holds.
struct AnyRecord {
    let format: TemplateFormat

    func make(_ random: inout some RandomNumberGenerator) -> TemplateRecord {
        let common = image(&random)
        let certified = Bool.random(using: &random)
        var next = [FrictionRidgePosition: UInt8]()
        let count = format.isSelfDescribing ? Int.random(in: 1...4, using: &random) : 1
        let views = (0..<count).map { _ in
            var view = view(common, certified: certified, &random)
            view.number = isHeaderless ? 0 : next[view.position, default: 0]
            next[view.position, default: 0] += 1
            return view
        }
        var record = TemplateRecord(format: format, views: views)
        fillHeader(&record, &random)
        return record
    }

    private var isHeaderless: Bool { !format.isSelfDescribing }
    private var isINCITS: Bool { [.ansi2004, .ansi2009, .ansi2009Amendment1].contains(format) }
    private var hasSpecials: Bool { [.iso2011, .ansi2009, .ansi2009Amendment1].contains(format) }
    private var hasCommonImage: Bool { [.iso2005, .ansi2004].contains(format) }

    private func fillHeader(_ record: inout TemplateRecord, _ random: inout some RandomNumberGenerator) {
        if isINCITS {
            record.product = ProductIdentifier(
                vendor: .random(in: 0...UInt16.max, using: &random), type: .random(in: 0...UInt16.max, using: &random))
        }
        if hasCommonImage {
            record.captureDevice = .random(in: 0...4_095, using: &random)
            record.certification = .random(in: 0...15, using: &random)
        } else if isINCITS {
            record.captureDevice = .random(in: 0...UInt16.max, using: &random)
            record.certification = .random(in: 0...255, using: &random)
        }
    }

    private func view(
        _ common: StatedImage, certified: Bool, _ random: inout some RandomNumberGenerator
    ) -> RecordView {
        let image = hasCommonImage || isHeaderless ? common : image(&random)
        var view = RecordView(image: image)
        view.hasMinutiaQuality = !isHeaderless && (format != .iso2011 || Bool.random(using: &random))
        view.minutiae = minutiae(image, hasQuality: view.hasMinutiaQuality, &random)
        guard !isHeaderless else {
            view.impression = .unknown
            return view
        }
        view.position = FrictionRidgePosition(rawValue: .random(in: 0...10, using: &random)) ?? .unknownFinger
        view.impression = impressions.randomElement(using: &random) ?? .liveScanPlain
        view.qualities = qualities(&random)
        view.extendedData = extendedData(image, &random)
        if format == .iso2011 {
            view.ridgeEndingType = .random(in: 0...15, using: &random)
            view.capture = capture(certified: certified, &random)
        }
        if format == .ansiNIST { view.otherFields = otherFields(&random) }
        return view
    }

    /// Those in the format's own table.
    private var impressions: [ImpressionType] {
        switch format {
        case .iso2005, .ansi2004:
            [.liveScanPlain, .liveScanRolled, .nonliveScanPlain, .nonliveScanRolled, .swipe]
        case .iso2011: [.liveScanPlain, .latentLift, .liveScanVerticalRoll, .opticalContactlessPlain, .other, .unknown]
        default: [.liveScanPlain, .latentLift, .liveScanVerticalRoll, .opticalContactRolled, .other, .unknown]
        }
    }

    private func image(_ random: inout some RandomNumberGenerator) -> StatedImage {
        if isHeaderless {
            let units = format == .iso2005CardCompact ? 100 : 1_000
            return StatedImage(width: 0, height: 0, horizontalResolution: units, verticalResolution: units)
        }
        let resolution = Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 100...990, using: &random) : 197
        return StatedImage(
            width: .random(in: 1...1_000, using: &random), height: .random(in: 1...6_000, using: &random),
            horizontalResolution: resolution, verticalResolution: resolution + Int.random(in: 0...1, using: &random))
    }

    private func minutiae(
        _ image: StatedImage, hasQuality: Bool, _ random: inout some RandomNumberGenerator
    ) -> [RecordMinutia] {
        let most = Int.random(in: 0..<20, using: &random) == 0 ? 255 : 40
        let largest: UInt16 = format == .iso2005CardCompact ? 255 : 16_383
        let (width, height) = isHeaderless ? (largest, largest) : (UInt16(image.width - 1), UInt16(image.height - 1))
        return (0..<Int.random(in: isHeaderless ? 1...most : 0...most, using: &random)).map { _ in
            RecordMinutia(
                x: .random(in: 0...width, using: &random), y: .random(in: 0...height, using: &random),
                angle: angle(&random), kind: MinutiaKind.allCases.randomElement(using: &random) ?? .other,
                quality: hasQuality ? quality(&random) : TemplateLimits.qualityNotReported)
        }
    }

    private func angle(_ random: inout some RandomNumberGenerator) -> UInt8 {
        UInt8(Int.random(in: 0..<format.anglesPerTurn, using: &random))
    }

    private func quality(_ random: inout some RandomNumberGenerator) -> UInt8 {
        if hasSpecials, Int.random(in: 0..<8, using: &random) == 0 { return Bool.random(using: &random) ? 254 : 255 }
        return .random(in: 0...100, using: &random)
    }

    private func qualities(_ random: inout some RandomNumberGenerator) -> [RecordQuality] {
        let isFree = format == .iso2011 || format == .ansiNIST
        return (0..<(isFree ? Int.random(in: 0...3, using: &random) : 1)).map { _ in
            let hasNames = !hasCommonImage
            return RecordQuality(
                score: quality(&random), vendor: hasNames ? .random(in: 0...UInt16.max, using: &random) : 0,
                algorithm: hasNames ? .random(in: 0...UInt16.max, using: &random) : 0)
        }
    }

    private func capture(certified: Bool, _ random: inout some RandomNumberGenerator) -> CaptureDetails {
        var byte: UInt8 { .random(in: 0...255, using: &random) }
        let certificates = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            DeviceCertificate(authority: .random(in: 0...UInt16.max, using: &random), scheme: byte)
        }
        let date = CaptureDate(
            year: .random(in: 1_990...2_100, using: &random), month: byte, day: byte, hour: byte, minute: byte,
            second: byte, milliseconds: .random(in: 0...999, using: &random))
        return CaptureDetails(
            date: date, technology: byte, vendor: .random(in: 0...UInt16.max, using: &random),
            device: .random(in: 0...UInt16.max, using: &random), certificates: certified ? certificates : nil)
    }

    private func otherFields(_ random: inout some RandomNumberGenerator) -> [NISTField] {
        let text = Array("vendor \(Int.random(in: 0...999, using: &random))".utf8)
        return [
            NISTField(2, Array("0\(Int.random(in: 0...9, using: &random))".utf8)), NISTField(4, Array("S".utf8)),
            NISTField(126, Array("27\u{1F}513\u{1F}1".utf8)), NISTField(127, Array("NONE\u{1F}0".utf8)),
            NISTField(176, text),
        ]
    }
}

extension AnyRecord {
    private func extendedData(
        _ image: StatedImage, _ random: inout some RandomNumberGenerator
    ) -> [ExtendedDataItem] {
        var items: [ExtendedDataItem] = []
        func chance(_ random: inout some RandomNumberGenerator) -> Bool { Int.random(in: 0..<3, using: &random) == 0 }
        if chance(&random) {
            let counts = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                RidgeCount(
                    first: .random(in: 0...255, using: &random), second: .random(in: 0...255, using: &random),
                    count: .random(in: 0...255, using: &random))
            }
            items.append(.ridgeCounts(RidgeCounts(method: .random(in: 0...2, using: &random), counts: counts)))
        }
        if chance(&random) {
            let cores = points(1...4, angles: 1, &random)
            items.append(.coresAndDeltas(CoresAndDeltas(cores: cores, deltas: points(0...4, angles: 3, &random))))
        }
        if format == .iso2005 || format == .iso2011, chance(&random) {
            items.append(
                .zonalQuality(
                    ZonalQuality(
                        vendor: format == .iso2011 ? 7 : 0, algorithm: format == .iso2011 ? 9 : 0, cellWidth: 16,
                        cellHeight: 16, depth: 4, cells: [0x12, 0x34])))
        }
        if format != .ansiNIST, chance(&random) {
            let bytes = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            items.append(.other(type: .random(in: 0x0101...UInt16.max, using: &random), bytes: bytes))
        }
        return items
    }

    private func points(
        _ count: ClosedRange<Int>, angles: Int, _ random: inout some RandomNumberGenerator
    ) -> [SingularPoint] {
        let isISO = format == .iso2005 || format == .iso2011
        let allHave = Bool.random(using: &random)
        return (0..<Int.random(in: count, using: &random)).map { _ in
            let has = isISO || format == .ansiNIST ? Bool.random(using: &random) : allHave
            return SingularPoint(
                x: .random(in: 0...16_383, using: &random), y: .random(in: 0...16_383, using: &random),
                angles: (0..<(has ? angles : 0)).map { _ in angle(&random) })
        }
    }
}
