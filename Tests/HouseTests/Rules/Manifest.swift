/// The targets that Package.swift declares, read loosely: calls of `layer`, `program`, `tests` or of the package
/// description's own functions, whose first text is the name and whose first list is the dependencies.
struct Manifest {
    struct Target: Hashable {
        var name: String
        var dependencies: [String]
        var path: String?
        var isTest: Bool
        /// Counted from 1.
        var line: Int
    }

    let targets: [Target]

    private static let calls: [String: Bool] = [
        "layer": false, "level": false, "program": false, "tests": true, "target": false, "executableTarget": false,
        "testTarget": true, "systemLibrary": false,
    ]

    init(_ text: String) {
        let source = SwiftSource(path: "Package.swift", text: text)
        let written = SwiftMask.code(of: text, keepsStrings: true)
        let products = Self.products(source, written)
        targets = source.words.compactMap { word in
            guard let isTest = Self.calls[word.text], source.byte(after: word) == UInt8(ascii: "(") else { return nil }
            let range = source.range(from: word.range.upperBound, open: "(", close: ")")
            guard let name = Self.firstText(written[range]) else { return nil }
            let hasList = word.text != "systemLibrary"
            let start = !hasList ? nil : source.code[range].firstIndex(of: UInt8(ascii: "["))
            let list = start.map { source.range(from: $0, open: "[", close: "]") }
            return Target(
                name: name, dependencies: list.map { Self.names(in: $0, source, written, products) } ?? [],
                path: Self.text(after: "path:", in: written[range]), isTest: isTest, line: word.line)
        }
    }

    /// Constants that stand for products: `let nioCore = Target.Dependency.product(name: "NIOCore", ...)`.
    private static func products(_ source: SwiftSource, _ written: [UInt8]) -> [String: String] {
        var products: [String: String] = [:]
        for (index, word) in source.words.enumerated() where word.text == "product" && index > 3 {
            guard source.words[index - 4].text == "let" else { continue }
            let range = source.range(from: word.range.upperBound, open: "(", close: ")")
            products[source.words[index - 3].text] = text(after: "name:", in: written[range])
        }
        return products
    }

    /// The dependencies in a list: texts (but for those after `package:`) and constants.
    private static func names(
        in range: Range<Int>, _ source: SwiftSource, _ written: [UInt8], _ products: [String: String]
    ) -> [String] {
        let items = SwiftSource.text(of: written[range]).split(separator: "\"", omittingEmptySubsequences: false)
        let texts = items.indices.filter { $0 % 2 == 1 && !items[$0 - 1].hasSuffix("package: ") }
        let constants = source.words.filter { range.contains($0.range.lowerBound) }.compactMap { products[$0.text] }
        return texts.map { String(items[$0]) } + constants
    }

    private static func firstText(_ bytes: ArraySlice<UInt8>) -> String? {
        let head = SwiftSource.text(of: bytes).split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard head.count == 3, head[0].trimming(" \n") == "(" || head[0].trimming(" \n") == "(name:" else { return nil }
        return String(head[1])
    }

    private static func text(after label: String, in bytes: ArraySlice<UInt8>) -> String? {
        let text = SwiftSource.text(of: bytes)
        guard let found = text.firstRange(of: label) else { return nil }
        let parts = text[found.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
        return parts.count > 1 ? String(parts[1]) : nil
    }
}

extension SwiftSource {
    /// From the opening mark at `offset` to the end of its partner.
    func range(from offset: Int, open: Character, close: Character) -> Range<Int> {
        var depth = 0
        for index in offset..<code.count {
            if code[index] == open.asciiValue { depth += 1 }
            if code[index] == close.asciiValue { depth -= 1 }
            if depth == 0 { return offset..<(index + 1) }
        }
        return offset..<code.count
    }
}

extension StringProtocol {
    /// Without the given characters at both ends.
    func trimming(_ characters: String) -> String {
        String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
    }

    private func drop(_ matches: (Character) -> Bool) -> SubSequence {
        self[(firstIndex { !matches($0) } ?? endIndex)...]
    }
}
