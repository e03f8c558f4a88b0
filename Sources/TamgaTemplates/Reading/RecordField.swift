/// The names of fields in errors, as the standards have them.
enum RecordField {
    static let record = "record"
    static let formatIdentifier = "format identifier"
    static let version = "format version"
    static let totalLength = "total record length"
    static let productVendor = "product vendor"
    static let productType = "product type"
    static let captureDevice = "capture equipment"
    static let certification = "capture equipment certification"
    static let width = "image width"
    static let height = "image height"
    static let horizontalResolution = "horizontal resolution"
    static let verticalResolution = "vertical resolution"
    static let viewCount = "number of finger views"
    static let reserved = "reserved byte"
    static let endOfViews = "end of the last finger view"

    static let position = "finger position"
    static let viewNumber = "view number"
    static let impression = "impression type"
    static let quality = "finger quality"
    static let qualityCount = "number of quality records"
    static let qualityVendor = "quality vendor"
    static let qualityAlgorithm = "quality algorithm"
    static let minutiaCount = "number of minutiae"
    static let minutiae = "minutiae"
    static let extendedData = "extended data"
    static let extendedLength = "extended data length"
    static let itemLength = "extended data item length"

    static let representationLength = "representation length"
    static let captureDate = "capture date"
    static let technology = "capture technology"
    static let captureVendor = "capture device vendor"
    static let certificates = "certification records"
    static let minutiaSize = "bytes of a minutia"

    static let kind = "type"
    static let x = "x"
    static let y = "y"
    static let angle = "angle"
    static let minutiaQuality = "quality"

    /// The name of a view's field, for example `view 2: finger quality`; views count from 1.
    static func named(_ field: String, view: Int) -> String {
        "view \(view): \(field)"
    }

    /// The name of a minutia's field, for example `view 2: minutia 14: x`; both count from 1.
    static func named(_ field: String, view: Int, minutia: Int) -> String {
        "view \(view): minutia \(minutia): \(field)"
    }
}
