package import TamgaGallery
import TamgaRegistry

/// FNV-1a of 64 bits over answers: identifiers and score bits of the candidates in order.
package struct AnswerHash: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    private mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    /// Takes an identifier and the bits of its score in.
    package mutating func add(_ identifier: String, _ score: Float) {
        for byte in identifier.utf8 { add(byte: byte) }
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            add(byte: UInt8(truncatingIfNeeded: score.bitPattern >> shift))
        }
    }

    /// Takes a whole answer in; its end counts, so that candidates cannot move from one answer to the next.
    package mutating func add(_ answer: SearchResult) {
        for candidate in answer.candidates { add(candidate.person.text, candidate.score) }
        add(byte: 0xff)
    }

    package init(_ answers: [SearchResult]) {
        for answer in answers { add(answer) }
    }

    /// 16 hexadecimal digits.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
