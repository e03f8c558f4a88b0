import Testing

/// The rules of the house, held against the repository as it is; each prints what to do about a finding.
@Suite struct HouseTests {
    /// Every rule by name: one test each.
    enum Rule: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case imports, manifest, size, banned, safety, docstrings, topLevel, data, machinePaths, links, testNames

        var testDescription: String { rawValue }

        func findings(in tree: Tree) -> [Finding] {
            switch self {
            case .imports: ImportRule.check(tree)
            case .manifest: ManifestRule.check(tree)
            case .size: SizeRule.check(tree)
            case .banned: BannedRule.check(tree)
            case .safety: SafetyRule.check(tree)
            case .docstrings: DocstringRule.check(tree)
            case .topLevel: TopLevelRule.check(tree)
            case .data: DataRule.check(tree)
            case .machinePaths: MachinePathRule.check(tree)
            case .links: LinkRule.check(tree)
            case .testNames: TestNameRule.check(tree)
            }
        }
    }

    @Test(arguments: Rule.allCases) func theRepositoryKeeps(rule: Rule) {
        for finding in rule.findings(in: Repository.tree) {
            Issue.record("\(finding)")
        }
    }

    /// A rule that sees no files finds nothing: the reading itself is checked.
    @Test func theWholeRepositoryIsRead() {
        let tree = Repository.tree
        let targets = Set(tree.swift.compactMap(\.target))
        #expect(tree.text("Package.swift")?.contains("swift-tools-version") == true)
        #expect(tree.swift.contains { $0.path == "Tests/HouseTests/HouseTests.swift" })
        #expect(targets.isSuperset(of: ["TamgaTemplates", "TamgaRegistry"]))
        #expect(!tree.paths.contains { $0.hasPrefix(".build") || $0.hasPrefix(".git/") })
    }
}
