/// Tests that README.md and docs name, as in `SuiteTests.function`, are there: what a page says is tested, is.
enum TestNameRule {
    private struct Name {
        var suite: String
        var function: String
        var line: Int
    }

    static func check(_ tree: Tree) -> [Finding] {
        let tests = tree.swift.filter(\.isTest)
        return tree.texts.filter { LinkRule.isProse($0.path) }.flatMap { path, text -> [Finding] in
            names(in: text).filter { name in !tests.contains { $0.has(name.suite, name.function) } }.map { name in
                Finding(
                    rule: "test names", path: path, line: name.line,
                    message: "no test is named \(name.suite).\(name.function)",
                    fix: "correct the name, or take out what is no longer tested")
            }
        }
    }

    /// The names in code marks.
    private static func names(in text: String) -> [Name] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line -> [Name] in
            let code = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .compactMap { $0.offset % 2 == 1 ? $0.element : nil }
            return code.compactMap { word -> Name? in
                let parts = word.split(separator: ".", omittingEmptySubsequences: false)
                guard parts.count == 2, parts[0].hasSuffix("Tests"), parts[0].utf8.allSatisfy(SwiftSource.isWordByte)
                else { return nil }
                return Name(suite: String(parts[0]), function: String(parts[1]), line: number + 1)
            }
        }
    }
}

extension SwiftSource {
    /// Whether a type of the first name and a function of the other are declared here.
    fileprivate func has(_ type: String, _ function: String) -> Bool {
        functions.contains { $0.name == function }
            && words.indices.dropFirst().contains { words[$0].text == type && words[$0 - 1].text == "struct" }
    }
}
