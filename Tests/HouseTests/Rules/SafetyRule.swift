/// Each use of unsafe code says why it is sound.
///
/// Within the 12 lines above a line that holds `unsafe`, `@unchecked Sendable` or `nonisolated(unsafe)` stands a
/// comment `// SAFETY:`, or another such line that has one; neither counts from inside another function,
/// unless that function is too short to hold a comment (three lines).
enum SafetyRule {
    static let reach = 12
    static let linesOfShortFunction = 3

    static func check(_ tree: Tree) -> [Finding] {
        tree.swift.filter { !$0.isTest }.flatMap(check)
    }

    private static func check(_ source: SwiftSource) -> [Finding] {
        let comments = source.lines.indices.filter { source.lines[$0].trimming(" \t").hasPrefix("// SAFETY:") }
        let walls = source.functions.map(\.lines).filter { $0.count > linesOfShortFunction }
        var sound = Set(comments.map { $0 + 1 })
        var findings: [Finding] = []
        for line in source.unsafeLines {
            let near = sound.contains { above in
                (line - reach..<line).contains(above) && walls.allSatisfy { !$0.contains(above) || $0.contains(line) }
            }
            if near {
                sound.insert(line)
            } else {
                findings.append(
                    Finding(
                        rule: "safety", path: source.path, line: line, message: "unsafe without a reason",
                        fix: "write `// SAFETY: why this is sound` above it, or use a safe interface"))
            }
        }
        return findings
    }
}

extension SwiftSource {
    /// Lines that hold an unsafe construct, in order.
    fileprivate var unsafeLines: [Int] {
        let lines = words.indices.filter { index in
            let word = words[index]
            let isKeyword = word.text == "unsafe" && !".`@".utf8.contains(byte(before: word))
                && byte(after: word) != UInt8(ascii: ":")
            let isUnchecked = word.text == "unchecked" && byte(before: word) == UInt8(ascii: "@")
                && index + 1 < words.count && words[index + 1].text == "Sendable"
            return isKeyword || isUnchecked
        }
        return Set(lines.map { words[$0].line }).sorted()
    }
}
