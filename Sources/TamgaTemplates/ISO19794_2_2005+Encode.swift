extension ISO19794_2_2005 {
    /// Writes a record: views at 500 dpi (197 pixels per centimetre), no extended data, reserved fields zero.
    ///
    /// The standard has one image size for all views, so the views must agree on it. What `decode` only kept as
    /// information (the stated image, extended data, deviations) is not written: a record that was plain and at
    /// 197 pixels per centimetre comes back byte for byte.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    /// - Complexity: O(*n*) in the minutiae.
    public static func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        let (width, height) = try commonSize(record.views)
        let total = try encodedBytes(record.views)
        guard record.captureDevice <= deviceMask, record.certification <= 0x0F else {
            throw TemplateError(
                .outOfRange, field: ISOField.captureDevice, offset: 12,
                value: Int(record.certification) << 12 | Int(record.captureDevice),
                limit: "12 bits of device and 4 bits of certification")
        }
        var writer = RecordWriter(capacity: total)
        writer.append(formatIdentifier)
        writer.append(version)
        writer.doubleWord(total)
        writer.word(Int(record.certification) << 12 | Int(record.captureDevice))
        writer.word(width)
        writer.word(height)
        writer.word(TemplateLimits.pixelsPerCentimetreAt500DPI)
        writer.word(TemplateLimits.pixelsPerCentimetreAt500DPI)
        writer.byte(record.views.count)
        writer.byte(0)
        for (index, template) in record.views.enumerated() {
            try write(template, view: index + 1, to: &writer)
        }
        return writer.bytes
    }

    /// Writes a record of views without a named capture device.
    public static func encode(_ views: [FingerTemplate]) throws(TemplateError) -> [UInt8] {
        try encode(TemplateRecord(views: views))
    }

    private static func commonSize(_ views: [FingerTemplate]) throws(TemplateError) -> (width: Int, height: Int) {
        guard let first = views.first, views.count <= TemplateLimits.viewsPerRecord else {
            throw TemplateError(
                .outOfRange, field: ISOField.viewCount, offset: 22, value: views.count,
                limit: "1 to \(TemplateLimits.viewsPerRecord)")
        }
        let allowed = 1...TemplateLimits.coordinate
        for view in views {
            guard allowed.contains(view.width), view.width == first.width else {
                throw TemplateError(
                    .outOfRange, field: ISOField.width, offset: 14, value: view.width,
                    limit: "1 to \(TemplateLimits.coordinate) pixels, the same in all views")
            }
            guard allowed.contains(view.height), view.height == first.height else {
                throw TemplateError(
                    .outOfRange, field: ISOField.height, offset: 16, value: view.height,
                    limit: "1 to \(TemplateLimits.coordinate) pixels, the same in all views")
            }
        }
        return (first.width, first.height)
    }

    private static func encodedBytes(_ views: [FingerTemplate]) throws(TemplateError) -> Int {
        let total = views.reduce(headerBytes) { sum, view in
            sum + viewHeaderBytes + view.minutiae.count * minutiaBytes + 2
        }
        guard total <= TemplateLimits.recordBytes else {
            throw TemplateError(
                .tooLarge, field: ISOField.totalLength, offset: 8, value: total,
                limit: "at most \(TemplateLimits.recordBytes) bytes")
        }
        return total
    }
}
