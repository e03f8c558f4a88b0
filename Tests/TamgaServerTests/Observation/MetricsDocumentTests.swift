import Foundation
import TamgaMetrics
import TamgaServer
import Testing

/// The section "All metrics" of docs/OPERATIONS.md says what the code does.
@Suite struct MetricsDocumentTests {
    private let text: String
    private let definitions: [MetricDefinition]

    init() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        text = try String(contentsOf: root.appending(path: "docs/OPERATIONS.md"), encoding: .utf8)
        definitions = try ServerObservation.example().definitions
    }

    @Test func theTableIsThatOfTheCode() throws {
        let rows = definitions.map { definition in
            let labels = definition.labels.map(\.name).joined(separator: ", ")
            return [definition.name, definition.kind.rawValue, labels.isEmpty ? "-" : labels, definition.help]
        }
        #expect(try table == [["name", "type", "labels", "meaning"]] + rows)
    }

    @Test func everyMetricNamedAnywhereIsThere() {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let named = Set(words.filter { $0.hasPrefix("tamga_") || $0.hasPrefix("process_") }.map(String.init))
        #expect(named.subtracting(definitions.map(\.name)) == [])
    }

    @Test func everyStageAndReasonIsExplained() throws {
        let stages = try #require(definitions.first { $0.name == "tamga_stage_duration_seconds" }?.labels.first)
        let reasons = try #require(definitions.first { $0.name == "tamga_tls_failures_total" }?.labels.first)
        for name in stages.values + reasons.values { #expect(text.contains("`\(name)`"), "\(name)") }
    }

    /// A name says its unit, and that it is ours unless it is one that every collector knows.
    @Test func namesKeepTheRules() {
        for definition in definitions {
            #expect(definition.name.hasPrefix("tamga_") || definition.name.hasPrefix("process_"))
            #expect(definition.help.hasSuffix(".") && !definition.help.contains("|"), "\(definition.name)")
            for wrong in ["milliseconds", "microseconds", "kilobytes", "_ms", "_kb", "_mib"] {
                #expect(!definition.name.contains(wrong), "\(definition.name)")
            }
        }
    }

    private var table: [[String]] {
        get throws {
            let start = try #require(text.range(of: "\n### All metrics\n"))
            let end = try #require(text.range(of: "\n### ", range: start.upperBound..<text.endIndex))
            return text[start.upperBound..<end.lowerBound].split(separator: "\n")
                .filter { $0.hasPrefix("| ") }
                .map { line in
                    line.split(separator: "|").map { $0.filter { $0 != "`" }.trimmingCharacters(in: .whitespaces) }
                }
        }
    }
}
