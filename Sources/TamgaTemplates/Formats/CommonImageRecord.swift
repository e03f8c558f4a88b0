/// What ISO/IEC 19794-2:2005 and ANSI INCITS 378-2004 have in common from the equipment's field on: one image for all
/// views, then the views.
enum CommonImageRecord {
    static let viewHeaderBytes = 4

    static func decode(
        _ reader: RecordReader, _ format: TemplateFormat, _ length: RecordLength, _ captureField: Int,
        product: ProductIdentifier?, versionHasZero: Bool = false
    ) throws(TemplateError) -> TemplateRecord {
        var views = ViewReader(reader, format)
        if versionHasZero { views.note(.versionDigits, view: nil) }
        let image = try views.reader.image()
        let count = try views.reader.byte(RecordField.viewCount, in: 1...TemplateLimits.viewsPerRecord)
        let reserved = try views.reader.byte(RecordField.reserved)
        if reserved != 0 { views.note(.reservedBits, view: nil) }
        let read = try views.readAll(count, leastBytes: viewHeaderBytes + 2) {
            views, view throws(TemplateError) in try readView(&views, image, view)
        }
        let deviation = try length.deviation(whereViewsEnd: views.reader.offset)
        return TemplateRecord(
            format: format, product: product,
            captureDevice: UInt16(truncatingIfNeeded: captureField & RecordBits.device),
            certification: UInt8(truncatingIfNeeded: captureField >> 12), views: read,
            deviations: (deviation.map { [$0] } ?? []) + views.deviations)
    }

    private static func readView(
        _ views: inout ViewReader, _ image: StatedImage, _ view: Int
    ) throws(TemplateError) -> RecordView {
        let position = try views.readPosition(view)
        let both = try views.reader.byte(RecordField.named(RecordField.viewNumber, view: view))
        let impression = try views.impression(both & 15, view)
        let quality = try views.readQuality(view)
        let count = try views.reader.byte(RecordField.named(RecordField.minutiaCount, view: view))
        let minutiae = try views.readMinutiae(count, in: image, view)
        views.noteNumber(both >> 4, of: position, view)
        let extended = try views.readExtendedData(view)
        return RecordView(
            position: position, number: UInt8(both >> 4), impression: impression,
            qualities: [RecordQuality(score: quality)], image: image, minutiae: minutiae, extendedData: extended)
    }

    static func sizeEstimate(_ record: TemplateRecord) -> Int {
        record.views.reduce(INCITS378_2004.longHeaderBytes) {
            $0 + viewHeaderBytes + 2 + $1.minutiae.count * RecordBits.minutiaBytes
        }
    }

    /// Writes everything from the equipment's field on.
    static func write(
        _ record: TemplateRecord, _ format: TemplateFormat, to writer: inout RecordWriter
    ) throws(TemplateError) {
        try writeHeader(record, to: &writer)
        for (index, view) in record.views.enumerated() {
            try write(view, format, to: &writer, index + 1)
        }
    }

    private static func writeHeader(_ record: TemplateRecord, to writer: inout RecordWriter) throws(TemplateError) {
        guard record.captureDevice <= RecordBits.device, record.certification <= 0x0F else {
            throw TemplateError(
                .outOfRange, field: RecordField.captureDevice, offset: writer.bytes.count,
                value: Int(record.certification) << 12 | Int(record.captureDevice),
                limit: "12 bits of device and 4 bits of certification")
        }
        writer.word(Int(record.certification) << 12 | Int(record.captureDevice))
        guard let image = record.views.first?.image else { return try writer.refuseViewCount(0) }
        if let other = record.views.first(where: { $0.image != image }) {
            throw TemplateError(
                .outOfRange, field: other.image.width != image.width ? RecordField.width : RecordField.height,
                offset: writer.bytes.count, value: other.image.width,
                limit: "one image size and resolution for all views")
        }
        try writer.write(image) { $0 }
        try writer.refuseViewCount(record.views.count)
        writer.byte(record.views.count)
        writer.byte(0)
    }

    private static func write(
        _ view: RecordView, _ format: TemplateFormat, to writer: inout RecordWriter, _ number: Int
    ) throws(TemplateError) {
        writer.byte(Int(view.position.rawValue))
        try writer.writeNumber(view.number, shifted: true, impression: view.impression, number)
        let field = RecordField.named(RecordField.quality, view: number)
        try writer.write(try writer.onlyQuality(view, field).score, format, field)
        try writer.writeMinutiae(of: view, format, number)
        try writer.writeExtendedData(of: view, format, number)
    }
}
