extension ISO19794_2_2005 {
    /// What the header says, checked; sizes also at 500 dpi.
    struct Header {
        var captureField: Int
        var image: StatedImage
        /// Pixels at 500 dpi; a stated coordinate never normalises beyond them.
        var width: Int
        var height: Int
        var viewCount: Int
        var reserved: Int
    }

    /// Reads the 12 bytes after the total length.
    static func readHeader(_ reader: inout RecordReader) throws(TemplateError) -> Header {
        let captureField = try reader.word(ISOField.captureDevice)
        let sizeOffset = reader.offset
        let statedWidth = try reader.word(ISOField.width)
        let statedHeight = try reader.word(ISOField.height)
        let horizontal = try resolution(&reader, ISOField.horizontalResolution)
        let vertical = try resolution(&reader, ISOField.verticalResolution)
        try refuseAnisotropy(horizontal, vertical, offset: reader.offset - 2)
        let width = try side(statedWidth, at: horizontal, ISOField.width, offset: sizeOffset)
        let height = try side(statedHeight, at: vertical, ISOField.height, offset: sizeOffset + 2)
        let image = StatedImage(
            width: statedWidth, height: statedHeight, horizontalResolution: horizontal, verticalResolution: vertical)
        let viewCount = try viewCount(&reader)
        let reserved = try reader.byte(ISOField.reserved)
        return Header(
            captureField: captureField, image: image, width: width, height: height, viewCount: viewCount,
            reserved: reserved)
    }

    private static func resolution(_ reader: inout RecordReader, _ field: String) throws(TemplateError) -> Int {
        let allowed = TemplateLimits.pixelsPerCentimetre
        let value = try reader.word(field)
        guard allowed.contains(value) else {
            throw TemplateError(
                .outOfRange, field: field, offset: reader.offset - 2, value: value,
                limit: "\(allowed.lowerBound) to \(allowed.upperBound) pixels per centimetre")
        }
        return value
    }

    /// Angles are read as they stand, so the axes must agree closely enough for them to stay true.
    private static func refuseAnisotropy(_ first: Int, _ second: Int, offset: Int) throws(TemplateError) {
        let percent = TemplateLimits.anisotropyPercent
        guard max(first, second) * 100 <= min(first, second) * (100 + percent) else {
            throw TemplateError(
                .outOfRange, field: ISOField.verticalResolution, offset: offset, value: second,
                limit: "within \(percent) percent of the horizontal resolution, \(first)")
        }
    }

    /// The image's side at 500 dpi: at least one pixel, and no coordinate of it beyond the limit.
    private static func side(
        _ stated: Int, at resolution: Int, _ field: String, offset: Int
    ) throws(TemplateError) -> Int {
        let pixels = max(1, ResolutionScale(pixelsPerCentimetre: resolution).at500DPI(stated))
        guard stated > 0, pixels <= TemplateLimits.coordinate else {
            throw TemplateError(
                .outOfRange, field: field, offset: offset, value: stated,
                limit: "1 to \(TemplateLimits.coordinate) pixels at 500 dpi")
        }
        return pixels
    }

    private static func viewCount(_ reader: inout RecordReader) throws(TemplateError) -> Int {
        let count = try reader.byte(ISOField.viewCount)
        guard 1...TemplateLimits.viewsPerRecord ~= count else {
            throw TemplateError(
                .outOfRange, field: ISOField.viewCount, offset: reader.offset - 1, value: count,
                limit: "1 to \(TemplateLimits.viewsPerRecord)")
        }
        return count
    }
}
