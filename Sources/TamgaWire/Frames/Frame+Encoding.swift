import NIOCore

extension Frame {
    /// Appends a header and a body; on an error `buffer` is as it was.
    ///
    /// - Throws: ``WireError`` for a missing request id, a field outside its limit, or a body above the limit of its
    ///   kind.
    static func encode(
        _ content: some WireMessage, options: RequestOptions = .none, requestID: UInt64, limits: WireLimits,
        into buffer: inout ByteBuffer
    ) throws(WireError) {
        let kind = type(of: content).kind
        guard requestID != 0 || kind == .error else {
            throw WireError(.malformedFrame, field: "request id", limit: "1...\(UInt64.max)", message: "it is 0")
        }
        let start = buffer.writerIndex
        var header = FrameHeader(
            length: 0, version: WireProtocol.version, kind: kind.rawValue, flags: 0, requestID: requestID)
        header.write(to: &buffer)
        do throws(WireError) {
            try content.encode(options, into: &buffer, maximum: limits.bodyBytes(of: kind))
        } catch {
            buffer.moveWriterIndex(to: start)
            throw error
        }
        header.length = UInt32(buffer.writerIndex - start - WireLimits.headerBytes)
        buffer.setInteger(header.length, at: start)
    }
}
