/// Files, functions and lines that one can take in at once.
enum SizeRule {
    static let linesPerSource = 350
    static let linesPerTest = 500
    static let linesPerFunction = 60
    static let charactersPerLine = 120

    static func check(_ tree: Tree) -> [Finding] {
        tree.swift.filter { !$0.isGenerated }.flatMap { files($0) + functions($0) + lines($0) }
    }

    private static func files(_ source: SwiftSource) -> [Finding] {
        let limit = source.isTest ? linesPerTest : linesPerSource
        let count = source.lines.last == "" ? source.lines.count - 1 : source.lines.count
        guard count > limit else { return [] }
        return [
            Finding(
                rule: "size", path: source.path, line: 0, message: "\(count) lines, at most \(limit)",
                fix: "split by idea: Type+Aspect.swift"),
        ]
    }

    private static func functions(_ source: SwiftSource) -> [Finding] {
        source.functions.filter { $0.lines.count > linesPerFunction }.map {
            Finding(
                rule: "size", path: source.path, line: $0.lines.lowerBound,
                message: "\($0.name) has \($0.lines.count) lines, at most \(linesPerFunction)",
                fix: "give its steps names of their own")
        }
    }

    private static func lines(_ source: SwiftSource) -> [Finding] {
        source.lines.enumerated().filter { $0.element.count > charactersPerLine }.map {
            Finding(
                rule: "size", path: source.path, line: $0.offset + 1,
                message: "\($0.element.count) characters, at most \(charactersPerLine)", fix: "break the line")
        }
    }
}
