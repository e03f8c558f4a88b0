/// Every import is one that the table of layers allows.
enum ImportRule {
    static func check(_ tree: Tree, table: ImportTable = .house) -> [Finding] {
        let testSupport = tree.testTargets
        return tree.swift.filter { !$0.isTest && $0.path != "Package.swift" }.flatMap { source in
            source.imports.compactMap { module, line in
                guard module != source.target,
                    let why = table.refusal(of: module, to: source.target, testSupport: testSupport)
                else { return nil }
                return Finding(
                    rule: "imports", path: source.path, line: line, message: why,
                    fix: "use what a lower layer offers, or move the code to the layer that may; "
                        + "a new arrow goes into Tests/HouseTests/Rules/ImportTable.swift and docs/ARCHITECTURE.md")
            }
        }
    }
}

extension Tree {
    /// Names of the folders under Tests: their modules are not for products.
    var testTargets: Set<String> {
        Set(paths.compactMap { path in
            let parts = path.split(separator: "/")
            return parts.count > 2 && parts[0] == "Tests" ? String(parts[1]) : nil
        })
    }
}

extension SwiftSource {
    private static let importKinds: Set<String> = [
        "typealias", "struct", "class", "enum", "protocol", "let", "var", "func",
    ]

    /// The modules imported, with the line: `import X`, `import struct X.Y`, access levels and attributes before it.
    var imports: [(module: String, line: Int)] {
        words.indices.compactMap { index in
            guard words[index].text == "import", !".`".utf8.contains(byte(before: words[index])) else { return nil }
            let named = words[(index + 1)...].first { !Self.importKinds.contains($0.text) }
            return named.map { (module: $0.text, line: words[index].line) }
        }
    }
}
