import Testing

@Suite struct BannedRuleTests {
    private func messages(_ text: String, at path: String = "Sources/TamgaMatcher/A.swift") -> [String] {
        BannedRule.check(Tree([path: text])).map(\.message)
    }

    @Test(arguments: [
        ("let a = try! f()", "try!"), ("let a = b as! C", "as!"), ("fatalError(\"no\")", "fatalError"),
        ("print(1)", "print in a library"), ("@testable import A", "@testable"),
        ("let a = b!", "force unwrap"), ("f(a!.b)", "force unwrap"), ("f()!", "force unwrap"),
        ("a[0]! += 1", "force unwrap"), ("\"\\(a!)\"", "force unwrap"), ("\"a\"!", "force unwrap"),
        ("a!!", "force unwrap"), ("var a: Int!", "force unwrap"), ("x = b! == c", "force unwrap"),
        ("let a = Date()", "the clock of the system"), ("let a = Date.now", "the clock of the system"),
        ("var a = SystemRandomNumberGenerator()", "randomness of the system"),
        ("let a = Int.random(in: 0..<9)", "random without `using:`"), ("b.shuffled()", "shuffled without `using:`"),
        ("// TODO: later", "TODO"), ("let a = 1 // FIXME", "FIXME"), ("/* XXX */", "XXX"), ("// HACK", "HACK"),
    ])
    func bannedConstructsFail(text: String, message: String) {
        #expect(Set(messages(text)) == [message])
    }

    @Test(arguments: [
        "let a = try f()", "let a = try? f()", "let a = b as? C", "a != b",
        "guard !a, !b.isEmpty else { return }", "f(!a)", "#if !os(Linux)", "// wow!", "let a = \"b!\"", "a!=b",
        "log.print(1)", "let printer = 1", "Int.random(in: 0..<f(9), using: &generator)",
        "b.shuffled(using: &generator)",
        "Date(timeIntervalSince1970: 1)", "let a = random(1)", "// TODOS and HACKING are words", "precondition(a)",
    ])
    func conformingTextPasses(text: String) {
        #expect(messages(text).isEmpty)
    }

    @Test func programsAndToolsPrintAndOuterLayersReadTheClock() {
        for path in ["Sources/tamga/A.swift", "Sources/tamga-server/A.swift", "tools/tamga-eval/A.swift"] {
            #expect(messages("print(Date(), Int.random(in: 0..<2))", at: path).isEmpty)
        }
        #expect(messages("let a = Date()", at: "Sources/TamgaServer/A.swift").isEmpty)
        #expect(messages("print(1)", at: "Sources/TamgaServer/A.swift") == ["print in a library"])
    }

    @Test func testsMayDoWhatTheyMustButReachInside() {
        #expect(messages("let a = try! f()! // TODO", at: "Tests/A/A.swift").isEmpty)
        #expect(messages("@testable import A", at: "Tests/A/A.swift") == ["@testable"])
    }

    @Test func leftoversAreSeenInEveryTextButProse() {
        #expect(messages("# TODO", at: "tools/demo") == ["TODO"])
        #expect(messages("mktemp -d x.XXXXXX", at: "tools/demo").isEmpty)
        #expect(messages("no TODO is allowed", at: "docs/HACKING.md").isEmpty)
    }
}
