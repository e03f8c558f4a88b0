extension NISTType9 {
    /// Writes a transaction: a Type-1 record, whose fields are the record's own where it has them, and a Type-9 record
    /// of each view.
    ///
    /// - Throws: `TemplateError` for what the format cannot hold; its offset is where the Type-9 record would stand.
    /// - Complexity: O(*n*) in the minutiae.
    public static func encode(_ record: TemplateRecord) throws(TemplateError) -> [UInt8] {
        try RecordWriter(capacity: 0).refuseViewCount(record.views.count)
        var body: [UInt8] = []
        var content = [items([1], [record.views.count])]
        for (index, view) in record.views.enumerated() {
            let idc = view.otherFields.first { $0.number == Field.idc }?.value ?? NISTNumber.write(index, digits: 2)
            let fields = try NISTViewWriter(view, number: index + 1, offset: body.count).fields(idc: idc)
            try refuse(fields, type: 9, offset: body.count)
            body += tagged(9, fields)
            content.append([0x39, NISTTransaction.Separator.unit] + idc)
        }
        let header = typeOne(record.transaction, content: join(content, NISTTransaction.Separator.record))
        try refuse(header, type: 1, offset: 0)
        let bytes = tagged(1, header) + body
        try TemplateFormat.ansiNIST.refuseSize(bytes.count)
        return bytes
    }

    /// The fields of Type-1, length left out, in the order of their numbers.
    private static func typeOne(_ kept: [NISTField], content: [UInt8]) -> [NISTField] {
        // Version 5.0 of the standard; a date that says nothing; nobody sends to nobody; no image is in it.
        let usual: [(Int, String)] = [
            (2, "0500"), (4, "FMR"), (5, "19000101"), (7, "NONE"), (8, "NONE"), (9, "NONE"), (11, "00.00"),
            (12, "00.00"),
        ]
        var fields = kept.filter { $0.number != 1 && $0.number != 3 }
        for (number, text) in usual where !fields.contains(where: { $0.number == number }) {
            fields.append(NISTField(number, Array(text.utf8)))
        }
        fields.append(NISTField(3, content))
        return fields.sorted { $0.number < $1.number }
    }

    /// What would read as other fields than these: too many, or a separator within a value.
    private static func refuse(_ fields: [NISTField], type: Int, offset: Int) throws(TemplateError) {
        let most = TemplateLimits.fieldsPerRecord
        // The length is a field as well.
        guard fields.count < most else {
            throw TemplateError(
                .tooLarge, field: "Type-\(type) record: number of fields", offset: offset, value: fields.count + 1,
                limit: "at most \(most)")
        }
        func error(_ field: NISTField, _ limit: String) -> TemplateError {
            TemplateError(
                .outOfRange, field: "field \(type).\(NISTNumber.text(field.number))", offset: offset,
                value: field.number, limit: limit)
        }
        for field in fields where field.value.contains(where: NISTTransaction.Separator.ends) {
            throw error(field, "a value without the separators FS and GS")
        }
        for (one, next) in zip(fields, fields.dropFirst()) where one.number == next.number {
            throw error(next, "each field once")
        }
    }

    /// A tagged record, its length in front.
    private static func tagged(_ type: Int, _ fields: [NISTField]) -> [UInt8] {
        var rest: [UInt8] = []
        for field in fields {
            rest.append(NISTTransaction.Separator.group)
            rest += Array("\(type).".utf8) + NISTNumber.write(field.number, digits: 3) + [0x3A] + field.value
        }
        rest.append(NISTTransaction.Separator.file)
        let tag = Array("\(type).001:".utf8)
        // The length counts its own digits.
        var length = tag.count + rest.count + 1
        while NISTNumber.write(length).count + tag.count + rest.count != length { length += 1 }
        return tag + NISTNumber.write(length) + rest
    }

    /// Numbers as items of one subfield.
    static func items(_ first: [Int], _ more: [Int] = []) -> [UInt8] {
        join((first + more).map { NISTNumber.write($0) }, NISTTransaction.Separator.unit)
    }

    static func join(_ parts: [[UInt8]], _ separator: UInt8) -> [UInt8] { Array(parts.joined(separator: [separator])) }
}

/// Writes one Type-9 record: a view to text.
struct NISTViewWriter {
    typealias Field = NISTType9.Field

    private let view: RecordView
    private let number: Int
    private let offset: Int

    init(_ view: RecordView, number: Int, offset: Int) {
        (self.view, self.number, self.offset) = (view, number, offset)
    }

    /// All fields but the length, in the order of their numbers.
    func fields(idc: [UInt8]) throws(TemplateError) -> [NISTField] {
        try refuse()
        var fields = view.otherFields.filter { $0.number != Field.idc }
        func put(_ number: Int, _ value: [UInt8]) { fields.append(NISTField(number, value)) }
        put(Field.idc, idc)
        put(Field.impression, NISTNumber.write(Int(view.impression.rawValue)))
        for (number, usual) in Self.usual where !fields.contains(where: { $0.number == number }) { put(number, usual) }
        put(Field.width, NISTNumber.write(view.image.width))
        put(Field.height, NISTNumber.write(view.image.height))
        put(Field.scaleUnits, NISTNumber.write(2))
        put(Field.horizontalScale, NISTNumber.write(view.image.horizontalResolution))
        put(Field.verticalScale, NISTNumber.write(view.image.verticalResolution))
        put(Field.view, NISTNumber.write(Int(view.number)))
        put(Field.position, NISTNumber.write(Int(view.position.rawValue)))
        if !view.qualities.isEmpty { put(Field.quality, subfields(view.qualities.map(quality))) }
        put(Field.minutiaCount, NISTNumber.write(view.minutiae.count))
        put(Field.minutiae, subfields(view.minutiae.enumerated().map { minutia($1, $0 + 1) }))
        for field in try extended() { fields.append(field) }
        return fields.sorted { $0.number < $1.number }
    }

    /// Standard features; CBEFF's format owner 27 (INCITS M1) and type 513; no equipment named.
    private static let usual: [(Int, [UInt8])] = [
        (Field.format, Array("S".utf8)), (Field.product, NISTType9.items([27, 513, 0])),
        (Field.equipment, Array("NONE\u{1F}0".utf8)),
    ]

    private func subfields(_ parts: [[UInt8]]) -> [UInt8] {
        NISTType9.join(parts, NISTTransaction.Separator.record)
    }

    private func quality(_ quality: RecordQuality) -> [UInt8] {
        NISTType9.join(
            [
                NISTNumber.write(Int(quality.score)), NISTNumber.writeHex(quality.vendor),
                NISTNumber.write(Int(quality.algorithm)),
            ], NISTTransaction.Separator.unit)
    }

    private func minutia(_ minutia: RecordMinutia, _ number: Int) -> [UInt8] {
        NISTType9.items([
            number, Int(minutia.x), Int(minutia.y), Int(minutia.angle), Int(minutia.kind.rawValue),
            Int(minutia.quality),
        ])
    }

    private func extended() throws(TemplateError) -> [NISTField] {
        var fields: [NISTField] = []
        for item in view.extendedData {
            switch item {
            case .ridgeCounts(let counts):
                let rows = counts.counts.map { NISTType9.items([Int($0.first), Int($0.second), Int($0.count)]) }
                fields.append(
                    NISTField(Field.ridgeCounts, subfields([NISTType9.items([Int(counts.method), 0, 0])] + rows)))
            case .coresAndDeltas(let points):
                if !points.cores.isEmpty { fields.append(NISTField(Field.cores, subfields(points.cores.map(point)))) }
                if !points.deltas.isEmpty {
                    fields.append(NISTField(Field.deltas, subfields(points.deltas.map(point))))
                }
                let angles = points.deltas.filter { !$0.angles.isEmpty }.map {
                    NISTType9.items($0.angles.dropFirst().map(Int.init))
                }
                if !angles.isEmpty { fields.append(NISTField(Field.deltaAngles, subfields(angles))) }
            case .zonalQuality, .other: throw error("extended data", Int(item.type), "types 1 and 2")
            }
        }
        return fields
    }

    /// A place and the first of its angles.
    private func point(_ point: SingularPoint) -> [UInt8] {
        NISTType9.items([Int(point.x), Int(point.y)], point.angles.prefix(1).map(Int.init))
    }

    private func error(_ field: String, _ value: Int, _ limit: String) -> TemplateError {
        TemplateError(
            .outOfRange, field: RecordField.named(field, view: number), offset: offset, value: value, limit: limit)
    }
}

extension NISTViewWriter {
    /// What reading would refuse.
    private func refuse() throws(TemplateError) {
        let angles = TemplateFormat.ansiNIST.anglesPerTurn
        func check(_ value: Int, _ field: String, _ range: ClosedRange<Int>) throws(TemplateError) {
            guard range.contains(value) else {
                throw error(field, value, "\(range.lowerBound) to \(range.upperBound)")
            }
        }
        if let idc = view.otherFields.first(where: { $0.number == Field.idc })?.value {
            try check(NISTNumber.read(idc) ?? -1, "information designation character", NISTType9.idcs)
        }
        try check(view.image.width, RecordField.width, 1...RecordBits.coordinate)
        try check(view.image.height, RecordField.height, 1...RecordBits.coordinate)
        let (across, down) = (view.image.horizontalResolution, view.image.verticalResolution)
        try check(across, RecordField.horizontalResolution, TemplateLimits.pixelsPerCentimetre)
        try RecordReader.refuseAnisotropy(
            across, down, RecordField.named(RecordField.verticalResolution, view: number), offset: offset)
        try check(down, RecordField.verticalResolution, TemplateLimits.pixelsPerCentimetre)
        let (width, height) = (RecordField.width, RecordField.height)
        try RecordReader.refuseSide(
            view.image.width, at: across, RecordField.named(width, view: number), offset: offset)
        try RecordReader.refuseSide(
            view.image.height, at: down, RecordField.named(height, view: number), offset: offset)
        try check(Int(view.number), RecordField.viewNumber, 0...Int(TemplateLimits.viewNumber))
        try check(view.minutiae.count, RecordField.minutiaCount, 0...TemplateLimits.minutiaePerView)
        for (index, minutia) in view.minutiae.enumerated() {
            func name(_ field: String) -> String { "minutia \(index + 1): \(field)" }
            try check(Int(minutia.x), name(RecordField.x), 0...view.image.width)
            try check(Int(minutia.y), name(RecordField.y), 0...view.image.height)
            try check(Int(minutia.angle), name(RecordField.angle), 0...angles - 1)
            try check(Int(minutia.quality), name(RecordField.minutiaQuality), 0...Int(TemplateLimits.quality))
        }
        for case .coresAndDeltas(let points) in view.extendedData {
            for point in points.cores { try check(point.angles.count, "angles of a core", 0...1) }
            for point in points.deltas {
                guard point.angles.isEmpty || point.angles.count == 3 else {
                    throw error("angles of a delta", point.angles.count, "none or 3")
                }
            }
            let both = max(points.cores.count, points.deltas.count)
            try check(both, "number of points", 0...TemplateLimits.singularPoints)
        }
    }
}
