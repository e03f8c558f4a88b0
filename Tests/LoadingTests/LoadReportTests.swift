import Foundation
import TamgaLoading
import TamgaReporting
import TamgaWire
import Testing

@Suite struct LoadReportTests {
    private static let before = Statistics(
        server: "<server>", matcher: "m", persons: 6, references: 24, snapshot: 1, shards: 2, uptimeMilliseconds: 1,
        connections: 1, requests: [])

    private static func stretch(
        _ name: String, rate: Double, milliseconds: Int64 = 5, wrong: Int = 0, lost: Int = 0, late: Int64 = 0,
        gaveUp: Bool = false
    ) throws -> StretchFigures {
        let recorder = Recorder(goal: try Samples.goal())
        for _ in 0..<200 {
            recorder.launch()
            recorder.send(.border, lateness: late * 1_000_000)
            recorder.settle(.border, .ok, latency: milliseconds * 1_000_000)
        }
        for _ in 0..<wrong { recorder.settle(.border, .wrong("x named"), latency: 1) }
        for _ in 0..<lost { recorder.settle(.border, .lost("timeout"), latency: 1) }
        recorder.settle(.bulk, .refused("too-many-requests"), latency: 1_000_000)
        _ = recorder.endSecond(1)
        let (tallies, seconds, lateness) = recorder.all
        return StretchFigures(
            name: name, rate: rate,
            classes: tallies.sorted { $0.key < $1.key }.map {
                ClassFigures($0.key, $0.value, hasGoal: $0.key == .border, sending: 10, elapsed: 10)
            },
            seconds: seconds,
            tester: TesterFigures(
                lateness: lateness, goal: 100, processorSeconds: 0.5, seconds: 10, reconnections: 0),
            gaveUp: gaveUp, goal: try Samples.goal())
    }

    private static func fixed(_ stretches: [StretchFigures]) throws -> LoadReport {
        var report = LoadReport(LoadOptions(goal: try Samples.goal()), before)
        stretches.forEach { report.add($0) }
        return report
    }

    @Test func theJSONHasWhatIsPromisedForEachClass() throws {
        let report = try Self.fixed([Self.stretch("load", rate: 20, wrong: 2, lost: 1)])
        let border = try #require(report.json["classes"]?["border"])
        #expect(border["sent"] == .integer(200) && border["ok"] == .integer(200))
        #expect(border["wrong"] == .integer(2) && border["lost"] == .integer(1) && border["missed"] == .integer(0))
        for key in ["p50", "p99", "p999", "max", "rate"] {
            guard case .number? = border[key] else {
                Issue.record("\(key) is no number")
                continue
            }
        }
        let bulk = report.json["classes"]?["bulk"]
        #expect(bulk?["refused"]?["too-many-requests"] == .integer(1) && bulk?["p99"] == .null)
        let read = try JSONSerialization.jsonObject(with: report.json.data())
        #expect(read is [String: Any])
    }

    @Test func wrongAndLostAreFindingsRefusedIsNone() throws {
        #expect(try Self.fixed([Self.stretch("load", rate: 20)]).findings == [])
        let findings = try Self.fixed([Self.stretch("load", rate: 20, wrong: 2, lost: 1)]).findings
        #expect(findings == ["load, border: 2 wrong: x named; x named", "load, border: 1 lost: timeout 1"])
    }

    @Test func idleConnectionsThatWentAreAFinding() throws {
        var report = try Self.fixed([Self.stretch("load", rate: 20)])
        report.idle = (10, 10)
        #expect(report.findings == [])
        report.idle = (10, 8)
        #expect(report.findings == ["2 of 10 idle connections answer no more"])
    }

    @Test func aLateTesterIsSaidEverywhere() throws {
        let report = try Self.fixed([Self.stretch("load", rate: 20, late: 30)])
        #expect(report.doubts.count == 1 && report.json["trusted"] == .bool(false))
        #expect(report.text.contains("NOT TO BE TRUSTED") && LoadPage(report).html.contains("Not to be trusted"))
        let other = try Self.fixed([Self.stretch("load", rate: 20, late: 1)])
        #expect(other.json["trusted"] == .bool(true) && !LoadPage(other).html.contains("Not to be trusted"))
    }

    @Test func thePageDrawsWhatThereIs() throws {
        let page = LoadPage(try Self.fixed([Self.stretch("load", rate: 20)])).html
        #expect(page.ranges(of: "<svg").count == 3 && page.contains("Percentile"))
        #expect(page.contains("&lt;server&gt;") && !page.contains("<server>"))
        #expect(page.contains("1 too-many-requests"))
    }

    private static func searched() throws -> LoadReport {
        var options = LoadOptions(goal: try Samples.goal())
        options.mode = .search(precision: 0.5)
        var report = LoadReport(options, before)
        let steps: [(Double, Int64, Bool)] = [(10, 5, false), (20, 500, false), (14, 8, false), (14, 9, true)]
        var search = try StepSearch(first: 10, precision: 0.5)
        for (rate, milliseconds, isConfirmation) in steps {
            let step = StepSearch.Step(rate: rate, isConfirmation: isConfirmation)
            let name = isConfirmation ? "confirmation" : "step"
            let figures = try stretch(name, rate: rate, milliseconds: milliseconds)
            search.note(step, held: figures.holds)
            report.add(figures, step: step)
        }
        report.found = search.found
        return report
    }

    @Test func aSearchEndsWithTheRateThatHeld() throws {
        let report = try Self.searched()
        #expect(report.headline?.rate == 14 && report.headline?.name == "confirmation")
        #expect(report.json["found"]?["rate"] == .number(14) && report.json["found"]?["confirmed"] == .bool(true))
        #expect(report.text.contains("highest rate that held p99 of border within 100 ms: 14 a second"))
        let page = LoadPage(report).html
        #expect(page.ranges(of: "<circle").count == 4 && page.ranges(of: "point s0").count == 1)
    }

    @Test func anOverloadIsHeldAgainstWhatItIsAMultipleOf() throws {
        var report = try Self.fixed([])
        let base = try Self.stretch("load", rate: 20)
        report.add(base)
        report.add(try Self.stretch("overload", rate: 40, milliseconds: 200), overload: 2, of: base)
        #expect(report.overload?.goodput.base == 20 && report.overload?.goodput.overload == 0)
        #expect(report.json["overload"]?["goodput"] == .number(0))
        #expect(report.text.contains("20 at 20/s, 0 at 2 times that (0 %)"))
        #expect(report.headline?.name == "load")
    }
}
