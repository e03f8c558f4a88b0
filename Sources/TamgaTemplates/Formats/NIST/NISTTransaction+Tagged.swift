extension NISTTransaction {
    /// The bytes of the tagged record at an offset, by its field 1.
    static func extent(_ bytes: [UInt8], _ offset: Int, type: Int) throws(TemplateError) -> Range<Int> {
        let name = "\(type).001"
        let end = min(bytes.count, offset + lengthFieldBytes)
        guard let (tag, value) = field(bytes, offset, upTo: end), tag == (type, 1) else {
            throw TemplateError(
                .badCode, field: name, offset: offset, value: bytes.count > offset ? Int(bytes[offset]) : -1,
                limit: "the length of a Type-\(type) record in its first field")
        }
        let length = NISTNumber.read(bytes[value]) ?? -1
        guard length > value.upperBound - offset, length <= bytes.count - offset else {
            throw TemplateError(
                length > bytes.count - offset ? .truncated : .badLength, field: name, offset: offset, value: length,
                limit: "up to the \(bytes.count - offset) bytes left")
        }
        return offset..<offset + length
    }

    /// Bytes within which the first field of a record ends: tag, digits, separator.
    private static let lengthFieldBytes = 24

    /// Reads a whole tagged record and steps behind it.
    static func tagged(_ bytes: [UInt8], _ offset: inout Int, type: Int) throws(TemplateError) -> [NISTField] {
        let extent = try extent(bytes, offset, type: type)
        guard bytes[extent.upperBound - 1] == Separator.file else {
            throw TemplateError(
                .badCode, field: "end of a Type-\(type) record", offset: extent.upperBound - 1,
                value: Int(bytes[extent.upperBound - 1]), limit: "the separator FS (28)")
        }
        var fields: [NISTField] = []
        var place = extent.lowerBound
        while place < extent.upperBound - 1 {
            guard let (tag, value) = field(bytes, place, upTo: extent.upperBound), tag.type == type else {
                throw TemplateError(
                    .badCode, field: "Type-\(type) record: tag of field \(fields.count + 1)", offset: place,
                    value: Int(bytes[place]), limit: "\(type).NUMBER:")
            }
            guard fields.count < TemplateLimits.fieldsPerRecord else {
                throw TemplateError(
                    .tooLarge, field: "Type-\(type) record: number of fields", offset: place, value: fields.count + 1,
                    limit: "at most \(TemplateLimits.fieldsPerRecord)")
            }
            guard !fields.contains(where: { $0.number == tag.number }) else {
                throw TemplateError(
                    .badCode, field: "field \(type).\(NISTNumber.text(tag.number))", offset: place,
                    value: tag.number, limit: "each field once")
            }
            fields.append(NISTField(tag.number, Array(bytes[value])))
            place = value.upperBound + 1
        }
        offset = extent.upperBound
        return fields
    }

    /// The tag at an offset and where its value lies: up to the next GS or FS.
    private static func field(
        _ bytes: [UInt8], _ offset: Int, upTo end: Int
    ) -> (tag: (type: Int, number: Int), value: Range<Int>)? {
        let head = bytes[offset..<min(end, offset + tagBytes)]
        guard let colon = head.firstIndex(of: 0x3A), let dot = head[..<colon].firstIndex(of: 0x2E),
            let type = NISTNumber.read(head[..<dot]), let number = NISTNumber.read(head[(dot + 1)..<colon]),
            let stop = bytes[(colon + 1)..<end].firstIndex(where: Separator.ends)
        else { return nil }
        return ((type, number), colon + 1..<stop)
    }

    /// Bytes of the longest tag, its colon counted: `99.999:`, with room for leading zeros.
    private static let tagBytes = 12
}

/// Decimal numbers as the tagged records write them.
enum NISTNumber {
    /// Reads one to nine digits; nil for anything else.
    static func read(_ text: some Collection<UInt8>) -> Int? {
        guard 1...9 ~= text.count, text.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        return text.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// Writes a number in so many digits at least.
    static func write(_ number: Int, digits: Int = 1) -> [UInt8] {
        let text = Array("\(number)".utf8)
        return Array(repeating: 0x30, count: max(0, digits - text.count)) + text
    }

    /// The number of a field as its tag has it: three digits.
    static func text(_ field: Int) -> String { String(decoding: write(field, digits: 3), as: UTF8.self) }

    /// Reads one to four hexadecimal digits; nil for anything else.
    static func readHex(_ text: some Collection<UInt8>) -> Int? {
        // Digits only: the library's reading takes a sign as well.
        guard 1...4 ~= text.count, text.allSatisfy({ isHexDigit($0) }) else { return nil }
        return Int(String(decoding: Array(text), as: UTF8.self), radix: 16)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
    }

    /// Writes four hexadecimal digits.
    static func writeHex(_ number: UInt16) -> [UInt8] {
        let text = Array(String(number, radix: 16, uppercase: true).utf8)
        return Array(repeating: 0x30, count: 4 - text.count) + text
    }
}
