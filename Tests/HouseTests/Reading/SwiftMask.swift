/// Blanks out the comments and the text of string and regex literals of Swift source, byte for byte:
/// offsets and line breaks stay, delimiters and interpolated code stay.
///
/// It knows nested comments, raw and multi-line strings and nested interpolation; it guesses `/regex/` by what
/// stands before it.
struct SwiftMask {
    private let bytes: [UInt8]
    private var out: [UInt8]
    private let keepsStrings: Bool
    private var at = 0

    /// The masked text as UTF-8; with `keepsStrings` only comments are blanked out.
    static func code(of text: String, keepsStrings: Bool = false) -> [UInt8] {
        var mask = SwiftMask(bytes: Array(text.utf8), keepsStrings: keepsStrings)
        mask.readCode(insideInterpolation: false)
        return mask.out
    }

    private init(bytes: [UInt8], keepsStrings: Bool) {
        self.bytes = bytes
        self.keepsStrings = keepsStrings
        out = bytes
    }

    private func byte(_ offset: Int = 0) -> UInt8 {
        at + offset < bytes.count ? bytes[at + offset] : 0
    }

    private func stands(_ text: String) -> Bool {
        bytes[min(at, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func blank(_ count: Int = 1) {
        for index in at..<min(at + count, bytes.count) where bytes[index] != UInt8(ascii: "\n") {
            out[index] = UInt8(ascii: " ")
        }
        at += count
    }

    /// Steps over text of a literal, blanking it unless strings are kept.
    private mutating func pass(_ count: Int = 1) {
        if keepsStrings { at += count } else { blank(count) }
    }

    /// Reads code to the end, or to the parenthesis that closes an interpolation.
    private mutating func readCode(insideInterpolation: Bool) {
        var depth = 0
        while at < bytes.count {
            if stands("//") {
                while at < bytes.count, byte() != UInt8(ascii: "\n") { blank() }
            } else if stands("/*") {
                readBlockComment()
            } else if let hashes = hashesBefore(UInt8(ascii: "\"")) {
                readString(hashes: hashes)
            } else if let hashes = hashesBefore(UInt8(ascii: "/")), hashes > 0 || startsRegex() {
                readRegex(hashes: hashes)
            } else {
                if byte() == UInt8(ascii: "(") { depth += 1 }
                if byte() == UInt8(ascii: ")") { depth -= 1 }
                at += 1
                if insideInterpolation, depth < 0 { return }
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if stands("/*") {
                depth += 1
                blank(2)
            } else if stands("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && at < bytes.count
    }

    /// How many `#` stand here in front of the delimiter; nil where the delimiter does not follow them.
    private func hashesBefore(_ delimiter: UInt8) -> Int? {
        var count = 0
        while byte(count) == UInt8(ascii: "#") { count += 1 }
        return byte(count) == delimiter ? count : nil
    }

    private mutating func readString(hashes: Int) {
        let hash = String(repeating: "#", count: hashes)
        at += hashes
        let quote = stands("\"\"\"") ? "\"\"\"" : "\""
        at += quote.utf8.count
        while at < bytes.count {
            if stands(quote + hash) {
                at += quote.utf8.count + hashes
                return
            } else if stands("\\" + hash + "(") {
                pass(1 + hashes)
                at += 1
                readCode(insideInterpolation: true)
            } else if stands("\\" + hash) {
                pass(2 + hashes)
            } else if quote.utf8.count == 1, byte() == UInt8(ascii: "\n") {
                return
            } else {
                pass()
            }
        }
    }

    /// Whether the slash here opens a regex literal: nothing that ends an operand stands before it,
    /// no space after it, and another slash follows on the line.
    private func startsRegex() -> Bool {
        let next = byte(1)
        guard next != UInt8(ascii: " "), next != UInt8(ascii: "="), next != UInt8(ascii: "\n") else { return false }
        var before = at - 1
        while before >= 0, bytes[before] == UInt8(ascii: " ") || bytes[before] == UInt8(ascii: "\n") { before -= 1 }
        guard before < 0 || "(,=:[{!&|?;".utf8.contains(bytes[before]) else { return false }
        return bytes[(at + 1)...].prefix { $0 != UInt8(ascii: "\n") }.contains(UInt8(ascii: "/"))
    }

    private mutating func readRegex(hashes: Int) {
        let end = "/" + String(repeating: "#", count: hashes)
        at += hashes + 1
        while at < bytes.count, !stands(end), hashes > 0 || byte() != UInt8(ascii: "\n") {
            pass(byte() == UInt8(ascii: "\\") ? 2 : 1)
        }
        at += end.utf8.count
    }
}
