extension ViewReader {
    /// Reads a view's extended data: its length, then items of type, length and data that fill it exactly.
    ///
    /// Encoders disagree whether an item's length counts the four bytes in front of its data; the standards' samples
    /// say yes, and that reading is tried first. Items of the standards that do not read as such are kept as bytes.
    mutating func readExtendedData(_ view: Int) throws(TemplateError) -> [ExtendedDataItem] {
        let length = try reader.word(RecordField.named(RecordField.extendedLength, view: view))
        guard length > 0 else { return [] }
        // A file of a reference implementation declares one byte more, of the block and of its last item, than is left.
        let isShort = length == reader.remaining + 1
        let held = isShort ? length - 1 : length
        let start = try reader.take(held, RecordField.named(RecordField.extendedData, view: view))
        if isShort { note(.extendedDataOneByteShort, view: view) }
        if let ends = itemEnds(from: start, to: start + length, overhead: 0) {
            return items(ends, from: start, upTo: start + held, view)
        }
        if !isShort, let ends = itemEnds(from: start, to: start + length, overhead: RecordBits.itemHeaderBytes) {
            note(.itemLengthWithoutHeader, view: view)
            return items(ends, from: start, upTo: start + held, view)
        }
        if isShort {
            throw TemplateError(
                .truncated, field: RecordField.named(RecordField.extendedData, view: view), offset: start,
                value: held, limit: "at least \(length) bytes")
        }
        throw TemplateError(
            .badLength, field: RecordField.named(RecordField.itemLength, view: view), offset: start, value: length,
            limit: "items that fill the extended data, with or without their own 4 bytes")
    }

    /// Where the items that begin at `start` end, if each is `overhead` longer than it says and the last ends at
    /// `end`; else nil.
    private func itemEnds(from start: Int, to end: Int, overhead: Int) -> [Int]? {
        var ends: [Int] = []
        var offset = start
        // The last item may reach one byte beyond what is held, its header may not.
        while end - offset >= RecordBits.itemHeaderBytes, offset + RecordBits.itemHeaderBytes <= reader.bytes.count {
            let itemBytes = reader.word(at: offset + 2) + overhead
            guard itemBytes >= RecordBits.itemHeaderBytes else { return nil }
            offset += itemBytes
            ends.append(offset)
        }
        return offset == end ? ends : nil
    }

    private mutating func items(_ ends: [Int], from start: Int, upTo limit: Int, _ view: Int) -> [ExtendedDataItem] {
        var offset = start
        var items: [ExtendedDataItem] = []
        for end in ends {
            let type = UInt16(reader.word(at: offset))
            let data = Array(reader.bytes[offset + RecordBits.itemHeaderBytes..<min(end, limit)])
            let item = ExtendedDataItem(type: type, bytes: data, format)
            if case .other(let type, _) = item, ExtendedDataItem.standardTypes(format).contains(type) {
                note(.extendedItemUnread, view: view)
            }
            items.append(item)
            offset = end
        }
        return items
    }
}
