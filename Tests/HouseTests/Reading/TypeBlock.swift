/// The body of a type, a protocol or an extension: what it conforms to, and which functions a protocol asks for.
struct TypeBlock {
    var isProtocol: Bool
    var name: String
    /// The names behind the colon (and in the `where` clause, which does no harm).
    var conformances: Set<String>
    /// Counted from 1, both ends within.
    var lines: ClosedRange<Int>
    /// The functions declared within, nested ones included.
    var functions: Set<String>

    private static let keywords: Set<String> = ["struct", "class", "enum", "actor", "extension", "protocol"]

    static func all(in source: SwiftSource) -> [TypeBlock] {
        let words = source.words
        return words.indices.compactMap { index in
            guard keywords.contains(words[index].text), index + 1 < words.count,
                let open = source.code[words[index].range.upperBound...].firstIndex(of: UInt8(ascii: "{"))
            else { return nil }
            let body = source.range(from: open, open: "{", close: "}")
            let header = words[(index + 2)...].prefix { $0.range.lowerBound < open }
            let inner = words.indices.filter { body.contains(words[$0].range.lowerBound) }
            let functions = inner.filter { words[$0].text == "func" && $0 + 1 < words.count }
            return TypeBlock(
                isProtocol: words[index].text == "protocol", name: words[index + 1].text,
                conformances: Set(header.map(\.text)),
                lines: words[index].line...max(words[index].line, source.line(ofOffset: body.upperBound)),
                functions: Set(functions.map { words[$0 + 1].text }))
        }
    }
}
