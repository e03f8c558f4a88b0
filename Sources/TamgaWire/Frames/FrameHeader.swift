package import NIOCore

/// The 16 bytes before every body: length, version, kind, flags, request id, all big-endian.
package struct FrameHeader: Sendable, Hashable {
    /// Bytes of the body that follows.
    package var length: UInt32
    package var version: UInt8
    package var kind: UInt8
    package var flags: UInt16
    package var requestID: UInt64

    package init(length: UInt32, version: UInt8, kind: UInt8, flags: UInt16, requestID: UInt64) {
        self.length = length
        self.version = version
        self.kind = kind
        self.flags = flags
        self.requestID = requestID
    }

    /// Takes a header from the front of a buffer; nil, and nothing taken, while fewer than 16 bytes are there.
    package init?(taking buffer: inout ByteBuffer) {
        guard
            let (length, version, kind, flags, requestID) = buffer.readMultipleIntegers(
                as: (UInt32, UInt8, UInt8, UInt16, UInt64).self)
        else { return nil }
        self.init(length: length, version: version, kind: kind, flags: flags, requestID: requestID)
    }

    package func write(to buffer: inout ByteBuffer) {
        buffer.writeMultipleIntegers(length, version, kind, flags, requestID)
    }
}

extension FrameHeader {
    /// Refuses what no later byte could mend.
    ///
    /// - Throws: ``FrameRefusal`` for another version, a flag, a missing request id, or a length above the limit.
    func check(_ limits: WireLimits) throws(FrameRefusal) {
        guard version == WireProtocol.version else {
            throw refusal(.unsupportedVersion, "version", "version \(version)", "\(WireProtocol.version)", requestID: 0)
        }
        guard flags == 0 else { throw refusal(.malformedFrame, "flags", "unknown flags are set", "0") }
        guard requestID != 0 || kind == MessageKind.error.rawValue else {
            throw refusal(.malformedFrame, "request id", "0 names no request", "1...\(UInt64.max)")
        }
        let allowed = limits.bodyBytes(of: MessageKind(rawValue: kind))
        guard length <= allowed else {
            throw refusal(.frameTooLarge, "length", "\(length) bytes", "0...\(allowed) bytes")
        }
    }

    func refusal(
        _ code: WireErrorCode, _ field: String, _ message: String, _ limit: String?, requestID: UInt64? = nil
    ) -> FrameRefusal {
        FrameRefusal(
            requestID: requestID ?? self.requestID, kind: kind,
            error: WireError(code, field: field, limit: limit, message: message))
    }
}
