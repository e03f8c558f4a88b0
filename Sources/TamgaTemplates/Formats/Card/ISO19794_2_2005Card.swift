/// The card formats of ISO/IEC 19794-2:2005, clause 8: minutiae and nothing else.
///
/// | size | bytes | places | angles |
/// |---|---|---|---|
/// | normal | type and x (2), y (2), angle (1) | 0.01 mm | 1/256 turn |
/// | compact | x (1), y (1), type and angle (1) | 0.1 mm | 1/64 turn |
///
/// No byte says that a record is one: whoever reads it must know. It has no position, impression, image or quality.
public enum ISO19794_2_2005Card {
    /// Reads a record of compact size, or of normal.
    ///
    /// - Parameter bytes: the whole record, 1 to ``TemplateLimits/minutiaePerView`` minutiae.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    public static func decode(_ bytes: [UInt8], isCompact: Bool) throws(TemplateError) -> TemplateRecord {
        let size = isCompact ? compactBytes : normalBytes
        guard !bytes.isEmpty, bytes.count % size == 0, bytes.count <= TemplateLimits.minutiaePerView * size else {
            throw TemplateError(
                bytes.count > TemplateLimits.minutiaePerView * size ? .tooLarge : .badLength,
                field: RecordField.record, offset: 0, value: bytes.count,
                limit: "\(size) bytes for each of 1 to \(TemplateLimits.minutiaePerView) minutiae")
        }
        let format: TemplateFormat = isCompact ? .iso2005CardCompact : .iso2005CardNormal
        let image = StatedImage(card: format)
        var views = ViewReader(RecordReader(bytes), format)
        let minutiae =
            isCompact
            ? try readCompact(&views.reader)
            : try views.readMinutiae(
                bytes.count / size,
                in: StatedImage(
                    width: RecordBits.coordinate, height: RecordBits.coordinate,
                    horizontalResolution: image.horizontalResolution, verticalResolution: image.verticalResolution),
                hasQuality: false, 1)
        let view = RecordView(impression: .unknown, image: image, hasMinutiaQuality: false, minutiae: minutiae)
        return TemplateRecord(
            format: format, views: [view], deviations: views.deviations.filter { $0.kind == .reservedBits })
    }

    private static let normalBytes = RecordBits.minutiaBytes - 1
    private static let compactBytes = 3

    private static func readCompact(_ reader: inout RecordReader) throws(TemplateError) -> [RecordMinutia] {
        var minutiae: [RecordMinutia] = []
        while reader.remaining > 0 {
            let minutia = minutiae.count + 1
            let x = try reader.byte(RecordField.named(RecordField.x, view: 1, minutia: minutia))
            let y = try reader.byte(RecordField.named(RecordField.y, view: 1, minutia: minutia))
            let last = try reader.byte(RecordField.named(RecordField.kind, view: 1, minutia: minutia))
            guard let kind = MinutiaKind(rawValue: UInt8(last >> 6)) else {
                throw TemplateError(
                    .badCode, field: RecordField.named(RecordField.kind, view: 1, minutia: minutia),
                    offset: reader.offset - 1, value: last >> 6, limit: "0 to 2")
            }
            minutiae.append(
                RecordMinutia(
                    x: UInt16(x), y: UInt16(y), angle: UInt8(last & 0x3F), kind: kind,
                    quality: TemplateLimits.qualityNotReported))
        }
        return minutiae
    }

    /// Writes the minutiae of the only view, in their order.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    public static func encode(_ record: TemplateRecord, isCompact: Bool) throws(TemplateError) -> [UInt8] {
        var writer = RecordWriter(capacity: 64)
        try writer.refuse(record.views.count, in: 1...1, RecordField.viewCount)
        let view = record.views[0]
        try writer.refuse(
            view.minutiae.count, in: 1...TemplateLimits.minutiaePerView,
            RecordField.named(RecordField.minutiaCount, view: 1))
        for (index, minutia) in view.minutiae.enumerated() {
            func named(_ field: String) -> String { RecordField.named(field, view: 1, minutia: index + 1) }
            if isCompact {
                try writeCompact(minutia, to: &writer, named)
            } else {
                try writer.writePlace(
                    minutia, width: RecordBits.coordinate, height: RecordBits.coordinate, .iso2005CardNormal, named)
            }
        }
        return writer.bytes
    }

    private static func writeCompact(
        _ minutia: RecordMinutia, to writer: inout RecordWriter, _ named: (String) -> String
    ) throws(TemplateError) {
        try writer.refuse(Int(minutia.x), over: 255, named(RecordField.x))
        writer.byte(Int(minutia.x))
        try writer.refuse(Int(minutia.y), over: 255, named(RecordField.y))
        writer.byte(Int(minutia.y))
        try writer.refuse(Int(minutia.angle), over: 63, named(RecordField.angle))
        writer.byte(Int(minutia.kind.rawValue) << 6 | Int(minutia.angle))
    }
}

extension StatedImage {
    /// What stands for the image a card does not state: no size, and the units as resolution.
    init(card format: TemplateFormat) {
        let units = format.cardUnitsPerCentimetre ?? TemplateLimits.pixelsPerCentimetreAt500DPI
        self.init(width: 0, height: 0, horizontalResolution: units, verticalResolution: units)
    }
}
