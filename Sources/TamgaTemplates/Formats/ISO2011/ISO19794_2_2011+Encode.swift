extension ISO19794_2_2011 {
    /// Writes a record; either all representations have certification records, be they none, or none has.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the field would stand.
    /// - Complexity: O(*n*) in the bytes.
    public static func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        var writer = RecordWriter(capacity: CommonImageRecord.sizeEstimate(record))
        writer.append(FMRSignature.identifier)
        writer.append(FMRSignature.version030)
        writer.doubleWord(0)
        try writer.refuseViewCount(record.views.count)
        writer.word(record.views.count)
        let isCertified = record.views.contains { $0.capture?.certificates != nil }
        writer.byte(isCertified ? 1 : 0)
        for (index, view) in record.views.enumerated() {
            let start = writer.bytes.count
            writer.doubleWord(0)
            try writeCapture(view, isCertified: isCertified, to: &writer, index + 1)
            try write(view, to: &writer, index + 1)
            writer.replaceDoubleWord(at: start, with: writer.bytes.count - start)
        }
        return try writer.finish(lengthAt: 8)
    }

    private static func writeCapture(
        _ view: RecordView, isCertified: Bool, to writer: inout RecordWriter, _ number: Int
    ) throws(TemplateError) {
        func named(_ field: String) -> String { RecordField.named(field, view: number) }
        let capture = view.capture ?? CaptureDetails()
        capture.write(to: &writer)
        try writer.refuse(view.qualities.count, over: 255, named(RecordField.qualityCount))
        writer.byte(view.qualities.count)
        for quality in view.qualities {
            try writer.write(quality.score, .iso2011, named(RecordField.quality))
            writer.word(Int(quality.vendor))
            writer.word(Int(quality.algorithm))
        }
        guard isCertified else { return }
        let certificates = capture.certificates ?? []
        try writer.refuse(certificates.count, over: 255, named(RecordField.certificates))
        writer.byte(certificates.count)
        for certificate in certificates {
            writer.word(Int(certificate.authority))
            writer.byte(Int(certificate.scheme))
        }
    }

    private static func write(
        _ view: RecordView, to writer: inout RecordWriter, _ number: Int
    ) throws(TemplateError) {
        func named(_ field: String) -> String { RecordField.named(field, view: number) }
        writer.byte(Int(view.position.rawValue))
        try writer.writeNumber(view.number, shifted: false, impression: view.impression, number)
        try writer.writeResolutions(view.image, named)
        writer.byte(Int(view.impression.rawValue))
        try writer.writeSize(view.image, named)
        try writer.refuse(Int(view.ridgeEndingType), over: 15, named("ridge ending type"))
        let size = view.hasMinutiaQuality ? RecordBits.minutiaBytes : RecordBits.minutiaBytes - 1
        writer.byte(size << 4 | Int(view.ridgeEndingType))
        try writer.writeMinutiae(of: view, .iso2011, number)
        try writer.writeExtendedData(of: view, .iso2011, number)
    }
}
