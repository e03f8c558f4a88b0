/// One record of a template standard, read: its finger views at 500 dpi and what its header says.
public struct TemplateRecord: Hashable, Sendable {
    /// The finger views in the order of the record, coordinates at 500 dpi.
    public var views: [FingerTemplate]
    /// Identifier of the capture equipment, 12 bits; 0 for not reported.
    public var captureDevice: UInt16
    /// Certification bits of the capture equipment, the upper four bits of its field.
    public var certification: UInt8
    /// The image as the header states it; nil in a record that was not decoded.
    public var statedImage: StatedImage?
    /// Bytes of extended data that were checked for length and skipped, all views together.
    public var extendedDataBytes: Int
    /// The leniency that was needed; empty for a record that keeps to its standard.
    public var deviations: [TemplateDeviation]

    /// A record of these views, to be encoded; what a header states beyond them is optional.
    public init(
        views: [FingerTemplate], captureDevice: UInt16 = 0, certification: UInt8 = 0,
        statedImage: StatedImage? = nil, extendedDataBytes: Int = 0, deviations: [TemplateDeviation] = []
    ) {
        self.views = views
        self.captureDevice = captureDevice
        self.certification = certification
        self.statedImage = statedImage
        self.extendedDataBytes = extendedDataBytes
        self.deviations = deviations
    }
}

/// Size and resolution of the image before normalisation, as a record's header states them.
public struct StatedImage: Hashable, Sendable {
    /// Pixels.
    public var width: Int
    public var height: Int
    /// Pixels per centimetre.
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
