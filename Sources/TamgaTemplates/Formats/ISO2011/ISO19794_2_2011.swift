/// The finger minutiae record of ISO/IEC 19794-2:2011 (`FMR`, version `030`), big-endian.
///
///     15 bytes  header: format, version, total length, number of representations, whether they have certificates
///     19+ bytes per representation: its length, date, technology, vendor, device, quality records, certificates
///     17 bytes    position, view number, resolution, impression, image size, sizes, number of minutiae
///      6 bytes    per minutia: type and x, y, angle, and in six-byte minutiae a quality
///      2 bytes    length of the extended data, then the data
public enum ISO19794_2_2011 {
    static let headerBytes = 15
    /// A representation without quality records, certificates, minutiae and extended data.
    static let leastRepresentationBytes = 36

    /// Reads a record. What is read in spite of the standard is listed at ``TemplateDeviation``.
    ///
    /// - Parameter bytes: the whole record, at most `TemplateLimits.recordBytes`.
    /// - Throws: `TemplateError` with code, field, offset, value and limit of the first field that is not allowed.
    /// - Complexity: O(*n*) in the bytes, one pass.
    public static func decode(_ bytes: [UInt8]) throws(TemplateError) -> TemplateRecord {
        try TemplateFormat.iso2011.refuseSize(bytes.count)
        var reader = RecordReader(bytes)
        _ = try FMRSignature.read(&reader, as: .iso2011)
        let length = try RecordLength(
            declared: try reader.doubleWord(RecordField.totalLength), of: bytes, offset: 8)
        let count = try reader.word(RecordField.viewCount, in: 1...TemplateLimits.viewsPerRecord)
        let isCertified = try reader.byte(RecordField.certification, in: 0...1) == 1
        var views = ViewReader(reader, .iso2011)
        let read = try views.readAll(count, leastBytes: leastRepresentationBytes) {
            views, view throws(TemplateError) in try readRepresentation(&views, isCertified: isCertified, view)
        }
        let deviation = try length.deviation(whereViewsEnd: views.reader.offset)
        return TemplateRecord(
            format: .iso2011, views: read, deviations: (deviation.map { [$0] } ?? []) + views.deviations)
    }

    private static func readRepresentation(
        _ views: inout ViewReader, isCertified: Bool, _ view: Int
    ) throws(TemplateError) -> RecordView {
        let start = views.reader.offset
        let length = try views.reader.doubleWord(RecordField.named(RecordField.representationLength, view: view))
        var capture = try CaptureDetails(&views.reader, view)
        let qualities = try readQualities(&views, view)
        if isCertified { capture.certificates = try CaptureDetails.certificates(&views.reader, view) }
        var read = try readView(&views, view)
        (read.capture, read.qualities) = (capture, qualities)
        guard views.reader.offset - start == length else {
            throw TemplateError(
                .badLength, field: RecordField.named(RecordField.representationLength, view: view), offset: start,
                value: length, limit: "the \(views.reader.offset - start) bytes of the representation")
        }
        return read
    }

    private static func readQualities(
        _ views: inout ViewReader, _ view: Int
    ) throws(TemplateError) -> [RecordQuality] {
        func named(_ field: String) -> String { RecordField.named(field, view: view) }
        let count = try views.reader.byte(named(RecordField.qualityCount))
        var qualities: [RecordQuality] = []
        for _ in 0..<count {
            qualities.append(
                RecordQuality(
                    score: try views.readQuality(view),
                    vendor: UInt16(try views.reader.word(named(RecordField.qualityVendor))),
                    algorithm: UInt16(try views.reader.word(named(RecordField.qualityAlgorithm)))))
        }
        return qualities
    }

    private static func readView(_ views: inout ViewReader, _ view: Int) throws(TemplateError) -> RecordView {
        func named(_ field: String) -> String { RecordField.named(field, view: view) }
        let position = try views.readPosition(view)
        let number = try views.reader.byte(named(RecordField.viewNumber), in: 0...Int(TemplateLimits.viewNumber))
        let (horizontal, vertical) = try views.reader.resolutions(named)
        let impression = try views.impression(try views.reader.byte(named(RecordField.impression)), view)
        let sizeOffset = views.reader.offset
        let (width, height) = (
            try views.reader.word(named(RecordField.width)), try views.reader.word(named(RecordField.height))
        )
        let image = try views.reader.image(width, height, horizontal, vertical, at: sizeOffset, named)
        let sizes = try views.reader.byte(named(RecordField.minutiaSize), in: 0x50...0x6F)
        let count = try views.reader.byte(named(RecordField.minutiaCount))
        let hasQuality = sizes >> 4 == RecordBits.minutiaBytes
        let minutiae = try views.readMinutiae(count, in: image, hasQuality: hasQuality, view)
        views.noteNumber(number, of: position, view)
        let extended = try views.readExtendedData(view)
        return RecordView(
            position: position, number: UInt8(number), impression: impression, image: image,
            ridgeEndingType: UInt8(sizes & 15), hasMinutiaQuality: hasQuality, minutiae: minutiae,
            extendedData: extended)
    }
}
