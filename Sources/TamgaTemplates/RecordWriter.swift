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

    /// Refuses a value outside 0 to `limit` for the field that comes next.
    func refuse(_ value: Int, over limit: Int, _ field: @autoclosure () -> String) throws(TemplateError) {
        guard 0...limit ~= value else {
            throw TemplateError(
                .outOfRange, field: field(), offset: bytes.count, value: value, limit: "0 to \(limit)")
        }
    }
}
