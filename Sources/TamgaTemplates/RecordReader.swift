/// Reads big-endian numbers from the bytes of a record, from front to back, and never past their end.
struct RecordReader {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - offset }

    /// Refuses with `truncated` when fewer than `count` bytes are left, else passes over them.
    /// - Returns: the offset of the first of them.
    mutating func take(_ count: Int, _ field: @autoclosure () -> String) throws(TemplateError) -> Int {
        guard count <= remaining else {
            throw TemplateError(
                .truncated, field: field(), offset: offset, value: remaining, limit: "at least \(count) bytes")
        }
        defer { offset += count }
        return offset
    }

    mutating func byte(_ field: @autoclosure () -> String) throws(TemplateError) -> Int {
        Int(bytes[try take(1, field())])
    }

    mutating func word(_ field: @autoclosure () -> String) throws(TemplateError) -> Int {
        word(at: try take(2, field()))
    }

    mutating func doubleWord(_ field: @autoclosure () -> String) throws(TemplateError) -> Int {
        let start = try take(4, field())
        return word(at: start) << 16 | word(at: start + 2)
    }

    /// The two bytes at an offset that `take` has already passed.
    func word(at start: Int) -> Int {
        Int(bytes[start]) << 8 | Int(bytes[start + 1])
    }
}
