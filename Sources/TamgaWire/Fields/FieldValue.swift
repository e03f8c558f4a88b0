package import NIOCore

/// A type that a field's value may have: one way to bytes and one way back.
package protocol FieldValue: Sendable, Hashable {
    /// The name of the type in the specification.
    static var typeName: String { get }

    /// Reads a value from all the bytes of a field.
    ///
    /// - Throws: ``WireError`` naming the field.
    init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError)

    /// Appends the value's bytes.
    ///
    /// - Throws: ``WireError`` when it is outside the limit; then bytes may have been appended.
    func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError)
}

// MARK: Integers: big-endian, one width each
extension FieldValue where Self: FixedWidthInteger & Sendable {
    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        let width = MemoryLayout<Self>.size
        guard bytes.readableBytes == width, let value = bytes.getInteger(at: bytes.readerIndex, as: Self.self) else {
            throw rule.malformed("it has \(bytes.readableBytes) bytes", limit: "\(width) bytes")
        }
        self = value
        try checkRange(rule)
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        try checkRange(rule)
        writer.buffer.writeInteger(self)
    }

    private func checkRange(_ rule: FieldRule) throws(WireError) {
        if let value = Int(exactly: self) { try rule.check(value, unit: "") }
    }
}

extension UInt8: FieldValue { package static let typeName = "u8" }
extension UInt16: FieldValue { package static let typeName = "u16" }
extension UInt32: FieldValue { package static let typeName = "u32" }
extension UInt64: FieldValue { package static let typeName = "u64" }
extension Int32: FieldValue { package static let typeName = "i32" }

// MARK: Truth: one byte
extension Bool: FieldValue {
    package static let typeName = "bool"

    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        switch try UInt8(field: bytes, rule) {
        case 0: self = false
        case 1: self = true
        default: throw rule.malformed("it is neither 0 nor 1", limit: "0...1")
        }
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        writer.buffer.writeInteger(self ? 1 as UInt8 : 0)
    }
}

// MARK: Text: UTF-8 without control characters
extension String: FieldValue {
    package static let typeName = "string"

    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        try rule.check(bytes.readableBytes, unit: " bytes")
        let text = try? bytes.getUTF8ValidatedString(at: bytes.readerIndex, length: bytes.readableBytes)
        guard let text else { throw rule.malformed("it is not UTF-8", limit: "UTF-8") }
        try text.checkControls(rule)
        self = text
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        try rule.check(utf8.count, unit: " bytes")
        try checkControls(rule)
        writer.buffer.writeString(self)
    }

    private func checkControls(_ rule: FieldRule) throws(WireError) {
        guard !utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw rule.malformed("it has a control character", limit: "text without U+0000...U+001F and U+007F")
        }
    }
}

// MARK: Bytes as they are
extension [UInt8]: FieldValue {
    package static let typeName = "bytes"

    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        try rule.check(bytes.readableBytes, unit: " bytes")
        self = Array(bytes.readableBytesView)
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        try rule.check(count, unit: " bytes")
        writer.buffer.writeBytes(self)
    }
}
