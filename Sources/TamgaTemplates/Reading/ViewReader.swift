/// Reads what the views of all binary formats have in common, and gathers what was let pass.
struct ViewReader {
    var reader: RecordReader
    let format: TemplateFormat
    private(set) var deviations: [TemplateDeviation] = []
    /// The next view number of each position.
    private var nextNumber: [FrictionRidgePosition: Int] = [:]

    init(_ reader: RecordReader, _ format: TemplateFormat) {
        (self.reader, self.format) = (reader, format)
    }

    /// Notes a deviation once for each view.
    mutating func note(_ kind: TemplateDeviation.Kind, view: Int?) {
        let deviation = TemplateDeviation(kind, view: view)
        if !deviations.contains(deviation) { deviations.append(deviation) }
    }

    /// Reads so many views one after the other.
    mutating func readAll(
        _ count: Int, leastBytes: Int,
        _ read: (inout ViewReader, Int) throws(TemplateError) -> RecordView
    ) throws(TemplateError) -> [RecordView] {
        var views: [RecordView] = []
        // Never reserve for more views than can have arrived.
        views.reserveCapacity(min(count, reader.remaining / leastBytes))
        for view in 1...count { views.append(try read(&self, view)) }
        return views
    }

    mutating func readPosition(_ view: Int) throws(TemplateError) -> FrictionRidgePosition {
        let code = try reader.byte(RecordField.named(RecordField.position, view: view))
        guard let position = FrictionRidgePosition(rawValue: UInt8(truncatingIfNeeded: code)) else {
            throw badCode(RecordField.position, code, view, TemplateLimits.positionCodes)
        }
        if !format.ownPositions.contains(position.rawValue) { note(.codeOfAnotherStandard, view: view) }
        return position
    }

    mutating func impression(_ code: Int, _ view: Int) throws(TemplateError) -> ImpressionType {
        guard let impression = ImpressionType(rawValue: UInt8(truncatingIfNeeded: code)) else {
            throw badCode(RecordField.impression, code, view, TemplateLimits.impressionCodes)
        }
        if !format.ownsImpression(impression) { note(.codeOfAnotherStandard, view: view) }
        return impression
    }

    private func badCode(_ field: String, _ code: Int, _ view: Int, _ limit: String) -> TemplateError {
        TemplateError(
            .badCode, field: RecordField.named(field, view: view), offset: reader.offset - 1, value: code,
            limit: limit)
    }

    /// Views of one position count 0, 1, 2 ...
    mutating func noteNumber(_ number: Int, of position: FrictionRidgePosition, _ view: Int) {
        if nextNumber[position, default: 0] != number { note(.viewNumber, view: view) }
        nextNumber[position] = number + 1
    }

    /// A quality score of the image: 0 to 100, and the two special values where the format has them.
    mutating func readQuality(_ view: Int) throws(TemplateError) -> UInt8 {
        let quality = try reader.byte(RecordField.named(RecordField.quality, view: view))
        let code = UInt8(truncatingIfNeeded: quality)
        guard format.allowsQuality(code) else {
            throw TemplateError(
                .outOfRange, field: RecordField.named(RecordField.quality, view: view), offset: reader.offset - 1,
                value: quality, limit: format.qualityLimit)
        }
        return code
    }
}

extension TemplateFormat {
    func allowsQuality(_ code: UInt8) -> Bool {
        code <= TemplateLimits.quality || (hasQualitySpecials && code >= TemplateLimits.qualityNotReported)
    }

    /// What ``allowsQuality(_:)`` allows, in words.
    var qualityLimit: String {
        let range = "0 to \(TemplateLimits.quality)"
        return hasQualitySpecials ? "\(range), 254 or 255" : range
    }
}
