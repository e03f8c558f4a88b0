extension ISO19794_2_2005 {
    /// What was found where a view's extended data stands.
    struct ExtendedData {
        /// Bytes of the data, without its length field.
        var bytes: Int
        /// The lengths of its items count their data only.
        var itemLengthsLeaveOutHeader: Bool
    }

    /// Passes over a view's extended data after checking that its items fill it exactly.
    ///
    /// Each item is a type (2 bytes), a length (2 bytes), and data. Encoders disagree whether the length
    /// counts the four bytes in front of the data; the standard's samples say yes, and that reading is tried first.
    static func skipExtendedData(
        _ reader: inout RecordReader, view: Int
    ) throws(TemplateError) -> ExtendedData {
        let length = try reader.word(ISOField.named(ISOField.extendedLength, view: view))
        guard length > 0 else { return ExtendedData(bytes: 0, itemLengthsLeaveOutHeader: false) }
        let start = try reader.take(length, ISOField.named("extended data", view: view))
        let end = start + length
        if itemsFill(reader, from: start, to: end, overhead: 0) {
            return ExtendedData(bytes: length, itemLengthsLeaveOutHeader: false)
        }
        if itemsFill(reader, from: start, to: end, overhead: itemHeaderBytes) {
            return ExtendedData(bytes: length, itemLengthsLeaveOutHeader: true)
        }
        throw TemplateError(
            .badLength, field: ISOField.named(ISOField.itemLength, view: view), offset: start, value: length,
            limit: "items that fill the extended data, with or without their own 4 bytes")
    }

    /// Whether the items that start at `start` end exactly at `end`, if each is `overhead` longer than it says.
    private static func itemsFill(_ reader: RecordReader, from start: Int, to end: Int, overhead: Int) -> Bool {
        var offset = start
        while end - offset >= itemHeaderBytes {
            let itemBytes = reader.word(at: offset + 2) + overhead
            guard itemBytes >= itemHeaderBytes else { return false }
            offset += itemBytes
        }
        return offset == end
    }
}
