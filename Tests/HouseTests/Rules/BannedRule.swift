/// Constructs that end the process, hide a failure, or make an answer depend on the hour or on chance.
enum BannedRule {
    static func check(_ tree: Tree, table: ImportTable = .house) -> [Finding] {
        tree.swift.flatMap { source -> [Finding] in
            guard !source.isTest else { return words(source, table).filter { $0.message == "@testable" } }
            return words(source, table) + forceUnwraps(source)
        }
            + leftovers(tree)
    }

    private static func finding(_ path: String, _ line: Int, _ message: String, _ fix: String) -> Finding {
        Finding(rule: "banned", path: path, line: line, message: message, fix: fix)
    }

    private static func words(_ source: SwiftSource, _ table: ImportTable) -> [Finding] {
        let layer = source.target.flatMap { table[$0]?.layer }
        let isInner = layer.map { (1...4).contains($0) } ?? false
        return source.words.compactMap { word in
            guard let (message, fix) = always(word, source) ?? (isInner ? inInnerLayers(word, source) : nil) else {
                return nil
            }
            return finding(source.path, word.line, message, fix)
        }
    }

    private static func always(_ word: SwiftSource.Word, _ source: SwiftSource) -> (String, String)? {
        let after = source.byte(after: word)
        let before = source.byte(before: word)
        switch (word.text, after) {
        case ("try", UInt8(ascii: "!")): return ("try!", "throw a typed error, or catch this one")
        case ("as", UInt8(ascii: "!")): return ("as!", "use `as?` and say what happens when it is nil")
        case ("fatalError", UInt8(ascii: "(")): return ("fatalError", "throw a typed error")
        case ("print", UInt8(ascii: "(")) where !source.isProgram && before != UInt8(ascii: "."):
            return ("print in a library", "log through a logger that is passed in, or return the text")
        case ("testable", _) where before == UInt8(ascii: "@"):
            return ("@testable", "give what the test needs `package` access: tests run against the release build")
        default: return nil
        }
    }

    /// Clock and randomness are handed to layers 1 to 4 from outside.
    private static func inInnerLayers(_ word: SwiftSource.Word, _ source: SwiftSource) -> (String, String)? {
        let after = source.byte(after: word)
        let rest = SwiftSource.text(of: source.code[word.range.upperBound...].prefix(5))
        switch word.text {
        case "Date" where rest.hasPrefix("()") || rest.hasPrefix(".now"):
            return ("the clock of the system", "take the time as an argument or inject a clock")
        case "SystemRandomNumberGenerator":
            return ("randomness of the system", "take `inout some RandomNumberGenerator`")
        case "random", "randomElement", "shuffled", "shuffle":
            guard source.byte(before: word) == UInt8(ascii: "."), after == UInt8(ascii: "(") else { return nil }
            let isSeeded = source.argument(at: word.range.upperBound).contains("using:")
            return isSeeded ? nil : ("\(word.text) without `using:`", "take `inout some RandomNumberGenerator`")
        default: return nil
        }
    }

    /// A `!` right behind an operand, and not part of `!=`.
    private static func forceUnwraps(_ source: SwiftSource) -> [Finding] {
        source.code.indices.filter { index in
            guard source.code[index] == UInt8(ascii: "!"), index > 0 else { return false }
            let next = index + 1 < source.code.count ? source.code[index + 1] : 0
            return next != UInt8(ascii: "=") && source.endsOperand(before: index)
        }
        .map {
            finding(
                source.path, source.line(ofOffset: $0), "force unwrap",
                "bind it with `if let` or `guard let` and throw a typed error otherwise")
        }
    }

    /// Marks of unfinished work, in any text outside tests and prose.
    private static func leftovers(_ tree: Tree) -> [Finding] {
        tree.texts.filter { isWorkText($0.path) }.flatMap { path, text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { line in
                let words = line.element.split { !($0.isLetter || $0.isNumber || $0 == "_") }
                guard let mark = words.first(where: { marks.contains($0) }) else { return nil }
                return finding(
                    path, line.offset + 1, "\(mark)", "do it now, or file an issue and delete the comment")
            }
        }
    }

    private static let marks: Set<Substring> = ["TODO", "FIXME", "XXX", "HACK"]

    private static func isWorkText(_ path: String) -> Bool {
        !path.hasPrefix("docs/") && !path.hasSuffix(".md") && path != "LICENSE"
            && !path.split(separator: "/").contains("Tests")
    }
}

extension SwiftSource {
    /// Whether what stands right before the offset may be unwrapped: a name, a call, a literal; not `try` or `as`.
    fileprivate func endsOperand(before offset: Int) -> Bool {
        let byte = code[offset - 1]
        guard !")]}\"?`!".utf8.contains(byte) else { return true }
        guard Self.isWordByte(byte) else { return false }
        let word = words.last { $0.range.upperBound == offset }?.text
        return word != "try" && word != "as"
    }
}
