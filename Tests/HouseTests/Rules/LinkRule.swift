/// Links in README.md and docs that point into the repository lead somewhere.
enum LinkRule {
    static func check(_ tree: Tree) -> [Finding] {
        tree.texts.filter { isProse($0.path) }.flatMap { path, text in
            links(in: text).compactMap { target, line in
                guard let resolved = resolve(target, from: path), !tree.holds(resolved) else { return nil }
                return Finding(
                    rule: "links", path: path, line: line, message: "link to \(target), which is not there",
                    fix: "correct the path (it is relative to the page) or write what it points to")
            }
        }
    }

    static func isProse(_ path: String) -> Bool {
        path == "README.md" || (path.hasPrefix("docs/") && path.hasSuffix(".md"))
    }

    /// Targets of `[text](target)` outside of code, with the line.
    static func links(in text: String) -> [(target: String, line: Int)] {
        var isFenced = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
            if line.trimming(" ").hasPrefix("```") { isFenced.toggle() }
            guard !isFenced else { return [(target: String, line: Int)]() }
            let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .map { $0.offset % 2 == 0 ? $0.element : "" }.joined()
            return prose.ranges(of: "](").map { found in
                (target: String(prose[found.upperBound...].prefix { $0 != ")" && $0 != " " }), line: number + 1)
            }
        }
    }

    /// The path from the root; nil for a link to elsewhere or within the page.
    /// A path that leaves the repository stays as it is.
    static func resolve(_ target: String, from page: String) -> String? {
        let path = target.prefix { $0 != "#" }
        guard !path.isEmpty, !path.contains("://"), !path.hasPrefix("mailto:") else { return nil }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(String(part))
            } else if parts.popLast() == nil {
                return target
            }
        }
        return parts.joined(separator: "/")
    }
}
