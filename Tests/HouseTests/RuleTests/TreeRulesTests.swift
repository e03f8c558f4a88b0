import Testing

@Suite struct TreeRulesTests {
    private let top = [
        "Package.swift", "Sources/A/A.swift", "Tests/ATests/A.swift", "Benchmarks/Package.swift", "certs/README.md",
        "tools/demo", "docs/HACKING.md", "README.md", "LICENSE", "Makefile", ".ci/run", ".gitignore",
    ]

    @Test func theTopLevelIsFixed() {
        #expect(TopLevelRule.check(Tree([:], otherPaths: top)).isEmpty)
        let found = TopLevelRule.check(Tree(["notes.txt": "", "scripts/a": ""], otherPaths: top.dropLast(2)))
        #expect(found.map(\.path) == ["notes.txt", "scripts", ".ci"])
        #expect(TopLevelRule.check(Tree([:], otherPaths: Array(top.dropFirst()))).map(\.path) == ["Package.swift"])
    }

    @Test(arguments: ["iso", "fmr", "xyt", "pem", "key", "crt", "sqlite", "PEM"])
    func dataAndSecretsStayOut(ending: String) {
        #expect(DataRule.check(Tree([:], otherPaths: ["certs/a.b.\(ending)"])).map(\.path) == ["certs/a.b.\(ending)"])
        #expect(DataRule.check(Tree(["Sources/A/Generated/a.\(ending)": "text"])).count == 1)
        #expect(DataRule.check(Tree(["docs/\(ending)": "", "docs/a.\(ending).md": "", "a-\(ending)": ""])).isEmpty)
    }

    @Test(arguments: MachinePathRule.folders)
    func pathsOfOneMachineAreSeen(folder: String) {
        for text in ["a\ncd /\(folder)/x", "a\nfile:///\(folder)/x", "a\nlet a = \"/\(folder)/\"", "\n/\(folder)/"] {
            #expect(MachinePathRule.check(Tree(["tools/a": text])).map(\.line) == [2])
        }
        for text in ["https://a.org/\(folder)/b", "a/\(folder)/b", "${HOME}/\(folder)/a", "~/\(folder)/b"] {
            #expect(MachinePathRule.check(Tree(["tools/a": text])).isEmpty)
        }
    }

    @Test func onlyWholeFolderNamesCount() {
        #expect(MachinePathRule.check(Tree(["tools/a": "/workers/a /homes/b /rooted/c"])).isEmpty)
    }
}
