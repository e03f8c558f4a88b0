package import NIOCore

/// A set of fields that lies in one place: a message's body, or the value of a field that groups others.
package protocol WireGroup: FieldValue {
    /// Its fields in the order they are written; the specification's table has the same rows.
    static var fields: [FieldRule] { get }

    /// - Throws: ``WireError`` naming the first field that is not what its rule says.
    init(reading fields: FieldReader) throws(WireError)

    /// - Throws: ``WireError`` naming the first field outside its limit; then bytes may have been appended.
    func write(to writer: inout FieldWriter) throws(WireError)
}

extension WireGroup {
    package init(field bytes: ByteBuffer, _ rule: FieldRule) throws(WireError) {
        do throws(WireError) {
            self = try Self(reading: FieldReader(bytes, rules: Self.fields))
        } catch {
            throw error.within(rule.name)
        }
    }

    package func write(to writer: inout FieldWriter, _ rule: FieldRule) throws(WireError) {
        do throws(WireError) {
            try write(to: &writer)
        } catch {
            throw error.within(rule.name)
        }
    }
}

/// The content of a frame's body, by its kind.
package protocol WireMessage: WireGroup {
    static var kind: MessageKind { get }
}

extension WireMessage {
    package static var typeName: String { kind.name }

    /// Reads a whole body.
    ///
    /// - Throws: ``WireError`` naming the field.
    package init(decoding body: ByteBuffer) throws(WireError) {
        try self.init(reading: FieldReader(body, rules: Self.fields))
    }

    /// Appends the body's bytes; on an error `buffer` is as it was.
    ///
    /// - Throws: ``WireError`` naming the field outside its limit, or `frameTooLarge` above `maximum` bytes.
    package func encode(
        _ options: RequestOptions = .none, into buffer: inout ByteBuffer,
        maximum: Int = WireLimits.frameBytes.upperBound
    ) throws(WireError) {
        let start = buffer.writerIndex
        var writer = FieldWriter(taking: &buffer, maximum: maximum)
        defer { buffer = writer.buffer }
        do throws(WireError) {
            try write(to: &writer)
            try options.write(to: &writer)
        } catch {
            writer.buffer.moveWriterIndex(to: start)
            throw error
        }
    }
}
