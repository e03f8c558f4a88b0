/// What a record had that the format it was converted to does not hold.
public enum ConversionLoss: String, Hashable, Sendable, CaseIterable {
    case position
    case impression
    case image
    case viewNumber = "view-number"
    case quality
    /// Vendor and algorithm of a quality, or all qualities but the first.
    case qualityDetails = "quality-details"
    case minutiaQuality = "minutia-quality"
    /// Places became coarser.
    case resolution
    /// Angles became coarser.
    case angles
    case product
    case captureDevice = "capture-device"
    case certification
    case captureDetails = "capture-details"
    case ridgeEndingType = "ridge-ending-type"
    case extendedData = "extended-data"
    case transaction
}
