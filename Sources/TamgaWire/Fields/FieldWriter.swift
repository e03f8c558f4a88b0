import NIOCore

/// Writes fields one after another, by the same rules the reader checks, up to a number of bytes.
package struct FieldWriter {
    var buffer: ByteBuffer
    /// The writer index that must not be passed.
    private let end: Int
    private let maximum: Int

    /// Takes the buffer over, so that writing never copies what it holds; `buffer` is empty until given back.
    init(taking buffer: inout ByteBuffer, maximum: Int) {
        self.buffer = buffer
        self.maximum = maximum
        end = buffer.writerIndex + maximum
        buffer = ByteBuffer()
    }

    /// Writes a field that every message of its kind has.
    mutating func put<Value>(_ value: Value, _ field: Field<Value>) throws(WireError) {
        let rule = field.rule
        buffer.writeMultipleIntegers(rule.tag, UInt32(0))
        let start = buffer.writerIndex
        try value.write(to: &self, rule)
        guard buffer.writerIndex <= end else {
            throw WireError(
                .frameTooLarge, field: rule.name, limit: "0...\(maximum) bytes", message: "the body is too long")
        }
        buffer.setInteger(UInt32(buffer.writerIndex - start), at: start - MemoryLayout<UInt32>.size)
    }

    /// Writes a field that may be absent.
    mutating func put<Value>(_ value: Value?, _ field: Field<Value>) throws(WireError) {
        if let value { try put(value, field) }
    }

    /// Writes a field that occurs as often as there are values.
    mutating func put<Value>(_ values: [Value], list field: Field<Value>) throws(WireError) {
        try field.rule.checkCount(values.count)
        for (index, value) in values.enumerated() {
            do throws(WireError) {
                try put(value, field)
            } catch {
                throw error.at(index, of: field.rule)
            }
        }
    }
}
