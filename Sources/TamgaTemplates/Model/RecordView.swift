/// One view of a record as its bytes say it: coordinates in pixels of the record, angles in steps of its format.
public struct RecordView: Hashable, Sendable {
    public var position: FrictionRidgePosition
    /// 0 to ``TemplateLimits/viewNumber``.
    public var number: UInt8
    public var impression: ImpressionType
    /// What was said of the quality of the image; empty in card formats.
    public var qualities: [RecordQuality]
    public var image: StatedImage
    /// Of which points of the ridge the minutiae are the places: ISO/IEC 19794-2:2011, 4 bits; 0 in other formats.
    public var ridgeEndingType: UInt8
    /// Whether minutiae carry a quality: always but in card formats and the five-byte minutiae of 2011.
    public var hasMinutiaQuality: Bool
    /// At most ``TemplateLimits/minutiaePerView``, in the order of the record.
    public var minutiae: [RecordMinutia]
    public var extendedData: [ExtendedDataItem]
    /// Date, device and certificates of one capture: ISO/IEC 19794-2:2011 only.
    public var capture: CaptureDetails?
    /// Fields of a Type-9 record beyond the M1 block, kept as they came.
    public var otherFields: [NISTField]

    /// A view of these values, unchecked: encoding checks.
    public init(
        position: FrictionRidgePosition = .unknownFinger, number: UInt8 = 0,
        impression: ImpressionType = .liveScanPlain, qualities: [RecordQuality] = [], image: StatedImage,
        ridgeEndingType: UInt8 = 0, hasMinutiaQuality: Bool = true, minutiae: [RecordMinutia] = [],
        extendedData: [ExtendedDataItem] = [], capture: CaptureDetails? = nil, otherFields: [NISTField] = []
    ) {
        (self.position, self.number, self.impression) = (position, number, impression)
        (self.qualities, self.image, self.ridgeEndingType) = (qualities, image, ridgeEndingType)
        (self.hasMinutiaQuality, self.minutiae) = (hasMinutiaQuality, minutiae)
        (self.extendedData, self.capture, self.otherFields) = (extendedData, capture, otherFields)
    }
}

extension RecordView {
    /// The smallest image that holds the minutiae, pixels of the record.
    package var extent: (width: Int, height: Int) {
        ((minutiae.map { Int($0.x) }.max() ?? 0) + 1, (minutiae.map { Int($0.y) }.max() ?? 0) + 1)
    }
}

/// A minutia as the record says it.
public struct RecordMinutia: Hashable, Sendable {
    /// Pixels of the record, or a card's units.
    public var x: UInt16
    public var y: UInt16
    /// Steps of ``TemplateFormat/anglesPerTurn``, counter-clockwise from the x axis to the right.
    public var angle: UInt8
    public var kind: MinutiaKind
    /// 0 to 100; 254 for not reported, 255 for failed to compute where the format has these.
    public var quality: UInt8

    /// A minutia of these values, unchecked.
    public init(x: UInt16, y: UInt16, angle: UInt8, kind: MinutiaKind, quality: UInt8) {
        (self.x, self.y, self.angle, self.kind, self.quality) = (x, y, angle, kind, quality)
    }
}

/// A quality and whose it is.
public struct RecordQuality: Hashable, Sendable {
    /// 0 to 100; 254 for not reported, 255 for failed to compute where the format has these.
    public var score: UInt8
    /// The vendor of the algorithm as IBIA registers it; 0 where the format has none.
    public var vendor: UInt16
    public var algorithm: UInt16

    /// A score; vendor and algorithm where the format has them.
    public init(score: UInt8, vendor: UInt16 = 0, algorithm: UInt16 = 0) {
        (self.score, self.vendor, self.algorithm) = (score, vendor, algorithm)
    }

    /// The score where there is one, 0 to 100.
    public var reported: UInt8? { score <= TemplateLimits.quality ? score : nil }
}

/// Size and resolution of the image before normalisation, as a record states them.
public struct StatedImage: Hashable, Sendable {
    /// Pixels; 0 in card formats, which state no image.
    public var width: Int
    public var height: Int
    /// Pixels per centimetre; a card's units.
    public var horizontalResolution: Int
    public var verticalResolution: Int

    /// Sizes in pixels, resolutions in pixels per centimetre.
    public init(width: Int, height: Int, horizontalResolution: Int, verticalResolution: Int) {
        self.width = width
        self.height = height
        self.horizontalResolution = horizontalResolution
        self.verticalResolution = verticalResolution
    }
}
