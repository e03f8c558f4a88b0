/// One Swift file as the rules see it: its lines, its code without comments and literals, its words and its functions.
struct SwiftSource {
    /// An identifier, a keyword or a number in the code.
    struct Word {
        var text: String
        /// Byte offsets in ``SwiftSource/code``.
        var range: Range<Int>
        /// Counted from 1.
        var line: Int
    }

    let path: String
    /// The lines as written, without their line breaks.
    let lines: [Substring]
    /// UTF-8 of the text with comments and literals blanked out.
    let code: [UInt8]
    let words: [Word]
    let functions: [FunctionBody]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = SwiftMask.code(of: text)
        words = Self.words(of: code)
        functions = FunctionBody.all(words: words, code: code)
    }

    private static func words(of code: [UInt8]) -> [Word] {
        var words: [Word] = []
        var line = 1
        var start: Int?
        for (index, byte) in (code + [0]).enumerated() {
            if isWordByte(byte) {
                start = start ?? index
            } else {
                if let from = start {
                    words.append(Word(text: text(of: code[from..<index]), range: from..<index, line: line))
                    start = nil
                }
                if byte == UInt8(ascii: "\n") { line += 1 }
            }
        }
        return words
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 128...:
            true
        default: false
        }
    }

    static func text(of bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The byte of code right before the word; 0 at the start.
    func byte(before word: Word) -> UInt8 { word.range.lowerBound > 0 ? code[word.range.lowerBound - 1] : 0 }

    /// The byte of code right after the word; 0 at the end.
    func byte(after word: Word) -> UInt8 { word.range.upperBound < code.count ? code[word.range.upperBound] : 0 }

    func line(ofOffset offset: Int) -> Int {
        1 + code[..<offset].count { $0 == UInt8(ascii: "\n") }
    }

    /// The line of code (comments and literals blanked out), counted from 1.
    var codeLines: [String] {
        code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Self.text(of:))
    }

    /// The code between the parenthesis at `offset` and the one that closes it.
    func argument(at offset: Int) -> String {
        var depth = 0
        for index in offset..<code.count {
            if code[index] == UInt8(ascii: "(") { depth += 1 }
            if code[index] == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return Self.text(of: code[offset...index]) }
        }
        return Self.text(of: code[offset...])
    }
}
