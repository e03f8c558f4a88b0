import NIOCore
import TamgaTestSupport
import TamgaWire

/// Frames that nobody should send; a pure function of the generator.
enum Junk {
    /// Sixteen bytes of header with what is said, valid or not.
    static func header(
        _ length: UInt32, _ kind: UInt8, _ id: UInt64, version: UInt8 = 1, flags: UInt16 = 0
    ) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeMultipleIntegers(length, version, kind, flags, id)
        return buffer
    }

    /// A frame whose header is as it should be, of any kind that may be asked for after the hello, and whose body is
    /// not.
    static func frame(_ id: UInt64, _ random: inout SeededGenerator, into buffer: inout ByteBuffer) {
        let kinds = MessageKind.allCases.filter { $0.direction == .requests && $0 != .hello }
        let kind = kinds.randomElement(using: &random)?.rawValue ?? 0x10
        let length = Int.random(in: 1...48, using: &random)
        buffer.writeMultipleIntegers(UInt32(length), 1 as UInt8, kind, 0 as UInt16, id)
        // A tag of a field and a length that may fit, in half of them: those get further.
        if length >= 6, Bool.random(using: &random) {
            buffer.writeMultipleIntegers(UInt16.random(in: 0x8001...0x8009, using: &random), UInt32(length - 6))
            for _ in 6..<length { buffer.writeInteger(UInt8.random(in: 0...255, using: &random)) }
        } else {
            for _ in 0..<length { buffer.writeInteger(UInt8.random(in: 0...255, using: &random)) }
        }
    }
}
