/// The finger minutiae record of ANSI INCITS 378-2004 (`FMR`, version ` 20`), big-endian.
///
///     26 bytes  header: format, version, total length (2 bytes, or 0 and 4 more), product, equipment, image size,
///               resolution, number of views
///      4 bytes  per view: position, view number and impression, quality, number of minutiae
///      6 bytes    per minutia: type and x, y, angle in steps of two degrees, quality
///      2 bytes    length of the extended data, then the data
public enum INCITS378_2004 {
    static let headerBytes = 26
    static let longHeaderBytes = 30

    /// Reads a record. What is read in spite of the standard is listed at ``TemplateDeviation``.
    ///
    /// - Parameter bytes: the whole record, at most `TemplateLimits.recordBytes`.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes, one pass.
    public static func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        try TemplateFormat.ansi2004.refuseSize(bytes.count)
        var reader = RecordReader(bytes)
        let hasZero = try FMRSignature.read(&reader, as: .ansi2004)
        let (declared, isLong) = try readTotalLength(&reader)
        let length = try RecordLength(declared: declared, of: bytes, offset: isLong ? 10 : 8)
        let product = ProductIdentifier(
            vendor: UInt16(try reader.word(RecordField.productVendor)),
            type: UInt16(try reader.word(RecordField.productType)))
        let captureField = try reader.word(RecordField.captureDevice)
        var record = try CommonImageRecord.decode(
            reader, .ansi2004, length, captureField, product: product, versionHasZero: hasZero)
        if isLong, declared <= Int(UInt16.max) { record.deviations.append(TemplateDeviation(.longLengthForm)) }
        return record
    }

    private static func readTotalLength(
        _ reader: inout RecordReader
    ) throws(TemplateError) -> (declared: Int, isLong: Bool) {
        let offset = reader.offset
        let short = try reader.word(RecordField.totalLength)
        if short >= headerBytes { return (short, false) }
        let long = short == 0 ? try reader.doubleWord(RecordField.totalLength) : short
        if short == 0, long >= longHeaderBytes, (long >> 16) < ISO19794_2_2005.headerBytes { return (long, true) }
        throw FMRSignature.otherFormat(
            TemplateFormat.iso2005.title, value: short, offset: offset, wanted: .ansi2004)
    }

    /// Writes a record; its views must agree on their image, of which the standard has one.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    /// - Complexity: O(*n*) in the bytes.
    public static func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        let short = try encode(record, isLong: false)
        return short.count <= Int(UInt16.max) ? short : try encode(record, isLong: true)
    }

    private static func encode(_ record: TemplateRecord, isLong: Bool) throws(TemplateError) -> [UInt8] {
        var writer = RecordWriter(capacity: CommonImageRecord.sizeEstimate(record))
        writer.append(FMRSignature.identifier)
        writer.append(FMRSignature.version20)
        writer.word(0)
        if isLong { writer.doubleWord(0) }
        let product = record.product ?? ProductIdentifier(vendor: 0, type: 0)
        writer.word(Int(product.vendor))
        writer.word(Int(product.type))
        try CommonImageRecord.write(record, .ansi2004, to: &writer)
        if isLong { return try writer.finish(lengthAt: 10) }
        return try writer.finishShort(lengthAt: 8)
    }
}

extension RecordWriter {
    /// The record with its length in two bytes; left as it is where two do not hold it.
    fileprivate func finishShort(lengthAt offset: Int) throws(TemplateError) -> [UInt8] {
        var finished = bytes
        guard bytes.count <= Int(UInt16.max) else { return finished }
        finished[offset] = UInt8(truncatingIfNeeded: bytes.count >> 8)
        finished[offset + 1] = UInt8(truncatingIfNeeded: bytes.count)
        return finished
    }
}
