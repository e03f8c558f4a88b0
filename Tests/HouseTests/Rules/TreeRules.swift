/// The top level holds what it should and nothing else.
enum TopLevelRule {
    static let expected: Set<String> = [
        "Package.swift", "Sources", "Tests", "Benchmarks", "certs", "tools", "docs", "README.md", "LICENSE", "Makefile",
        ".ci",
    ]

    static func check(_ tree: Tree) -> [Finding] {
        let present = Set(tree.paths.compactMap { $0.split(separator: "/").first.map(String.init) })
        let extra = present.subtracting(expected).filter { !$0.hasPrefix(".") }.sorted()
        return extra.map { finding($0, "does not belong to the top level", "move it below one of the folders there") }
            + expected.subtracting(present).sorted().map { finding($0, "is missing", "put it back") }
    }

    private static func finding(_ path: String, _ message: String, _ fix: String) -> Finding {
        Finding(rule: "top level", path: path, line: 0, message: message, fix: fix)
    }
}

/// No templates, keys, certificates or databases in the repository: they are generated or brought along.
enum DataRule {
    static let endings: Set<String> = ["iso", "fmr", "xyt", "pem", "key", "crt", "sqlite"]

    static func check(_ tree: Tree) -> [Finding] {
        tree.paths.filter { path in
            path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
                .map { endings.contains($0.lowercased()) } ?? false
        }
        .map {
            Finding(
                rule: "data", path: $0, line: 0, message: "looks like biometric data, a secret or a database",
                fix: "delete it; generate it when it is needed, in an ignored folder")
        }
    }
}

/// Nothing names a folder of one machine.
enum MachinePathRule {
    /// Written in pieces, so that this file passes.
    static let folders = ["work", "home", "root", "tmp/bash_jobs"]

    static func check(_ tree: Tree) -> [Finding] {
        tree.texts.flatMap { path, text in
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { line in
                guard let folder = folders.first(where: { names(line.element, $0) }) else { return nil }
                return Finding(
                    rule: "machine path", path: path, line: line.offset + 1, message: "names /\(folder)",
                    fix: "use a path relative to the repository, a temporary folder or an environment variable")
            }
        }
    }

    /// Whether the folder, from the root of the disk, starts a path in the line.
    private static func names(_ line: Substring, _ folder: String) -> Bool {
        line.ranges(of: "/\(folder)").contains { found in
            let before = line[..<found.lowerBound].last
            let after = line[found.upperBound...].first
            let startsPath = before.map { !($0.isLetter || $0.isNumber || "_.-~}*)>".contains($0)) } ?? true
            return startsPath && (after == "/" || folder.contains("/"))
        }
    }
}
