import Testing

@Suite struct SafetyRuleTests {
    private func lines(_ text: String, at path: String = "Sources/TamgaKernels/A.swift") -> [Int] {
        SafetyRule.check(Tree([path: text])).map(\.line)
    }

    private let reason = "// SAFETY: the buffer outlives the call."
    private let gap = String(repeating: "a()\n", count: 12)

    @Test(arguments: [
        "let a = unsafe b.pointee", "for unsafe a in b {}", "final class A: @unchecked Sendable {}",
        "nonisolated(unsafe) var a = 1",
    ])
    func unsafeNeedsAReasonAbove(text: String) {
        #expect(lines(text) == [1])
        #expect(lines(reason + "\n" + text).isEmpty)
        #expect(lines("/// Doc.\n    " + reason + "\n    /// More.\n    " + text).isEmpty)
        #expect(lines(text, at: "Tests/A/A.swift").isEmpty)
    }

    @Test func theReasonReachesTwelveLinesAndOnFromOneUseToTheNext() {
        #expect(lines(reason + "\n" + gap + "unsafe a()") == [14])
        #expect(lines(reason + "\n" + gap.dropFirst(4) + "unsafe a()").isEmpty)
        #expect(lines(reason + "\nunsafe a()\n" + gap.dropFirst(4) + "unsafe b()").isEmpty)
        #expect(lines("unsafe a()\n" + reason + "\n" + "unsafe b()") == [1])
    }

    @Test func aReasonWithinOneFunctionIsNotOneForTheNext() {
        let first = "func f() {\n    \(reason)\n    unsafe a()\n}\n"
        #expect(lines(first + "func g() {\n    let c = 1\n    unsafe b()\n}") == [7])
        #expect(lines(reason + "\nfunc g() {\n    let c = 1\n    unsafe b()\n}").isEmpty)
        #expect(lines(reason + "\nvar a: Int { unsafe b }\nvar c: Int {\n    unsafe d\n}\n").isEmpty)
    }

    @Test func namesAndCommentsAreNoUses() {
        #expect(lines("let a = b.unsafe\nf(unsafe: 1)\n// unsafe\nwithUnsafePointer(c)\n@unsafe func d() {}").isEmpty)
    }
}
