extension ISO19794_2_2005.ViewDecoder {
    private typealias Format = ISO19794_2_2005

    /// One minutia as its six bytes say it, not checked.
    private struct Fields {
        var kind: Int
        var x: Int
        var reserved: Int
        var y: Int
        var angle: UInt8
        var quality: UInt8

        /// `bytes`: at least six from `start` on.
        init(_ bytes: borrowing Span<UInt8>, at start: Int) {
            let first = Int(bytes[start]) << 8 | Int(bytes[start + 1])
            let second = Int(bytes[start + 2]) << 8 | Int(bytes[start + 3])
            kind = first >> 14
            x = first & Format.coordinateMask
            reserved = second >> 14
            y = second & Format.coordinateMask
            angle = bytes[start + 4]
            quality = bytes[start + 5]
        }

        /// The minutia's type when every field of it is allowed, else nil.
        func kindIfAllowed(in image: StatedImage) -> MinutiaKind? {
            guard x <= image.width, y <= image.height, quality <= TemplateLimits.quality else { return nil }
            return MinutiaKind(rawValue: UInt8(truncatingIfNeeded: kind))
        }
    }

    /// Reads the count of minutiae and the minutiae, whose bytes must all be there.
    mutating func readMinutiae(_ view: Int) throws(TemplateError) -> [Minutia] {
        let count = try reader.byte(ISOField.named(ISOField.minutiaCount, view: view))
        let start = try reader.take(count * Format.minutiaBytes, ISOField.named(ISOField.minutiae, view: view))
        let image = header.image
        let across = ResolutionScale(pixelsPerCentimetre: image.horizontalResolution)
        let down = ResolutionScale(pixelsPerCentimetre: image.verticalResolution)
        var onEdge = false
        var reserved = 0
        var minutiae: [Minutia] = []
        minutiae.reserveCapacity(count)
        let whole = reader.bytes
        let bytes = whole.span
        for index in 0..<count {
            let offset = start + index * Format.minutiaBytes
            let fields = Fields(bytes, at: offset)
            guard let kind = fields.kindIfAllowed(in: image) else {
                throw refusal(fields, offset: offset, view: view, minutia: index + 1)
            }
            onEdge = onEdge || fields.x == image.width || fields.y == image.height
            reserved |= fields.reserved
            minutiae.append(
                Minutia(
                    x: Int16(truncatingIfNeeded: across.at500DPI(fields.x)),
                    y: Int16(truncatingIfNeeded: down.at500DPI(fields.y)),
                    angle: fields.angle, kind: kind, quality: fields.quality))
        }
        if onEdge { deviations.append(TemplateDeviation(.coordinateOnEdge, view: view)) }
        if reserved != 0 { deviations.append(TemplateDeviation(.reservedBits, view: view)) }
        return minutiae
    }

    /// Says which field of a refused minutia it was: the first in the order of the bytes.
    private func refusal(_ fields: Fields, offset: Int, view: Int, minutia: Int) -> TemplateError {
        func error(
            _ code: TemplateError.Code, _ field: String, _ place: Int, _ value: Int, _ limit: String
        ) -> TemplateError {
            TemplateError(
                code, field: ISOField.named(field, view: view, minutia: minutia), offset: offset + place,
                value: value, limit: limit)
        }
        if MinutiaKind(rawValue: UInt8(truncatingIfNeeded: fields.kind)) == nil {
            return error(.badCode, ISOField.kind, 0, fields.kind, "0 to 2")
        }
        if fields.x > header.image.width {
            return error(.outOfRange, ISOField.x, 0, fields.x, "the image width, \(header.image.width)")
        }
        if fields.y > header.image.height {
            return error(.outOfRange, ISOField.y, 2, fields.y, "the image height, \(header.image.height)")
        }
        return error(
            .outOfRange, ISOField.minutiaQuality, 5, Int(fields.quality), "0 to \(TemplateLimits.quality)")
    }
}
