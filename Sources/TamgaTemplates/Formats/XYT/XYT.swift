/// Minutiae as lines of text, `x y theta [quality]`, which NIST's mindtct writes and bozorth3 reads (NBIS, `.xyt`).
///
/// Two conventions are about, and the text does not say which one it keeps to:
///
/// | convention | origin | theta, whole degrees counter-clockwise |
/// |---|---|---|
/// | `nist` (mindtct as it is) | lower left corner, y upwards | out of the ridge ending, 180 degrees from ISO/IEC's |
/// | `m1` (mindtct -m1) | upper left corner, y downwards | as in INCITS 378, in steps of two degrees |
///
/// It has no image, resolution, position or type: whoever reads it must know the image; all types are `other`.
public enum XYT {
    /// What the numbers of a line mean.
    public enum Convention: String, Hashable, Sendable, CaseIterable {
        case nist
        case m1
    }

    /// Reads lines of three or four numbers; empty lines are passed over.
    ///
    /// - Parameter image: of which the minutiae are; pixels and pixels per centimetre.
    /// - Returns: a record of one view in the units of ISO/IEC 19794-2:2005.
    /// - Throws: `TemplateError` naming line and field; the offset is the line's.
    /// - Complexity: O(*n*) in the bytes.
    public static func decode(
        _ bytes: [UInt8], _ convention: Convention, image: StatedImage
    ) throws(TemplateError) -> TemplateRecord {
        try TemplateFormat.iso2005.refuseSize(bytes.count)
        var writer = RecordWriter(capacity: 8)
        try writer.write(image) { $0 }
        var minutiae: [RecordMinutia] = []
        for (number, line) in lines(bytes) {
            guard minutiae.count < TemplateLimits.minutiaePerView else {
                throw TemplateError(
                    .tooLarge, field: "line \(number)", offset: line.startIndex, value: minutiae.count + 1,
                    limit: "at most \(TemplateLimits.minutiaePerView) minutiae")
            }
            minutiae.append(try minutia(line, number, convention, image))
        }
        let view = RecordView(
            impression: .liveScanPlain, qualities: [RecordQuality(score: 0)], image: image, minutiae: minutiae)
        return TemplateRecord(format: .iso2005, views: [view])
    }

    private static func lines(_ bytes: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { ($0 + 1, $1.last == 0x0D ? $1.dropLast() : $1) }
            .filter { _, line in line.contains { $0 != 0x20 } }
    }

    private static func minutia(
        _ line: ArraySlice<UInt8>, _ number: Int, _ convention: Convention, _ image: StatedImage
    ) throws(TemplateError) -> RecordMinutia {
        let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
        func error(_ code: TemplateError.Code, _ field: String, _ value: Int, _ limit: String) -> TemplateError {
            TemplateError(
                code, field: "line \(number): \(field)", offset: line.startIndex, value: value, limit: limit)
        }
        guard 3...4 ~= words.count else {
            throw error(.badLength, "numbers", words.count, "x y theta, and a quality or none")
        }
        func value(_ index: Int, _ field: String, _ most: Int) throws(TemplateError) -> Int {
            guard let value = NISTNumber.read(words[index]), value <= most else {
                throw error(.outOfRange, field, NISTNumber.read(words[index]) ?? -1, "0 to \(most), in digits")
            }
            return value
        }
        let (x, y) = (try value(0, "x", image.width), try value(1, "y", image.height))
        let theta = try value(2, "theta", convention == .m1 ? 179 : 359)
        let quality = words.count == 4 ? try value(3, "quality", Int(TemplateLimits.quality)) : 0
        let degrees = convention == .m1 ? 2 * theta : theta + 180
        return RecordMinutia(
            x: UInt16(x), y: UInt16(convention == .m1 ? y : image.height - y),
            angle: UInt8(truncatingIfNeeded: (2 * degrees * 256 + 360) / 720 % 256), kind: .other,
            quality: UInt8(quality))
    }

    /// Writes the minutiae of a template, a line each, with their qualities.
    ///
    /// - Complexity: O(*n*) in the minutiae.
    public static func encode(_ template: FingerTemplate, _ convention: Convention) -> [UInt8] {
        let lines = template.minutiae.map { minutia in
            let degrees = (Int(minutia.angle) * 360 * 2 + 256) / 512
            let theta = convention == .m1 ? (degrees + 1) / 2 % 180 : (degrees + 180) % 360
            let y = convention == .m1 ? Int(minutia.y) : template.height - Int(minutia.y)
            return "\(minutia.x) \(y) \(theta) \(minutia.quality)\n"
        }
        return Array(lines.joined().utf8)
    }
}
