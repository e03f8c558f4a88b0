/// The finger minutiae record of ANSI INCITS 378-2009 (`FMR`, version `030`) and of its Amendment 1 (version `035`),
/// big-endian.
///
///     21 bytes  header: format, version, total length, product, certification, equipment, number of views
///     17 bytes  per view: position, view number, impression, quality and whose it is, image size, resolution,
///               number of minutiae
///      6 bytes    per minutia: type and x, y, angle in steps of two degrees, quality
///      2 bytes    length of the extended data, then the data
public enum INCITS378_2009 {
    static let headerBytes = 21
    static let viewHeaderBytes = 17

    /// Reads a record of the standard, or with `amended` of Amendment 1.
    ///
    /// - Parameter bytes: the whole record, at most `TemplateLimits.recordBytes`.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes, one pass; two where the header lacks its certification.
    public static func decode(_ bytes: [UInt8], amended: Bool = false) throws(TemplateError) -> TemplateRecord {
        let format = TemplateFormat.ansi2009(amended: amended)
        try format.refuseSize(bytes.count)
        do throws(TemplateError) { return try decode(bytes, format, hasCertification: true) } catch {
            guard !amended, let draft = try? decode(bytes, format, hasCertification: false) else { throw error }
            return draft
        }
    }

    /// - Parameter hasCertification: else the header is that of a draft, one byte shorter: four bits of certification
    ///   and twelve of device, as in 2004.
    private static func decode(
        _ bytes: [UInt8], _ format: TemplateFormat, hasCertification: Bool
    ) throws(TemplateError) -> TemplateRecord {
        var reader = RecordReader(bytes)
        _ = try FMRSignature.read(&reader, as: format)
        let length = try RecordLength(
            declared: try reader.doubleWord(RecordField.totalLength), of: bytes, offset: 8)
        let product = ProductIdentifier(
            vendor: UInt16(try reader.word(RecordField.productVendor)),
            type: UInt16(try reader.word(RecordField.productType)))
        let certification = hasCertification ? try reader.byte(RecordField.certification) : 0
        let device = try reader.word(RecordField.captureDevice)
        var views = ViewReader(reader, format)
        if !hasCertification { views.note(.draftHeader, view: nil) }
        let count = try views.reader.byte(RecordField.viewCount, in: 1...TemplateLimits.viewsPerRecord)
        if try views.reader.byte(RecordField.reserved) != 0 { views.note(.reservedBits, view: nil) }
        let read = try views.readAll(count, leastBytes: viewHeaderBytes + 2, readView)
        let deviation = try length.deviation(whereViewsEnd: views.reader.offset)
        return TemplateRecord(
            format: format, product: product,
            captureDevice: UInt16(hasCertification ? device : device & RecordBits.device),
            certification: UInt8(hasCertification ? certification : device >> 12), views: read,
            deviations: (deviation.map { [$0] } ?? []) + views.deviations)
    }

    private static func readView(_ views: inout ViewReader, _ view: Int) throws(TemplateError) -> RecordView {
        func named(_ field: String) -> String { RecordField.named(field, view: view) }
        let position = try views.readPosition(view)
        let number = try views.reader.byte(named(RecordField.viewNumber), in: 0...Int(TemplateLimits.viewNumber))
        let impression = try views.impression(try views.reader.byte(named(RecordField.impression)), view)
        let quality = RecordQuality(
            score: try views.readQuality(view), vendor: UInt16(try views.reader.word(named(RecordField.qualityVendor))),
            algorithm: UInt16(try views.reader.word(named(RecordField.qualityAlgorithm))))
        let image = try views.reader.image(named)
        let count = try views.reader.byte(named(RecordField.minutiaCount))
        let minutiae = try views.readMinutiae(count, in: image, view)
        views.noteNumber(number, of: position, view)
        let extended = try views.readExtendedData(view)
        return RecordView(
            position: position, number: UInt8(number), impression: impression, qualities: [quality], image: image,
            minutiae: minutiae, extendedData: extended)
    }

    /// Writes a record of the standard, or with `amended` of Amendment 1.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    /// - Complexity: O(*n*) in the bytes.
    public static func encode(_ record: TemplateRecord, amended: Bool = false) throws(TemplateError) -> [UInt8] {
        let format = TemplateFormat.ansi2009(amended: amended)
        var writer = RecordWriter(capacity: CommonImageRecord.sizeEstimate(record))
        writer.append(FMRSignature.identifier)
        writer.append(amended ? FMRSignature.version035 : FMRSignature.version030)
        writer.doubleWord(0)
        let product = record.product ?? ProductIdentifier(vendor: 0, type: 0)
        writer.word(Int(product.vendor))
        writer.word(Int(product.type))
        writer.byte(Int(record.certification))
        writer.word(Int(record.captureDevice))
        try writer.refuseViewCount(record.views.count)
        writer.byte(record.views.count)
        writer.byte(0)
        for (index, view) in record.views.enumerated() { try write(view, format, to: &writer, index + 1) }
        return try writer.finish(lengthAt: 8)
    }

    private static func write(
        _ view: RecordView, _ format: TemplateFormat, to writer: inout RecordWriter, _ number: Int
    ) throws(TemplateError) {
        func named(_ field: String) -> String { RecordField.named(field, view: number) }
        writer.byte(Int(view.position.rawValue))
        try writer.writeNumber(view.number, shifted: false, impression: view.impression, number)
        writer.byte(Int(view.impression.rawValue))
        let quality = try writer.onlyQuality(view, named(RecordField.quality))
        try writer.write(quality.score, format, named(RecordField.quality))
        writer.word(Int(quality.vendor))
        writer.word(Int(quality.algorithm))
        try writer.write(view.image, named)
        try writer.writeMinutiae(of: view, format, number)
        try writer.writeExtendedData(of: view, format, number)
    }
}

extension TemplateFormat {
    fileprivate static func ansi2009(amended: Bool) -> TemplateFormat { amended ? .ansi2009Amendment1 : .ansi2009 }
}
