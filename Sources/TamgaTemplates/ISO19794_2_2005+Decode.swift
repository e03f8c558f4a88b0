extension ISO19794_2_2005 {
    /// Reads a record and normalises its coordinates to 500 dpi.
    ///
    /// Each axis is scaled by itself (`v * 197 / resolution`, to the nearest); angles are read as they stand, which is
    /// exact when the resolutions are equal and within half an angle unit when they differ by
    /// `TemplateLimits.anisotropyPercent`; beyond that the record is refused. What is read in spite of the standard
    /// is listed at `TemplateDeviation`. Extended data is checked for length and skipped.
    ///
    /// - Parameter bytes: the whole record, at most `TemplateLimits.recordBytes`.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes, one pass.
    public static func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        guard bytes.count <= TemplateLimits.recordBytes else {
            throw TemplateError(
                .tooLarge, field: "record", offset: 0, value: bytes.count,
                limit: "at most \(TemplateLimits.recordBytes) bytes")
        }
        var reader = RecordReader(bytes)
        try readFormat(&reader)
        let declared = try readTotalLength(&reader)
        try refuseLength(declared, given: bytes.count)
        let header = try readHeader(&reader)
        var decoder = ViewDecoder(reader: reader, header: header)
        if declared < bytes.count { decoder.deviations.append(TemplateDeviation(.oneByteBeyondLength)) }
        if header.reserved != 0 { decoder.deviations.append(TemplateDeviation(.reservedBits)) }
        let views = try decoder.readAll()
        try refuseLeftover(decoder.reader, declared: declared)
        return TemplateRecord(
            views: views, captureDevice: UInt16(truncatingIfNeeded: header.captureField & deviceMask),
            certification: UInt8(truncatingIfNeeded: header.captureField >> 12), statedImage: header.image,
            extendedDataBytes: decoder.extendedDataBytes, deviations: decoder.deviations)
    }

    /// One byte more than declared is let pass: a sample record of the standard itself is that way.
    private static func refuseLength(_ declared: Int, given: Int) throws(TemplateError) {
        let code: TemplateError.Code
        if declared > TemplateLimits.recordBytes {
            code = .tooLarge
        } else if declared > given {
            code = .truncated
        } else if declared + 1 < given {
            code = .trailingBytes
        } else {
            return
        }
        throw TemplateError(
            code, field: ISOField.totalLength, offset: 8, value: declared,
            limit: "the \(given) bytes given, at most \(TemplateLimits.recordBytes)")
    }

    /// The views must end where the record ends, as declared or as given.
    private static func refuseLeftover(_ reader: RecordReader, declared: Int) throws(TemplateError) {
        guard reader.remaining == 0 || reader.offset == declared else {
            throw TemplateError(
                .badLength, field: ISOField.endOfViews, offset: reader.offset, value: reader.offset,
                limit: "the total record length, \(declared)")
        }
    }
}
