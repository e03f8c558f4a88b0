/// The finger minutiae record format of ISO/IEC 19794-2:2005, clause 7 (`FMR`, version ` 20`), big-endian.
///
///     24 bytes  header: format, version, total length, equipment, image size, resolution, number of views
///      4 bytes  per view: position, view number and impression, quality, number of minutiae
///      6 bytes    per minutia: type and x, y, angle, quality
///      2 bytes    length of the extended data, then the data
public enum ISO19794_2_2005 {
    static let headerBytes = 24

    /// Reads a record. What is read in spite of the standard is listed at ``TemplateDeviation``.
    ///
    /// - Parameter bytes: the whole record, at most `TemplateLimits.recordBytes`.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes, one pass.
    public static func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        try TemplateFormat.iso2005.refuseSize(bytes.count)
        var reader = RecordReader(bytes)
        _ = try FMRSignature.read(&reader, as: .iso2005)
        let length = try RecordLength(declared: try readTotalLength(&reader), of: bytes, offset: 8)
        let captureField = try reader.word(RecordField.captureDevice)
        return try CommonImageRecord.decode(reader, .iso2005, length, captureField, product: nil)
    }

    /// Reads the total length. ANSI INCITS 378-2004 has the same identifier and version but two bytes of length,
    /// and where these are zero four more: no record of either standard is shorter than its header, which tells them
    /// apart.
    private static func readTotalLength(_ reader: inout RecordReader) throws(TemplateError) -> Int {
        let offset = reader.offset
        let length = try reader.doubleWord(RecordField.totalLength)
        let upper = length >> 16
        if upper >= INCITS378_2004.headerBytes {
            throw FMRSignature.otherFormat(
                TemplateFormat.ansi2004.title, value: upper, offset: offset, wanted: .iso2005)
        }
        if length < headerBytes {
            throw FMRSignature.otherFormat(
                "\(TemplateFormat.ansi2004.title) with the long length", value: length, offset: offset,
                wanted: .iso2005)
        }
        return length
    }

    /// Writes a record; its views must agree on their image, of which the standard has one.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    /// - Complexity: O(*n*) in the bytes.
    public static func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        var writer = RecordWriter(capacity: CommonImageRecord.sizeEstimate(record))
        writer.append(FMRSignature.identifier)
        writer.append(FMRSignature.version20)
        writer.doubleWord(0)
        try CommonImageRecord.write(record, .iso2005, to: &writer)
        return try writer.finish(lengthAt: 8)
    }

    /// Writes a record of templates at 500 dpi (197 pixels per centimetre), without a named capture device.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold.
    public static func encode(_ templates: [FingerTemplate]) throws(TemplateError) -> [UInt8] {
        try encode(TemplateRecord(templates))
    }
}
