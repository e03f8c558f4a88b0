import Testing

@Suite struct ImportRuleTests {
    private func messages(_ path: String, _ text: String, others: [String: String] = [:]) -> [String] {
        ImportRule.check(Tree(others.merging([path: text]) { $1 })).map { "\($0.line) \($0.message)" }
    }

    @Test func arrowsOfTheTablePointDown() {
        #expect(ImportTable.house.arrowsUp.isEmpty)
        #expect(Set(ImportTable.house.rows.map(\.target)).count == ImportTable.house.rows.count)
    }

    @Test func anArrowUpOrSidewaysIsSeen() {
        let table = ImportTable(rows: [
            .init(target: "A", layer: 1, ours: ["B"]), .init(target: "B", layer: 2, ours: ["C"]),
            .init(target: "C", layer: 2, ours: []), .init(target: "CPlus", layer: 2, ours: ["C", "D"]),
        ])
        #expect(table.arrowsUp == ["A -> B", "B -> C", "CPlus -> D: no such row"])
    }

    @Test(arguments: [
        "import TamgaGallery", "public import TamgaGallery", "internal import TamgaGallery",
        "@preconcurrency import TamgaGallery", "import struct TamgaGallery.Segment",
        "@_exported public import TamgaGallery", "#if true\n    import TamgaGallery\n#endif",
    ])
    func anImportFromAboveFailsInEveryForm(text: String) {
        let found = messages("Sources/TamgaMatcher/A.swift", text)
        #expect(found.count == 1 && found[0].hasSuffix("TamgaMatcher may not import TamgaGallery"))
    }

    @Test func whatTheTableAllowsPasses() {
        let text = "public import TamgaTemplates\nimport TamgaKernels\nimport Dispatch\nimport Synchronization\n"
        #expect(messages("Sources/TamgaMatcher/A.swift", text).isEmpty)
        #expect(messages("Sources/TamgaTLS/A.swift", "import COpenSSL\npublic import NIOCore").isEmpty)
        #expect(messages("Sources/TamgaStore/A.swift", "import Foundation\n// import TamgaGallery").isEmpty)
        #expect(messages("Sources/tamga/A.swift", "let verb = Verb.import\nlet text = \"import NIOCore\"").isEmpty)
    }

    @Test func openSSLIsForTheChannelAndTheCryptographyOnly() {
        let users = ["TamgaTLS", "TamgaCrypto"]
        for row in ImportTable.house.rows where row.target != "COpenSSL" {
            let found = messages("Sources/\(row.target)/A.swift", "import COpenSSL")
            #expect(found.count == (users.contains(row.target) ? 0 : 1))
        }
    }

    @Test func theCryptographyIsForWhatHoldsKeysOnly() {
        let users = [
            "TamgaStore", "TamgaStoreSQLite", "TamgaIdentification", "TamgaArchive", "TamgaCertificates",
            "TamgaCommands", "TamgaServer", "tamga-server",
        ]
        for row in ImportTable.house.rows where row.target != "TamgaCrypto" {
            let found = messages("Sources/\(row.target)/A.swift", "import TamgaCrypto")
            #expect(found.count == (users.contains(row.target) ? 0 : 1))
        }
    }

    @Test(arguments: [
        "TamgaKernels", "TamgaTemplates", "TamgaCrypto", "TamgaCrashPoints", "TamgaMatcher", "TamgaRegistry",
        "TamgaWire", "TamgaGallery", "TamgaCertificates",
    ])
    func foundationStaysOutOfTheInnerTargets(target: String) {
        #expect(messages("Sources/\(target)/A.swift", "import Foundation") == ["1 \(target) does without Foundation"])
        #expect(messages("Sources/\(target)/A.swift", "import FoundationEssentials").count == 1)
    }

    @Test func toolsTakeAnythingButTestSupport() {
        let support = ["Tests/TamgaTestSupport/Synthetic.swift": ""]
        let text = "import TamgaGallery\nimport TamgaMatcher\nimport Foundation"
        #expect(messages("tools/tamga-eval/A.swift", text, others: support).isEmpty)
        #expect(
            messages("tools/tamga-eval/A.swift", "import TamgaTestSupport", others: support)
                == ["1 TamgaTestSupport is for tests only"])
        #expect(messages("Sources/tamga/A.swift", "import Testing") == ["1 Testing is for tests only"])
    }

    @Test func aTargetOutsideTheTableIsSeen() {
        let found = messages("Sources/TamgaNovelty/A.swift", "import Dispatch")
        #expect(found == ["1 target TamgaNovelty is not in the table of layers"])
    }
}
