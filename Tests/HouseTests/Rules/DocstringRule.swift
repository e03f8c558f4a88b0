/// Every public declaration in Sources says in a docstring what it is; properties of an instance may do without,
/// and what a protocol of this repository or of SwiftNIO asks for, in a type that names it.
enum DocstringRule {
    /// Witnesses of protocols everybody knows.
    static let exempt: Set<String> = [
        "description", "debugDescription", "errorDescription", "==", "<", "hash", "allCases",
    ]

    static func check(_ tree: Tree) -> [Finding] {
        let requirements = Requirements(tree)
        return tree.swift.filter { $0.target != nil }.flatMap { source -> [Finding] in
            let blocks = TypeBlock.all(in: source)
            return source.codeLines.enumerated().compactMap { index, code -> Finding? in
                guard let declaration = PublicDeclaration(code), declaration.needsDocstring,
                    !exempt.contains(declaration.name), !hasDocstring(above: index, source.lines),
                    !requirements.ask(for: declaration.name, line: index + 1, in: blocks)
                else { return nil }
                return Finding(
                    rule: "docstring", path: source.path, line: index + 1,
                    message: "public \(declaration.title) has no docstring",
                    fix: "say in one `///` sentence what it is, with units, limits and errors; or make it `package`")
            }
        }
    }

    /// Attributes and plain comments may stand between the docstring and the declaration.
    private static func hasDocstring(above index: Int, _ lines: [Substring]) -> Bool {
        for line in lines[..<index].reversed().lazy.map({ $0.trimming(" \t") }) {
            if line.hasPrefix("///") || line.hasSuffix("*/") { return true }
            guard line.hasPrefix("@") || line.hasPrefix("//") else { return false }
        }
        return false
    }
}

/// What one line of code declares in public.
struct PublicDeclaration {
    var kind: String
    var name: String
    var needsDocstring: Bool

    var title: String { kind == name ? kind : "\(kind) \(name)" }

    private static let kinds: Set<String> = [
        "func", "init", "struct", "enum", "class", "protocol", "actor", "typealias", "subscript", "var", "let",
    ]
    private static let modifiers: Set<String> = [
        "public", "open", "static", "final", "class", "override", "mutating", "nonmutating", "convenience", "required",
        "indirect", "consuming", "borrowing", "prefix", "postfix", "infix", "lazy", "weak", "unowned", "nonisolated",
        "private", "internal", "package", "fileprivate", "set", "unsafe", "isolated", "distributed", "dynamic",
    ]

    /// Nil where the line declares nothing in public.
    init?(_ code: String) {
        var rest = Substring(code.trimming(" \t"))
        while rest.hasPrefix("@") { rest = Self.withoutAttribute(rest) }
        let words = rest.split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
        guard let at = words.indices.first(where: { Self.isKind(words, $0) }),
            words[..<at].allSatisfy(Self.modifiers.contains),
            words[..<at].contains("public") || words[..<at].contains("open")
        else { return nil }
        kind = Self.head(words[at])
        let next = at + 1 < words.count ? words[at + 1] : ""
        name = kind == "init" || kind == "subscript" ? kind : Self.name(next)
        needsDocstring = !(kind == "var" || kind == "let") || words[..<at].contains("static")
    }

    /// `class` in front of another kind only modifies that one.
    private static func isKind(_ words: [String], _ index: Int) -> Bool {
        guard kinds.contains(head(words[index])) else { return false }
        return words[index] != "class" || index + 1 == words.count || !kinds.contains(head(words[index + 1]))
    }

    /// `init?` and `init<T>` are `init`.
    private static func head(_ word: String) -> String { String(word.prefix { $0.isLetter }) }

    private static func name(_ word: String) -> String {
        let name = word.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "`" }
        return name.isEmpty ? word : String(name)
    }

    private static func withoutAttribute(_ text: Substring) -> Substring {
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        var rest = text[name.endIndex...]
        if rest.hasPrefix("(") {
            var depth = 0
            let end = rest.firstIndex {
                depth += $0 == "(" ? 1 : $0 == ")" ? -1 : 0
                return depth == 0
            }
            rest = end.map { rest[rest.index(after: $0)...] } ?? ""
        }
        return rest.drop { $0 == " " }
    }
}
