/// A transaction file of ANSI/NIST-ITL in the traditional encoding, cut into records and these into fields; only
/// Type-1 and Type-9 are looked into.
///
/// Tagged records are text, `TYPE.FIELD:value`, fields apart by GS, subfields by RS, items by US, ended by FS; field 1
/// says how many bytes a record has. Types 3 to 8 are binary and begin with four bytes of length.
struct NISTTransaction {
    /// The separators of ANSI/NIST-ITL 1-2011, Annex B.
    enum Separator {
        static let file: UInt8 = 0x1C
        static let group: UInt8 = 0x1D
        static let record: UInt8 = 0x1E
        static let unit: UInt8 = 0x1F

        /// Whether a byte ends the value of a field.
        static func ends(_ byte: UInt8) -> Bool { byte == group || byte == file }
    }

    /// A Type-9 record: its place in the file and its fields.
    struct MinutiaeRecord {
        let offset: Int
        let fields: [NISTField]
    }

    private(set) var header: [NISTField] = []
    private(set) var minutiae: [MinutiaeRecord] = []

    /// Whether bytes begin as a transaction does: `1.001:` or, from older writers, `1.01:` and `1.1:`.
    static func begins(_ bytes: [UInt8]) -> Bool {
        guard let colon = bytes.prefix(6).firstIndex(of: 0x3A), colon >= 3 else { return false }
        let tag = bytes[..<colon]
        let zeros = tag.dropFirst(2).dropLast()
        return tag.starts(with: [0x31, 0x2E]) && tag.last == 0x31 && zeros.allSatisfy { $0 == 0x30 }
    }

    init(_ bytes: [UInt8]) throws(TemplateError) {
        guard Self.begins(bytes) else {
            throw TemplateError(
                .unknownFormat, field: RecordField.formatIdentifier, offset: 0, value: Int(bytes.first ?? 0),
                limit: "1.001 of \(TemplateFormat.ansiNIST.title)")
        }
        var offset = 0
        header = try Self.tagged(bytes, &offset, type: 1)
        for type in try Self.content(header) {
            if 3...8 ~= type {
                try Self.passBinary(bytes, &offset, type)
            } else if type == 9 {
                let start = offset
                minutiae.append(MinutiaeRecord(offset: start, fields: try Self.tagged(bytes, &offset, type: 9)))
            } else {
                offset = try Self.extent(bytes, offset, type: type).upperBound
            }
        }
        guard offset == bytes.count else {
            throw TemplateError(
                .trailingBytes, field: "end of the transaction", offset: offset, value: bytes.count - offset,
                limit: "the records that field 1.003 lists")
        }
    }

    /// The types of the records after the first, from field 1.003.
    private static func content(_ header: [NISTField]) throws(TemplateError) -> [Int] {
        let subfields = header.first { $0.number == 3 }?.value.split(separator: Separator.record) ?? []
        var types: [Int] = []
        for subfield in subfields.dropFirst() {
            let text = subfield.prefix { $0 != Separator.unit }
            guard let type = NISTNumber.read(text), 2...99 ~= type else {
                throw TemplateError(
                    .outOfRange, field: "field 1.003: record type", offset: 0, value: NISTNumber.read(text) ?? -1,
                    limit: "2 to 99")
            }
            types.append(type)
        }
        guard !types.isEmpty, types.count <= TemplateLimits.transactionRecords else {
            throw TemplateError(
                .outOfRange, field: "field 1.003: number of records", offset: 0, value: types.count,
                limit: "1 to \(TemplateLimits.transactionRecords)")
        }
        return types
    }

    private static func passBinary(_ bytes: [UInt8], _ offset: inout Int, _ type: Int) throws(TemplateError) {
        var reader = RecordReader(Array(bytes[offset..<min(bytes.count, offset + 4)]))
        let length: Int
        do { length = try reader.doubleWord("length of a Type-\(type) record") } catch {
            throw TemplateError(
                .truncated, field: error.field, offset: offset, value: bytes.count - offset, limit: error.limit)
        }
        guard length >= 4, length <= bytes.count - offset else {
            throw TemplateError(
                .badLength, field: "length of a Type-\(type) record", offset: offset, value: length,
                limit: "4 to the \(bytes.count - offset) bytes left")
        }
        offset += length
    }
}
