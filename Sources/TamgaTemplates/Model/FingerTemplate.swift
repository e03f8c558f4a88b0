/// The minutiae of one view of one finger: validated, at 500 dpi, ready to be described.
///
/// A value of this type has passed every check of its codec; inner code does not check again.
public struct FingerTemplate: Hashable, Sendable {
    public var position: FingerPosition
    /// The view number within the record, 0 to 15.
    public var view: UInt8
    public var impression: ImpressionType
    /// Quality 0 to 100 as the record states it; nil where it does not.
    public var quality: UInt8?
    /// Width and height of the image, pixels at 500 dpi.
    public var width: Int
    public var height: Int
    /// At most `TemplateLimits.minutiaePerView` minutiae, in the order of the record.
    public var minutiae: [Minutia]

    /// A template of these values, unchecked: codecs check, and a synthesiser makes what is valid.
    public init(
        position: FingerPosition, view: UInt8 = 0, impression: ImpressionType = .liveScanPlain,
        quality: UInt8? = nil, width: Int, height: Int, minutiae: [Minutia]
    ) {
        self.position = position
        self.view = view
        self.impression = impression
        self.quality = quality
        self.width = width
        self.height = height
        self.minutiae = minutiae
    }
}
