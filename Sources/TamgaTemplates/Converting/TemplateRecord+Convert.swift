extension TemplateRecord {
    /// The same record in the units and with the fields of another format, and what that format does not hold.
    ///
    /// Places stay as they are unless a card is involved, whose units are its own; angles go to the nearest step.
    /// Whether the values fit the format's fields is for ``TemplateFormat/encode(_:)`` to say.
    ///
    /// - Complexity: O(*n*) in the minutiae.
    public func converted(to target: TemplateFormat) -> (record: TemplateRecord, losses: Set<ConversionLoss>) {
        guard target != format else { return (self, []) }
        var conversion = Conversion(from: format, to: target)
        var record = TemplateRecord(format: target, views: views.map { conversion.convert($0, of: self) })
        conversion.convertHeader(of: self, into: &record)
        return (record, conversion.losses)
    }
}

/// One conversion under way: the two formats and what was lost so far.
struct Conversion {
    let source: TemplateFormat
    let target: TemplateFormat
    private(set) var losses: Set<ConversionLoss> = []

    init(from source: TemplateFormat, to target: TemplateFormat) {
        (self.source, self.target) = (source, target)
    }

    var angles: AngleScale { AngleScale(from: source.anglesPerTurn, to: target.anglesPerTurn) }
    private var isToCard: Bool { !target.isSelfDescribing }
    private var hasCommonImage: Bool { target == .iso2005 || target == .ansi2004 }
    private var isToINCITS: Bool { [.ansi2004, .ansi2009, .ansi2009Amendment1].contains(target) }

    mutating func lose(_ loss: ConversionLoss, if isLost: Bool = true) {
        if isLost { losses.insert(loss) }
    }

    mutating func convertHeader(of old: TemplateRecord, into new: inout TemplateRecord) {
        if isToINCITS { new.product = old.product ?? ProductIdentifier(vendor: 0, type: 0) }
        lose(.product, if: old.product.map { !isToINCITS && ($0.vendor, $0.type) != (0, 0) } ?? false)
        let device = old.views.first?.capture?.device ?? old.captureDevice
        let most: UInt16 = isToINCITS && target != .ansi2004 ? .max : UInt16(RecordBits.device)
        let hasDevice = hasCommonImage || isToINCITS
        if hasDevice, device <= most { new.captureDevice = device }
        lose(.captureDevice, if: device != 0 && target != .iso2011 && new.captureDevice != device)
        // Four bits and eight mean different things.
        let sameBits = hasCommonImage && (source == .iso2005 || source == .ansi2004)
        let sameByte = isToINCITS && target != .ansi2004 && (source == .ansi2009 || source == .ansi2009Amendment1)
        if sameBits || sameByte { new.certification = old.certification }
        lose(.certification, if: old.certification != new.certification)
        lose(.transaction, if: !old.transaction.isEmpty)
    }

    mutating func convert(_ old: RecordView, of record: TemplateRecord) -> RecordView {
        var new = old
        new.capture = capture(old, record)
        new.qualities = qualities(old.qualities)
        new.hasMinutiaQuality = target == .iso2011 ? old.hasMinutiaQuality : !isToCard
        lose(.ridgeEndingType, if: old.ridgeEndingType != 0 && target != .iso2011)
        if target != .iso2011 { new.ridgeEndingType = 0 }
        lose(.transaction, if: !old.otherFields.isEmpty)
        new.otherFields = []
        new.impression = impression(old.impression)
        new.minutiae = old.minutiae.map { convert($0, of: old) }
        lose(.angles, if: target.anglesPerTurn < source.anglesPerTurn && !old.minutiae.isEmpty)
        new.extendedData = old.extendedData.compactMap { convert($0) }
        if isToCard { dropWhatCardsLack(old, &new) } else if !source.isSelfDescribing { giveImage(&new) }
        return new
    }

    private mutating func capture(_ old: RecordView, _ record: TemplateRecord) -> CaptureDetails? {
        guard target == .iso2011 else {
            let details = old.capture ?? CaptureDetails()
            lose(
                .captureDetails,
                if: details.date != .notReported || details.technology != 0 || details.vendor != 0
                    || details.certificates?.isEmpty == false)
            return nil
        }
        return CaptureDetails(device: record.captureDevice)
    }

    private mutating func qualities(_ old: [RecordQuality]) -> [RecordQuality] {
        if isToCard {
            lose(.quality, if: old.contains { $0.reported != nil })
            return []
        }
        if target == .iso2011 || target == .ansiNIST { return old }
        var first = old.first ?? RecordQuality(score: TemplateLimits.qualityNotReported)
        let hasNames = isToINCITS && target != .ansi2004
        lose(.qualityDetails, if: old.count > 1 || (!hasNames && (first.vendor, first.algorithm) != (0, 0)))
        if !hasNames { (first.vendor, first.algorithm) = (0, 0) }
        if first.reported == nil, !target.hasQualitySpecials { first.score = 0 }
        return [first]
    }

    /// A code beyond four bits becomes the commonest, and is lost.
    private mutating func impression(_ old: ImpressionType) -> ImpressionType {
        guard hasCommonImage, old.rawValue > 15 else { return isToCard ? .unknown : old }
        lose(.impression)
        return .liveScanPlain
    }

    private mutating func convert(_ old: RecordMinutia, of view: RecordView) -> RecordMinutia {
        var new = old
        new.angle = angles.convert(old.angle)
        let reported = view.hasMinutiaQuality && old.quality <= TemplateLimits.quality
        if isToCard {
            lose(.minutiaQuality, if: reported && old.quality > 0)
            new.quality = TemplateLimits.qualityNotReported
        } else if !target.hasQualitySpecials {
            new.quality = reported ? old.quality : 0
        } else if !source.hasQualitySpecials {
            new.quality = reported && old.quality > 0 ? old.quality : TemplateLimits.qualityNotReported
        }
        guard let units = target.cardUnitsPerCentimetre else { return new }
        new.x = Self.scale(old.x, from: view.image.horizontalResolution, to: units)
        new.y = Self.scale(old.y, from: view.image.verticalResolution, to: units)
        lose(.resolution, if: units < view.image.horizontalResolution)
        return new
    }

    private static func scale(_ value: UInt16, from: Int, to: Int) -> UInt16 {
        // A resolution of 0 is refused when the record is written.
        from == to || from <= 0 ? value : UInt16(clamping: (2 * Int(value) * to + from) / (2 * from))
    }

    private mutating func dropWhatCardsLack(_ old: RecordView, _ new: inout RecordView) {
        lose(.position, if: old.position != .unknownFinger)
        lose(.impression, if: old.impression != .unknown)
        lose(.viewNumber, if: old.number != 0)
        lose(.image, if: old.image.width != 0)
        (new.position, new.number, new.image) = (.unknownFinger, 0, StatedImage(card: target))
    }

    /// The smallest image that holds what a card holds.
    private func giveImage(_ view: inout RecordView) {
        (view.image.width, view.image.height) = view.extent
    }
}
