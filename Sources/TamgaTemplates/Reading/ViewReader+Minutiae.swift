extension ViewReader {
    /// One minutia as its bytes say it, not checked.
    private struct Fields {
        var kind: Int
        var x: Int
        var reserved: Int
        var y: Int
        var angle: UInt8
        var quality: UInt8

        /// `bytes`: at least five from `start` on, six where there is a quality.
        init(_ bytes: borrowing Span<UInt8>, at start: Int, hasQuality: Bool) {
            let first = Int(bytes[start]) << 8 | Int(bytes[start + 1])
            let second = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
            kind = first >> 14
            x = first & RecordBits.coordinate
            reserved = second >> 14
            y = second & RecordBits.coordinate
            angle = bytes[start + 4]
            quality = hasQuality ? bytes[start + 5] : TemplateLimits.qualityNotReported
        }

        /// The minutia when every field of it is allowed, else nil.
        func checked(in image: StatedImage, _ format: TemplateFormat, hasQuality: Bool) -> RecordMinutia? {
            guard x <= image.width, y <= image.height, Int(angle) < format.anglesPerTurn,
                !hasQuality || format.allowsQuality(quality),
                let kind = MinutiaKind(rawValue: UInt8(truncatingIfNeeded: kind))
            else { return nil }
            return RecordMinutia(x: UInt16(x), y: UInt16(y), angle: angle, kind: kind, quality: quality)
        }
    }

    /// Reads so many minutiae of six bytes, or of five without a quality; their bytes must all be there.
    mutating func readMinutiae(
        _ count: Int, in image: StatedImage, hasQuality: Bool = true, _ view: Int
    ) throws(TemplateError) -> [RecordMinutia] {
        let size = hasQuality ? RecordBits.minutiaBytes : RecordBits.minutiaBytes - 1
        let start = try reader.take(count * size, RecordField.named(RecordField.minutiae, view: view))
        var onEdge = false
        var reserved = 0
        var minutiae: [RecordMinutia] = []
        minutiae.reserveCapacity(count)
        let whole = reader.bytes
        let bytes = whole.span
        for index in 0..<count {
            let offset = start + index * size
            let fields = Fields(bytes, at: offset, hasQuality: hasQuality)
            guard let minutia = fields.checked(in: image, format, hasQuality: hasQuality) else {
                throw refusal(fields, in: image, offset: offset, view: view, minutia: index + 1)
            }
            onEdge = onEdge || fields.x == image.width || fields.y == image.height
            reserved |= fields.reserved
            minutiae.append(minutia)
        }
        if onEdge { note(.coordinateOnEdge, view: view) }
        if reserved != 0 { note(.reservedBits, view: view) }
        return minutiae
    }

    /// Says which field of a refused minutia it was: the first in the order of the bytes.
    private func refusal(
        _ fields: Fields, in image: StatedImage, offset: Int, view: Int, minutia: Int
    ) -> TemplateError {
        func error(
            _ code: TemplateError.Code, _ field: String, _ place: Int, _ value: Int, _ limit: String
        ) -> TemplateError {
            TemplateError(
                code, field: RecordField.named(field, view: view, minutia: minutia), offset: offset + place,
                value: value, limit: limit)
        }
        if MinutiaKind(rawValue: UInt8(truncatingIfNeeded: fields.kind)) == nil {
            return error(.badCode, RecordField.kind, 0, fields.kind, "0 to 2")
        }
        if fields.x > image.width {
            return error(.outOfRange, RecordField.x, 0, fields.x, "the image width, \(image.width)")
        }
        if fields.y > image.height {
            return error(.outOfRange, RecordField.y, 2, fields.y, "the image height, \(image.height)")
        }
        if Int(fields.angle) >= format.anglesPerTurn {
            return error(.outOfRange, RecordField.angle, 4, Int(fields.angle), "0 to \(format.anglesPerTurn - 1)")
        }
        return error(.outOfRange, RecordField.minutiaQuality, 5, Int(fields.quality), format.qualityLimit)
    }
}

/// Sizes and masks that all binary formats share.
enum RecordBits {
    /// The lower 14 bits of a coordinate's field; the upper two hold the type, or are reserved.
    static let coordinate = 0x3FFF
    /// The lower 12 bits of the equipment's field before 2009; the upper four are its certification.
    static let device = 0x0FFF
    /// Bytes of a minutia with a quality.
    static let minutiaBytes = 6
    /// Bytes of an extended data item's type and length.
    static let itemHeaderBytes = 4
}
