import Foundation
import TamgaEvaluation
import TamgaReporting
import TamgaTemplates
import Testing

@Suite("What is written")
struct OutputTests {
    private let set = Samples.set(
        named: "<b>\"A&B\"</b>", persons: 4, positions: [.rightIndex, .leftIndex], impressions: 3)

    private func verification() -> Verification {
        Verification([VerificationSet(set)], rules: ComparisonRules(), bootstrap: Bootstrap(replicates: 20))
    }

    private func identification() throws -> Identification {
        try Identification(
            [VerificationSet(set)], rules: IdentificationRules(), bootstrap: Bootstrap(replicates: 20))
    }

    private func keys(_ value: JSONValue?) -> Set<String> {
        guard case .object(let members)? = value else { return [] }
        return Set(members.keys)
    }

    @Test("The keys of a result, with intervals under ci in the same structure")
    func keys() throws {
        let json = JSONValue.object(ResultJSON(verification(), try identification()).members)
        let rates: Set = ["eer", "fnmr", "zero_fmr", "rank1", "fnir"]
        let others: Set = ["mated", "nonmated", "ci", "databases", "thresholds", "matcher"]
        #expect(keys(json).isSuperset(of: rates.union(others)))
        #expect(keys(json["ci"]) == rates)
        for value in [json, json["ci"]] {
            #expect(keys(value?["fnmr"]) == ["1e-2", "1e-3", "1e-4"])
            #expect(keys(value?["fnir"]) == ["1e-1", "1e-2", "1e-3"])
        }
        #expect(json["mated"] == .integer(24))
        #expect(json["nonmated"] == .integer(252))
        guard case .list(let databases)? = json["databases"] else {
            Issue.record("databases is no list")
            return
        }
        #expect(databases.count == 1)
        #expect(databases.first?["name"] == .text(set.name))
        #expect(databases.first?["eer"] == json["eer"])
    }

    @Test("What cannot be resolved, or was not measured, is null")
    func null() throws {
        let json = JSONValue.object(ResultJSON(verification()).members)
        #expect(json["fnmr"]?["1e-4"] == .null)
        #expect(json["ci"]?["fnmr"]?["1e-4"] == .null)
        #expect(json["rank1"] == .null)
        let text = String(decoding: try ResultJSON(verification()).data(), as: UTF8.self)
        #expect(text.contains("\"rank1\" : null"))
    }

    @Test("Numbers that JSON does not have become null")
    func numbers() {
        #expect(JSONValue(Double.nan) == .null)
        #expect(JSONValue(-Double.infinity) == .null)
        #expect(JSONValue(Float(0.1)) == .number(0.1))
    }

    @Test("The report is one page: names are escaped, nothing is fetched, every section is there")
    func report() throws {
        let html = EvaluationReport(
            title: "A <script>", verification: verification(), identification: try identification(),
            conditions: [("layout", "a&b")]
        ).html()
        #expect(html.contains("A &lt;script&gt;"))
        #expect(!html.contains("<script"))
        #expect(!html.contains("<b>\"A&B\""))
        #expect(html.contains("&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;"))
        #expect(!html.contains("http:") && !html.contains("https:"))
        for section in ["Detection error trade-off", "Cumulative match", "Worst mated pairs", "Best non-mated pairs"] {
            #expect(html.contains(section))
        }
        #expect(html.components(separatedBy: "<figure class=\"pair\">").count == 25)
        #expect(!html.contains("nan") && !html.contains("inf,"))
    }

    @Test("A report on very little is a report all the same")
    func little() throws {
        let single = Dataset(name: "one", samples: Array(set.samples.prefix(1)))
        let verification = Verification(
            [VerificationSet(single)], rules: ComparisonRules(), bootstrap: Bootstrap(replicates: 5))
        #expect(verification.pooled.rates.eer == nil)
        let html = EvaluationReport(
            title: "one", verification: verification, identification: nil, conditions: []
        ).html()
        #expect(html.contains("too few to say"))
        #expect(!html.contains("nan"))
    }
}

@Suite("Reading a folder")
struct DatasetTests {
    private func folder(_ files: [String: [UInt8]]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        return folder
    }

    @Test("Templates in order of name; what cannot be read is named, other files are passed over")
    func folder() throws {
        let template = FingerTemplate(
            position: .unknown, width: 300, height: 400,
            minutiae: [Minutia(x: 10, y: 20, angle: 30, kind: .ending, quality: 40)])
        let record = try ISO19794_2_2005.encode([template])
        let folder = try folder([
            "7_2.iso": record, "7_1.iso": record, "8_1.iso": Array(record.dropLast(9)), "list.txt": [1],
            "odd.iso": record,
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let set = try Dataset(name: "x", directory: folder, layout: .fingerImpression)
        #expect(set.samples.map(\.name.stem) == ["7_1", "7_2"])
        #expect(set.samples.map(\.finger) == ["7", "7"])
        #expect(set.unreadable.map(\.name) == ["8_1.iso", "odd.iso"])
        #expect(set.unreadable.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("A set is called by the last two folders of its path")
    func name() {
        #expect(Dataset.name(ofPath: "a/b/fvc/mindtct/") == "fvc/mindtct")
    }
}
