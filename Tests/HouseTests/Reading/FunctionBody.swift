/// The lines of one function, initialiser, subscript or computed property, from its keyword to its closing brace.
struct FunctionBody: Hashable {
    var name: String
    /// Counted from 1, both ends within.
    var lines: ClosedRange<Int>

    private static let openers: Set<String> = ["func", "init", "deinit", "subscript", "var"]
    private static let enders: Set<String> = openers.union(["let", "case", "typealias", "associatedtype", "static"])

    static func all(words: [SwiftSource.Word], code: [UInt8]) -> [FunctionBody] {
        let declarations = words.filter { enders.contains($0.text) && isDeclaration($0, code) }
        let ends = Set(declarations.map(\.range.lowerBound))
        return words.indices.compactMap { index in
            let word = words[index]
            guard openers.contains(word.text), isDeclaration(word, code) else { return nil }
            guard let open = bodyStart(of: word, before: ends, code) else { return nil }
            let height = heightOfBlock(at: open, code)
            let line = word.line + breaks(in: code[word.range.upperBound..<open])
            let named = index + 1 < words.count && word.text != "init" ? words[index + 1].text : word.text
            return FunctionBody(name: named, lines: word.line...(line + height))
        }
    }

    /// `x.init` and `` `init` `` name something; they declare nothing.
    private static func isDeclaration(_ word: SwiftSource.Word, _ code: [UInt8]) -> Bool {
        word.range.lowerBound == 0 || !".`".utf8.contains(code[word.range.lowerBound - 1])
    }

    /// The brace that opens the body: outside of every parenthesis, before the next declaration, not after a `=`.
    private static func bodyStart(of word: SwiftSource.Word, before ends: Set<Int>, _ code: [UInt8]) -> Int? {
        var depth = 0
        for index in word.range.upperBound..<code.count {
            switch code[index] {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "{") where depth == 0: return index
            case UInt8(ascii: "}") where depth == 0: return nil
            case UInt8(ascii: "=") where depth == 0 && word.text == "var": return nil
            case UInt8(ascii: "\n") where depth == 0 && word.text == "var": return nil
            default: break
            }
            if depth < 0 || (depth == 0 && ends.contains(index)) { return nil }
        }
        return nil
    }

    /// Lines from the brace at `open` to its partner, 0 where both stand on one line.
    private static func heightOfBlock(at open: Int, _ code: [UInt8]) -> Int {
        var depth = 0
        for index in open..<code.count {
            if code[index] == UInt8(ascii: "{") { depth += 1 }
            if code[index] == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0 { return breaks(in: code[open...index]) }
        }
        return breaks(in: code[open...])
    }

    private static func breaks(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 == UInt8(ascii: "\n") }
    }
}
