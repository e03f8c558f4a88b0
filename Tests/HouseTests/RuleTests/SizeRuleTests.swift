import Testing

@Suite struct SizeRuleTests {
    private func findings(_ path: String, _ text: String) -> [Finding] { SizeRule.check(Tree([path: text])) }

    private func function(lines: Int) -> String {
        "func f() {\n" + String(repeating: "    g()\n", count: lines - 2) + "}\n"
    }

    @Test(arguments: [("Sources/A/A.swift", 350), ("tools/a/A.swift", 350), ("Tests/A/A.swift", 500)])
    func filesStayWithinTheirLimit(path: String, limit: Int) {
        #expect(findings(path, String(repeating: "a\n", count: limit)).isEmpty)
        let found = findings(path, String(repeating: "a\n", count: limit + 1))
        #expect(found.map(\.message) == ["\(limit + 1) lines, at most \(limit)"])
        #expect(findings("Sources/A/Generated/A.swift", String(repeating: "a\n", count: 999)).isEmpty)
    }

    @Test func functionsStayWithinTheirLimit() {
        #expect(findings("Sources/A/A.swift", function(lines: 60)).isEmpty)
        #expect(findings("Sources/A/A.swift", "\n" + function(lines: 61)).map(\.line) == [2])
        #expect(findings("Sources/A/A.swift", function(lines: 61)).map(\.message) == ["f has 61 lines, at most 60"])
    }

    @Test func bracesInLiteralsAndCommentsDoNotCount() {
        let text = "func f() {\n" + #"    g("}", /* } */ "\(h { $0 })") // }"# + "\n}\nlet b = 1\n"
        #expect(SwiftSource(path: "A.swift", text: text).functions.map(\.lines) == [1...3])
    }

    @Test func functionsAreFoundInAllTheirForms() {
        let text = """
            protocol P {
                var a: Int { get }
                func b(c: () -> Void = {})
                init(d: Int)
            }
            struct S {
                let e = { 1 }()
                var f = [1].map { $0 }
                init?(
                    g: Int
                ) throws {
                    self.init(h: 1)
                }
                subscript(i: Int) -> Int { 1 }
                var j: Int {
                    1
                }
                static func < (k: S, l: S) -> Bool where S: P {
                    { true }()
                }
            }
            """
        let lines = SwiftSource(path: "A.swift", text: text).functions.map(\.lines)
        #expect(lines == [2...2, 9...13, 14...14, 15...17, 18...20])
    }

    @Test func linesStayWithinTheirLimit() {
        #expect(findings("Sources/A/A.swift", String(repeating: "é", count: 120)).isEmpty)
        #expect(findings("Tests/A/A.swift", "a\n" + String(repeating: "é", count: 121)).map(\.line) == [2])
    }
}
