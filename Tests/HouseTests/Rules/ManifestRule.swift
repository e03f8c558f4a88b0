/// Package.swift declares the targets of the table, with no dependency that the table refuses,
/// and every import of ours or of a package is declared there too (the compiler lets indirect ones pass).
enum ManifestRule {
    static func check(_ tree: Tree, table: ImportTable = .house) -> [Finding] {
        guard let text = tree.text("Package.swift") else { return [] }
        let manifest = Manifest(text)
        return missingRows(manifest, table) + refused(manifest, tree, table) + undeclared(manifest, tree, table)
    }

    private static func finding(_ line: Int, _ message: String, path: String = "Package.swift") -> Finding {
        Finding(
            rule: "manifest", path: path, line: line, message: message,
            fix: "make Package.swift and Tests/HouseTests/Rules/ImportTable.swift say the same")
    }

    private static func missingRows(_ manifest: Manifest, _ table: ImportTable) -> [Finding] {
        let declared = Set(manifest.targets.map(\.name))
        return table.rows.filter { !declared.contains($0.target) }
            .map { finding(0, "target \($0.target) of the table is not declared") }
    }

    private static func refused(_ manifest: Manifest, _ tree: Tree, _ table: ImportTable) -> [Finding] {
        manifest.targets.filter { !$0.isTest }.flatMap { target in
            let known = target.path.map { !$0.hasPrefix("Sources") } ?? false ? nil : target.name
            let reasons = target.dependencies.compactMap {
                table.refusal(of: $0, to: known, testSupport: tree.testTargets)
            }
            let stranger = known.flatMap { table[$0] == nil ? "target \($0) is not in the table of layers" : nil }
            return Set(reasons + [stranger].compactMap(\.self)).sorted().map { finding(target.line, $0) }
        }
    }

    private static func undeclared(_ manifest: Manifest, _ tree: Tree, _ table: ImportTable) -> [Finding] {
        let checked = Set(table.rows.flatMap { [$0.target] + $0.packages })
        return tree.swift.flatMap { source -> [Finding] in
            guard let target = manifest.targets.first(where: { $0.owns(source) }) else { return [] }
            return source.imports.filter {
                checked.contains($0.module) && $0.module != target.name && !target.dependencies.contains($0.module)
            }
            .map { finding($0.line, "\(target.name) imports \($0.module), not declared for it", path: source.path) }
        }
    }
}

extension Manifest.Target {
    /// Whether the file stands in the folder of the target.
    func owns(_ source: SwiftSource) -> Bool {
        source.path.hasPrefix((path ?? (isTest ? "Tests/" : "Sources/") + name) + "/")
    }
}
