import Testing

@Suite struct ManifestRuleTests {
    private let table = ImportTable(rows: [
        .init(target: "Low", layer: 1, ours: []),
        .init(target: "High", layer: 2, ours: ["Low"], packages: ["NIOCore"]),
    ])
    private let head = """
        func layer(_ name: String, _ d: [Target.Dependency] = []) -> Target { .target(name: name, dependencies: d) }
        let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

        """

    private func messages(_ calls: String, _ files: [String: String] = [:]) -> [String] {
        let tree = Tree(files.merging(["Package.swift": head + calls]) { $1 })
        return ManifestRule.check(tree, table: table).map(\.message)
    }

    @Test func theManifestIsRead() {
        let manifest = Manifest(
            head + """
                .systemLibrary(name: "C", providers: [.apt(["libc-dev"])]), // layer("Not")
                layer("Low"), layer("High", ["Low", nioCore, .product(name: "GRDB", package: "GRDB.swift")]),
                program("tool", ["Low"], path: "tools/tool"), tests("LowTests", ["Low"])
                """)
        #expect(manifest.targets.map(\.name) == ["C", "Low", "High", "tool", "LowTests"])
        #expect(manifest.targets.map(\.dependencies.count) == [0, 0, 3, 1, 1])
        #expect(Set(manifest.targets[2].dependencies) == ["Low", "GRDB", "NIOCore"])
        #expect(manifest.targets.map(\.path) == [nil, nil, nil, "tools/tool", nil])
        #expect(manifest.targets.map(\.isTest) == [false, false, false, false, true])
        #expect(manifest.targets[1].line == 4)
    }

    @Test func aManifestThatAgreesPasses() {
        let calls = """
            layer("Low"), layer("High", ["Low", nioCore]), program("tool", ["High"], path: "tools/tool"),
            tests("LowTests", ["Low"])
            """
        let files = [
            "Sources/High/A.swift": "import Low\nimport NIOCore\nimport Dispatch",
            "tools/tool/A.swift": "import High", "Tests/LowTests/A.swift": "import Low",
        ]
        #expect(messages(calls, files).isEmpty)
    }

    @Test func refusedMissingAndStrangeTargetsAreSeen() {
        #expect(messages("layer(\"Low\", [\"High\"]), layer(\"High\")") == ["Low may not import High"])
        #expect(messages("layer(\"Low\")") == ["target High of the table is not declared"])
        #expect(
            messages("layer(\"Low\"), layer(\"High\"), layer(\"New\")")
                == ["target New is not in the table of layers"])
        #expect(
            messages(
                "layer(\"Low\"), layer(\"High\"), program(\"t\", [\"Help\"], path: \"tools/t\")",
                ["Tests/Help/A.swift": ""]) == ["Help is for tests only"])
    }

    @Test func anUndeclaredImportIsSeen() {
        let files = ["Sources/High/A.swift": "import Low\nimport NIOCore"]
        #expect(messages("layer(\"Low\"), layer(\"High\", [\"Low\"])", files)
            == ["High imports NIOCore, not declared for it"])
    }
}
