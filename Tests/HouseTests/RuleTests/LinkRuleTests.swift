import Testing

@Suite struct LinkRuleTests {
    private func messages(_ path: String, _ text: String) -> [String] {
        LinkRule.check(Tree([path: text, "docs/PROTOCOL.md": "", "Sources/A/A.swift": "", "LICENSE": ""]))
            .map { "\($0.line) \($0.message)" }
    }

    @Test func linksThatLeadSomewherePass() {
        let text = """
            [a](docs/PROTOCOL.md) [b](./docs/PROTOCOL.md#frames) [`c`](Sources/A) [d](LICENSE "title") [e](#here)
            [f](https://example.org/x) [g](mailto:a@example.org) `[h](nowhere)` [i](Sources/A/)
            ```
            [j](nowhere)
            ```
            """
        #expect(messages("README.md", text).isEmpty)
        #expect(messages("docs/A.md", "[a](PROTOCOL.md) [b](../Sources/A/A.swift) [c](../LICENSE)").isEmpty)
    }

    @Test func brokenLinksAreSeen() {
        #expect(messages("README.md", "\n[a](docs/NONE.md#x)") == ["2 link to docs/NONE.md#x, which is not there"])
        #expect(messages("docs/A.md", "[a](docs/PROTOCOL.md)").count == 1)
        #expect(messages("docs/A.md", "[a](../../elsewhere)").count == 1)
        #expect(messages("README.md", "![a](docs/a.png)").count == 1)
        #expect(messages("Sources/A/README.md", "[a](nowhere)").isEmpty)
    }
}
