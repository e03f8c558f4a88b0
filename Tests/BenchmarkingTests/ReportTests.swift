import Foundation
import TamgaBenchmarking
import TamgaEvaluation
import TamgaReporting
import Testing

@Suite struct ReportTests {
    private static let keys: Set<String> = [
        "read_ns", "s1_ns", "s1_shared16_ns", "s1_avx2_ns", "s3_us", "b_us", "encode_us",
        "search_1m_us_per_finger_core", "ten_finger_ratio", "two_core_speedup", "growth_100k_to_1m",
        "rank1_loss_points", "restart_1m_s", "bytes_per_finger", "result_hash",
    ]

    @Test func anEmptyReportHasEveryRequiredKeyAsNull() {
        guard case .object(let members) = BenchReport().json() else {
            Issue.record("not an object")
            return
        }
        #expect(Set(members.keys) == Self.keys)
        #expect(members.values.allSatisfy { $0 == .null })
    }

    @Test func noKeyStandsTwice() {
        let keys = (FigureKind.required + FigureKind.further).map(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func aFigureIsItsMedianAndItsTargetIsJudged() {
        let report = BenchReport()
        report.add("s1_ns", Samples([70, 50, 40]))
        report.add("b_us", Samples([21]))
        report.add("two_core_speedup", .number(1.89))
        #expect(report.json()["s1_ns"] == .number(50))
        #expect(report["s1_ns"]?.isMet == true)
        #expect(report["b_us"]?.isMet == false)
        #expect(report["two_core_speedup"]?.isMet == false)
        #expect(report.number("b_us") == 21)
        report.add("b_us", Samples([19]))
        #expect(report["b_us"]?.isMet == true)
    }

    @Test func theTableSaysWhyAFigureIsMissing() {
        let report = BenchReport()
        report.missing("restart_1m_s", because: "no files on this disk")
        report.add("read_ns", Samples([47.44, 47.46]))
        let table = report.table()
        #expect(table.contains("no files on this disk"))
        #expect(table.contains("47.4") || table.contains("47.5"))
        #expect(report["restart_1m_s"]?.isMet == nil)
        for key in Self.keys { #expect(table.contains(key)) }
    }

    @Test func thresholdsNameWhatIsBeyondThem() throws {
        let text = #"{"result_hash": "00ff", "survivors": 512, "pairs": 10.5}"#
        let thresholds = try Thresholds(Data(text.utf8))
        let within: [String: JSONValue] = [
            "result_hash": .text("00ff"), "survivors": .integer(512), "pairs": .number(10.5), "further": .integer(1),
        ]
        #expect(thresholds.violations(by: within).isEmpty)
        #expect(thresholds.violations(by: within.merging(["survivors": .integer(513)]) { $1 }).count == 1)
        #expect(thresholds.violations(by: within.merging(["pairs": .number(10.6)]) { $1 }).count == 1)
        #expect(thresholds.violations(by: within.merging(["result_hash": .text("00fe")]) { $1 }).count == 1)
        #expect(thresholds.violations(by: [:]).count == 3)
        #expect(throws: (any Error).self) { try Thresholds(Data("[1]".utf8)) }
    }

    @Test func theChartDrawsACostForEachSize() {
        let points = [(fingers: 10_000, microseconds: 0.13), (fingers: 1_000_000, microseconds: 0.11)]
        let chart = CostChart.svg(points) ?? ""
        #expect(chart.hasPrefix("<svg xmlns="))
        #expect(chart.contains("100 k"))
        #expect(chart.contains("<polyline class=\"line main\""))
        #expect(CostChart.svg([points[0]]) == nil)
    }
}
