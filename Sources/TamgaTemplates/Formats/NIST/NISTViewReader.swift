/// Reads one Type-9 record: text to a view.
struct NISTViewReader {
    typealias Field = NISTType9.Field
    typealias Separator = NISTTransaction.Separator

    private let record: NISTTransaction.MinutiaeRecord
    private let view: Int
    private(set) var deviations: [TemplateDeviation] = []

    init(_ record: NISTTransaction.MinutiaeRecord, view: Int) { (self.record, self.view) = (record, view) }

    mutating func read() throws(TemplateError) -> RecordView {
        _ = try value(Field.idc, "information designation character", NISTType9.idcs, or: 0)
        let image = try image()
        let minutiae = try minutiae(image)
        if let count = try numbers(Field.minutiaCount)?.first, count != minutiae.count {
            deviations.append(TemplateDeviation(.minutiaCount, view: view))
        }
        return RecordView(
            position: try code(
                Field.position, RecordField.position, or: 0, TemplateLimits.positionCodes, FrictionRidgePosition.init),
            number: UInt8(try value(Field.view, RecordField.viewNumber, 0...Int(TemplateLimits.viewNumber), or: 0)),
            impression: try code(
                Field.impression, RecordField.impression, or: 29, TemplateLimits.impressionCodes, ImpressionType.init),
            qualities: try qualities(), image: image, minutiae: minutiae, extendedData: try extendedData(),
            otherFields: record.fields.filter { !Field.read.contains($0.number) })
    }

    // MARK: values

    private func field(_ number: Int) -> [UInt8]? { record.fields.first { $0.number == number }?.value }

    /// The subfields of a field, each cut into items.
    func subfields(_ number: Int) -> [[ArraySlice<UInt8>]] {
        guard let value = field(number), !value.isEmpty else { return [] }
        return value.split(separator: Separator.record, omittingEmptySubsequences: false).map {
            $0.split(separator: Separator.unit, omittingEmptySubsequences: false)
        }
    }

    func error(_ code: TemplateError.Code, _ field: String, _ value: Int, _ limit: String) -> TemplateError {
        TemplateError(
            code, field: RecordField.named(field, view: view), offset: record.offset, value: value, limit: limit)
    }

    func number(
        _ text: ArraySlice<UInt8>, _ field: String, _ range: ClosedRange<Int>
    ) throws(TemplateError) -> Int {
        guard let number = NISTNumber.read(text), range.contains(number) else {
            throw error(
                .outOfRange, field, NISTNumber.read(text) ?? -1,
                "\(range.lowerBound) to \(range.upperBound), in digits")
        }
        return number
    }

    /// Every item of a field as a number; nil where the field is missing.
    func numbers(_ number: Int) throws(TemplateError) -> [Int]? {
        guard field(number) != nil else { return nil }
        var numbers: [Int] = []
        for item in subfields(number).joined() {
            numbers.append(try self.number(item, "field 9.\(number)", 0...Int(UInt16.max)))
        }
        return numbers
    }

    private func value(
        _ number: Int, _ name: String, _ range: ClosedRange<Int>, or missing: Int? = nil
    ) throws(TemplateError) -> Int {
        let name = "9.\(NISTNumber.text(number)): \(name)"
        if let text = field(number) { return try self.number(text[...], name, range) }
        guard let missing else { throw error(.outOfRange, name, -1, "present") }
        return missing
    }

    private func code<Code>(
        _ number: Int, _ name: String, or missing: Int, _ limit: String, _ make: (UInt8) -> Code?
    ) throws(TemplateError) -> Code {
        let value = try value(number, name, 0...255, or: missing)
        guard let code = make(UInt8(value)) else {
            throw error(
                .badCode, "9.\(NISTNumber.text(number)): \(name)", value, limit)
        }
        return code
    }

    // MARK: parts of a view

    private func image() throws(TemplateError) -> StatedImage {
        let pixels = 1...RecordBits.coordinate
        let units = try value(Field.scaleUnits, "scale units", 1...2)
        let image = StatedImage(
            width: try value(Field.width, RecordField.width, pixels),
            height: try value(Field.height, RecordField.height, pixels),
            horizontalResolution: try scale(Field.horizontalScale, RecordField.horizontalResolution, units),
            verticalResolution: try scale(Field.verticalScale, RecordField.verticalResolution, units))
        // The same checks as in the binary formats.
        var writer = RecordWriter(capacity: 8)
        writer.word(image.horizontalResolution)
        writer.word(image.verticalResolution)
        var reader = RecordReader(writer.bytes)
        do throws(TemplateError) {
            _ = try reader.resolutions { $0 }
            return try reader.image(
                image.width, image.height, image.horizontalResolution, image.verticalResolution, at: 0
            ) { $0 }
        } catch { throw self.error(error.code, error.field, error.value, error.limit) }
    }

    /// Pixels per centimetre.
    private func scale(_ number: Int, _ name: String, _ units: Int) throws(TemplateError) -> Int {
        let stated = try value(number, name, 1...Int(UInt16.max))
        return units == 2 ? stated : (stated * 200 + 254) / 508
    }

    private func qualities() throws(TemplateError) -> [RecordQuality] {
        var qualities: [RecordQuality] = []
        for items in subfields(Field.quality) {
            let score = try number(items[0], "9.135: quality", 0...255)
            guard score <= 100 || score >= 254 else {
                throw error(.outOfRange, "9.135: quality", score, "0 to 100, 254 or 255")
            }
            let vendor = items.count > 1 ? NISTNumber.readHex(items[1]) : 0
            guard let vendor else { throw error(.badCode, "9.135: vendor", -1, "four hexadecimal digits") }
            let algorithm = items.count > 2 ? try number(items[2], "9.135: algorithm", 0...Int(UInt16.max)) : 0
            qualities.append(
                RecordQuality(score: UInt8(score), vendor: UInt16(vendor), algorithm: UInt16(algorithm)))
        }
        return qualities
    }

    private func minutiae(_ image: StatedImage) throws(TemplateError) -> [RecordMinutia] {
        let subfields = subfields(Field.minutiae)
        guard subfields.count <= TemplateLimits.minutiaePerView else {
            throw error(
                .tooLarge, "9.137: number of minutiae", subfields.count, "at most \(TemplateLimits.minutiaePerView)")
        }
        var minutiae: [RecordMinutia] = []
        minutiae.reserveCapacity(subfields.count)
        for (index, items) in subfields.enumerated() { minutiae.append(try minutia(items, index + 1, image)) }
        return minutiae
    }

    private func minutia(
        _ items: [ArraySlice<UInt8>], _ number: Int, _ image: StatedImage
    ) throws(TemplateError) -> RecordMinutia {
        func name(_ field: String) -> String { "9.137: minutia \(number): \(field)" }
        guard items.count == 6 else { throw error(.badLength, name("items"), items.count, "6") }
        _ = try self.number(items[0], name("number"), number...number)
        let x = try self.number(items[1], name(RecordField.x), 0...image.width)
        let y = try self.number(items[2], name(RecordField.y), 0...image.height)
        let angle = try self.number(items[3], name(RecordField.angle), 0...TemplateFormat.ansiNIST.anglesPerTurn - 1)
        let code = try self.number(items[4], name(RecordField.kind), 0...2)
        let quality = try self.number(items[5], name(RecordField.minutiaQuality), 0...100)
        return RecordMinutia(
            x: UInt16(x), y: UInt16(y), angle: UInt8(angle), kind: MinutiaKind(rawValue: UInt8(code)) ?? .other,
            quality: UInt8(quality))
    }
}
