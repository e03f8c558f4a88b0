import Foundation
import TamgaInspection
import TamgaTemplates
import TamgaTestSupport
import Testing

/// docs/TEMPLATES.md lists what becomes of every file of the interoperability set; the code must do just that.
@Suite(
    "The table of records of many encoders",
    .enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct TemplateTableTests {
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/TEMPLATES.md")

    private static func files() -> [DataFile] {
        TestData.allFiles(inSet: "fmr_interop").filter { $0.name != "MANIFEST.tsv" }
    }

    @Test func theDocumentSaysWhatTheCodeDoes() throws {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        let written = text.components(separatedBy: TemplateTable.head + "\n").dropFirst().first?
            .components(separatedBy: "\n").prefix { $0.hasPrefix("| ") }
        let rows = try Self.files().map { TemplateTable.row(name: $0.name, bytes: try $0.bytes()) }
        #expect(rows.count == 107)
        #expect(Array(written ?? []) == rows)
    }

    @Test("a record that keeps to its standard is written as the same bytes")
    func conformingRecordsComeBack() throws {
        var conforming = 0
        for file in Self.files() {
            let bytes = try file.bytes()
            guard let record = try? TemplateRecord(decoding: bytes), record.deviations.isEmpty else { continue }
            conforming += 1
            #expect(try record.encoded() == bytes, "\(file.name)")
        }
        #expect(conforming == 80)
    }
}
