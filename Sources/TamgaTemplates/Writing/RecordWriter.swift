/// Appends big-endian numbers to the bytes of a record.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ more: [UInt8]) {
        bytes.append(contentsOf: more)
    }

    mutating func byte(_ value: Int) {
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    mutating func word(_ value: Int) {
        byte(value >> 8)
        byte(value)
    }

    mutating func doubleWord(_ value: Int) {
        word(value >> 16)
        word(value)
    }

    /// Puts a number over four bytes written before.
    mutating func replaceDoubleWord(at offset: Int, with value: Int) {
        for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (24 - 8 * place)) }
    }

    /// Refuses a value outside 0 to `limit` for the field that comes next.
    func refuse(_ value: Int, over limit: Int, _ field: @autoclosure () -> String) throws(TemplateError) {
        try refuse(value, in: 0...limit, field())
    }

    /// Refuses a value outside a range for the field that comes next.
    func refuse(_ value: Int, in range: ClosedRange<Int>, _ field: @autoclosure () -> String) throws(TemplateError) {
        guard range.contains(value) else {
            throw TemplateError(
                .outOfRange, field: field(), offset: bytes.count, value: value,
                limit: "\(range.lowerBound) to \(range.upperBound)")
        }
    }
}
