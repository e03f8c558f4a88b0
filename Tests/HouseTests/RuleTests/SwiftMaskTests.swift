import Testing

@Suite struct SwiftMaskTests {
    private func code(_ text: String) -> String { String(decoding: SwiftMask.code(of: text), as: UTF8.self) }

    @Test func commentsVanishAndLinesStay() {
        #expect(code("a // b!\nc /* d /* e */ f */ g") == "a      \nc                   g")
        #expect(code("a /* b\n c */ d") == "a     \n      d")
    }

    @Test func stringsKeepTheirQuotesOnly() {
        #expect(code(#"f("a { \" ! }")!"#) == #"f("          ")!"#)
        #expect(code("#\"a \" \\n\"# b") == "#\"      \"# b")
        #expect(code("\"\"\"\n a \" b {\n\"\"\" c") == "\"\"\"\n        \n\"\"\" c")
    }

    @Test func interpolatedCodeStays() {
        #expect(code(#""x \(f("y)") + z!) w" u"#) == #""   (f("  ") + z!)  " u"#)
        #expect(code(##"#"x \(y) \#(z!)"# u"##) == ##"#"         (z!)"# u"##)
    }

    @Test func regexLiteralsVanishAndDivisionsStay() {
        #expect(code("let r = /a{2}\"/ + b") == "let r = /     / + b")
        #expect(code("let q = a / b / c") == "let q = a / b / c")
        #expect(code("x(#/ \"{ /#, y)") == "x(#/    /#, y)")
    }

    @Test func stringsAreKeptOnDemand() {
        let kept = SwiftMask.code(of: "f(\"a // b\") // c", keepsStrings: true)
        #expect(String(decoding: kept, as: UTF8.self) == "f(\"a // b\")     ")
    }

    @Test func anUnfinishedLiteralDoesNotRunAway() {
        #expect(code("let a = \"b\nfunc c() {}") == "let a = \" \nfunc c() {}")
        #expect(code("/* a") == "    ")
    }
}
