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

    /// A byte that must lie in a range.
    mutating func byte(
        _ field: @autoclosure () -> String, in range: ClosedRange<Int>, unit: String = ""
    ) throws(TemplateError) -> Int {
        let value = try byte(field())
        guard range.contains(value) else { throw outOfRange(field(), value, bytes: 1, range, unit) }
        return value
    }

    /// Two bytes whose number must lie in a range.
    mutating func word(
        _ field: @autoclosure () -> String, in range: ClosedRange<Int>, unit: String = ""
    ) throws(TemplateError) -> Int {
        let value = try word(field())
        guard range.contains(value) else { throw outOfRange(field(), value, bytes: 2, range, unit) }
        return value
    }

    private func outOfRange(
        _ field: String, _ value: Int, bytes: Int, _ range: ClosedRange<Int>, _ unit: String
    ) -> TemplateError {
        TemplateError(
            .outOfRange, field: field, offset: offset - bytes, value: value,
            limit: "\(range.lowerBound) to \(range.upperBound)\(unit)")
    }

    /// The two bytes at an offset that `take` has already passed.
    func word(at start: Int) -> Int {
        Int(bytes[start]) << 8 | Int(bytes[start + 1])
    }
}
