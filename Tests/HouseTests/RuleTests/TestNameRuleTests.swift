import Testing

@Suite struct TestNameRuleTests {
    private static let source = """
        @Suite struct ATests {
            @Test func aTest() { #expect(true) }
        }
        """

    private func messages(_ text: String) -> [String] {
        TestNameRule.check(Tree(["docs/A.md": text, "Tests/ATests/A.swift": Self.source]))
            .map { "\($0.line) \($0.message)" }
    }

    @Test func testsThatAreTherePass() {
        #expect(messages("| a | `ATests.aTest` |\n`ATests`, `a.b`, `A-Tests.x`").isEmpty)
        #expect(messages("BTests.aTest, `ATests.aTest.more`").isEmpty)
    }

    @Test func testsThatAreGoneAreSeen() {
        #expect(messages("\n`ATests.other`") == ["2 no test is named ATests.other"])
        #expect(messages("`BTests.aTest`, `ATests.`").count == 2)
        #expect(TestNameRule.check(Tree(["Sources/A/A.md": "`ATests.none`"])).isEmpty)
    }
}
