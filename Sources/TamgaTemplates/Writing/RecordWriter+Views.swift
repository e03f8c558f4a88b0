// What the views of all binary formats have in common. Every refusal names the place where the field would stand.
extension RecordWriter {
    mutating func write(_ quality: UInt8, _ format: TemplateFormat, _ field: String) throws(TemplateError) {
        guard format.allowsQuality(quality) else {
            throw TemplateError(
                .outOfRange, field: field, offset: bytes.count, value: Int(quality), limit: format.qualityLimit)
        }
        byte(Int(quality))
    }

    /// The one quality of a view whose format has exactly one.
    func onlyQuality(_ view: RecordView, _ field: String) throws(TemplateError) -> RecordQuality {
        guard let quality = view.qualities.first, view.qualities.count == 1 else {
            throw TemplateError(
                .outOfRange, field: field, offset: bytes.count, value: view.qualities.count,
                limit: "one quality of the view")
        }
        return quality
    }

    mutating func writeNumber(_ number: UInt8, shifted: Bool, impression: ImpressionType, _ view: Int)
        throws(TemplateError)
    {
        try refuse(
            Int(number), over: Int(TemplateLimits.viewNumber), RecordField.named(RecordField.viewNumber, view: view))
        guard shifted else { return byte(Int(number)) }
        try refuse(Int(impression.rawValue), over: 15, RecordField.named(RecordField.impression, view: view))
        byte(Int(number) << 4 | Int(impression.rawValue))
    }

    mutating func write(_ image: StatedImage, _ name: (String) -> String) throws(TemplateError) {
        try writeSize(image, name)
        try writeResolutions(image, name)
    }

    mutating func writeSize(_ image: StatedImage, _ name: (String) -> String) throws(TemplateError) {
        try RecordReader.refuseSide(
            image.width, at: Self.positive(image.horizontalResolution), name(RecordField.width), offset: bytes.count)
        try refuse(image.width, over: RecordBits.coordinate, name(RecordField.width))
        word(image.width)
        try RecordReader.refuseSide(
            image.height, at: Self.positive(image.verticalResolution), name(RecordField.height), offset: bytes.count)
        try refuse(image.height, over: RecordBits.coordinate, name(RecordField.height))
        word(image.height)
    }

    /// A resolution that can be divided by; one out of range is refused where it stands.
    private static func positive(_ resolution: Int) -> Int {
        max(TemplateLimits.pixelsPerCentimetre.lowerBound, resolution)
    }

    mutating func writeResolutions(_ image: StatedImage, _ name: (String) -> String) throws(TemplateError) {
        try refuse(
            image.horizontalResolution, in: TemplateLimits.pixelsPerCentimetre,
            name(RecordField.horizontalResolution))
        word(image.horizontalResolution)
        try refuse(
            image.verticalResolution, in: TemplateLimits.pixelsPerCentimetre, name(RecordField.verticalResolution))
        try RecordReader.refuseAnisotropy(
            image.horizontalResolution, image.verticalResolution, name(RecordField.verticalResolution),
            offset: bytes.count)
        word(image.verticalResolution)
    }

    /// The count of minutiae, then six bytes of each, or five without a quality.
    mutating func writeMinutiae(of view: RecordView, _ format: TemplateFormat, _ number: Int) throws(TemplateError) {
        try refuse(
            view.minutiae.count, over: TemplateLimits.minutiaePerView,
            RecordField.named(RecordField.minutiaCount, view: number))
        byte(view.minutiae.count)
        for (index, minutia) in view.minutiae.enumerated() {
            func named(_ field: String) -> String { RecordField.named(field, view: number, minutia: index + 1) }
            try writePlace(minutia, width: view.image.width, height: view.image.height, format, named)
            if view.hasMinutiaQuality { try write(minutia.quality, format, named(RecordField.minutiaQuality)) }
        }
    }

    /// Type, place and angle: five bytes.
    mutating func writePlace(
        _ minutia: RecordMinutia, width: Int, height: Int, _ format: TemplateFormat, _ named: (String) -> String
    ) throws(TemplateError) {
        try refuse(Int(minutia.x), over: min(width, RecordBits.coordinate), named(RecordField.x))
        word(Int(minutia.kind.rawValue) << 14 | Int(minutia.x))
        try refuse(Int(minutia.y), over: min(height, RecordBits.coordinate), named(RecordField.y))
        word(Int(minutia.y))
        try refuse(Int(minutia.angle), over: format.anglesPerTurn - 1, named(RecordField.angle))
        byte(Int(minutia.angle))
    }

    /// The length of the extended data and its items, each with its own four bytes counted.
    mutating func writeExtendedData(
        of view: RecordView, _ format: TemplateFormat, _ number: Int
    ) throws(TemplateError) {
        var block = RecordWriter(capacity: 0)
        for item in view.extendedData {
            let data: [UInt8]
            do { data = try item.data(format) } catch {
                throw TemplateError(
                    error.code, field: RecordField.named("extended data: \(error.field)", view: number),
                    offset: bytes.count + 2 + block.bytes.count + RecordBits.itemHeaderBytes + error.offset,
                    value: error.value, limit: error.limit)
            }
            block.word(Int(item.type))
            block.word(data.count + RecordBits.itemHeaderBytes)
            block.append(data)
        }
        try refuse(
            block.bytes.count, over: Int(UInt16.max), RecordField.named(RecordField.extendedLength, view: number))
        word(block.bytes.count)
        append(block.bytes)
    }

    /// The number of views, which no record is without.
    func refuseViewCount(_ count: Int) throws(TemplateError) {
        try refuse(count, in: 1...TemplateLimits.viewsPerRecord, RecordField.viewCount)
    }

    /// The finished record, its length put where it stands.
    mutating func finish(lengthAt offset: Int) throws(TemplateError) -> [UInt8] {
        let limit = TemplateLimits.recordBytes
        guard bytes.count <= limit else {
            throw TemplateError(
                .tooLarge, field: RecordField.totalLength, offset: offset, value: bytes.count,
                limit: "at most \(limit) bytes")
        }
        replaceDoubleWord(at: offset, with: bytes.count)
        return bytes
    }
}
