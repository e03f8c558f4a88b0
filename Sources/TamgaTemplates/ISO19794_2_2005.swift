/// The finger minutiae record format of ISO/IEC 19794-2:2005, clause 7 (`FMR`, version ` 20`), big-endian.
///
///     24 bytes  header: format, version, total length, equipment, image size, resolution, number of views
///      4 bytes  per view: position, view number and impression, quality, number of minutiae
///      6 bytes    per minutia: type and x, y, angle, quality
///      2 bytes    length of the extended data, then the data
///
/// Card formats, ISO/IEC 19794-2:2011 and ANSI INCITS 378 are other formats: `decode` names them and refuses.
public enum ISO19794_2_2005 {
    static let formatIdentifier: [UInt8] = [0x46, 0x4D, 0x52, 0x00]
    static let version: [UInt8] = [0x20, 0x32, 0x30, 0x00]
    /// Bytes of the header, of a view's header, of a minutia, of an extended data item's header.
    static let headerBytes = 24
    static let viewHeaderBytes = 4
    static let minutiaBytes = 6
    static let itemHeaderBytes = 4
    /// The lower 14 bits of a coordinate's field; the upper two hold the type, or are reserved.
    static let coordinateMask = 0x3FFF
    /// The lower 12 bits of the equipment's field; the upper four are its certification.
    static let deviceMask = 0x0FFF
}

/// The names of the fields in errors, as the standard has them.
enum ISOField {
    static let formatIdentifier = "format identifier"
    static let version = "format version"
    static let totalLength = "total record length"
    static let captureDevice = "capture equipment"
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
    static let minutiaCount = "number of minutiae"
    static let minutiae = "minutiae"
    static let extendedLength = "extended data length"
    static let itemLength = "extended data item length"

    static let kind = "type"
    static let x = "x"
    static let y = "y"
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
