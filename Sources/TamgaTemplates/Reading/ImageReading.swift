extension RecordReader {
    /// Reads width, height, horizontal and vertical resolution, two bytes each.
    mutating func image(_ name: (String) -> String = { $0 }) throws(TemplateError) -> StatedImage {
        let start = offset
        let (width, height) = (try word(name(RecordField.width)), try word(name(RecordField.height)))
        let (horizontal, vertical) = try resolutions(name)
        return try image(width, height, horizontal, vertical, at: start, name)
    }

    /// Reads both resolutions; angles are read as they stand, so the axes must agree closely enough for them to stay
    /// true.
    mutating func resolutions(_ name: (String) -> String) throws(TemplateError) -> (Int, Int) {
        let allowed = TemplateLimits.pixelsPerCentimetre
        let unit = " pixels per centimetre"
        let horizontal = try word(name(RecordField.horizontalResolution), in: allowed, unit: unit)
        let vertical = try word(name(RecordField.verticalResolution), in: allowed, unit: unit)
        try Self.refuseAnisotropy(horizontal, vertical, name(RecordField.verticalResolution), offset: offset - 2)
        return (horizontal, vertical)
    }

    /// - Throws: `.outOfRange` for axes further apart than ``TemplateLimits/anisotropyPercent``.
    static func refuseAnisotropy(
        _ horizontal: Int, _ vertical: Int, _ field: String, offset: Int
    ) throws(TemplateError) {
        let percent = TemplateLimits.anisotropyPercent
        guard max(horizontal, vertical) * 100 <= min(horizontal, vertical) * (100 + percent) else {
            throw TemplateError(
                .outOfRange, field: field, offset: offset, value: vertical,
                limit: "within \(percent) percent of the horizontal resolution, \(horizontal)")
        }
    }

    /// The image of a size that stands at an offset, once its sides were checked.
    func image(
        _ width: Int, _ height: Int, _ horizontal: Int, _ vertical: Int, at start: Int, _ name: (String) -> String
    ) throws(TemplateError) -> StatedImage {
        try Self.refuseSide(width, at: horizontal, name(RecordField.width), offset: start)
        try Self.refuseSide(height, at: vertical, name(RecordField.height), offset: start + 2)
        return StatedImage(
            width: width, height: height, horizontalResolution: horizontal, verticalResolution: vertical)
    }

    /// A side has at least one pixel and, at 500 dpi, no coordinate beyond the limit.
    static func refuseSide(
        _ stated: Int, at resolution: Int, _ field: String, offset: Int
    ) throws(TemplateError) {
        let pixels = ResolutionScale(pixelsPerCentimetre: resolution).at500DPI(stated)
        guard stated > 0, pixels <= TemplateLimits.coordinate else {
            throw TemplateError(
                .outOfRange, field: field, offset: offset, value: stated,
                limit: "1 to \(TemplateLimits.coordinate) pixels at 500 dpi")
        }
    }
}
