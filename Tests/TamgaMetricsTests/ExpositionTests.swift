import TamgaMetrics
import TamgaTestSupport
import Testing

/// The page, line by line.
@Suite struct ExpositionTests {
    private static let kinds = MetricLabel("kind", ["identify", "enrol"])

    @Test func everyTypeIsWrittenAsTheOlderFormatSays() throws {
        let registry = try Self.filled()
        #expect(
            registry.page(.prometheus) == """
                # HELP t_requests_total Requests answered.
                # TYPE t_requests_total counter
                t_requests_total{kind="identify"} 3
                t_requests_total{kind="other"} 1
                # HELP t_open Connections.
                # TYPE t_open gauge
                t_open -2
                # HELP t_duration_seconds Time.
                # TYPE t_duration_seconds histogram
                t_duration_seconds_bucket{kind="enrol",le="0.001"} 2
                t_duration_seconds_bucket{kind="enrol",le="1.0"} 3
                t_duration_seconds_bucket{kind="enrol",le="+Inf"} 4
                t_duration_seconds_sum{kind="enrol"} 3.5015
                t_duration_seconds_count{kind="enrol"} 4
                # HELP t_size_bytes Bytes.
                # TYPE t_size_bytes gauge
                t_size_bytes 4096
                # HELP t_cpu_seconds_total CPU.
                # TYPE t_cpu_seconds_total counter
                t_cpu_seconds_total 0.25

                """)
    }

    @Test func openMetricsNamesCountersWithoutTheirSuffixAndEnds() throws {
        let page = try Self.filled().page(.openMetrics)
        #expect(page.contains("# HELP t_requests Requests answered.\n# TYPE t_requests counter\nt_requests_total{"))
        #expect(page.contains("# TYPE t_cpu_seconds counter\nt_cpu_seconds_total 0.25\n"))
        #expect(page.hasSuffix("t_cpu_seconds_total 0.25\n# EOF\n"))
    }

    @Test(arguments: ExpositionFormat.allCases)
    func aStrictReaderFindsWhatWasMeasured(format: ExpositionFormat) throws {
        let page = try Self.filled().page(format)
        let families = try ExpositionParser.parse(page, openMetrics: format == .openMetrics)
        #expect(families.map(\.type) == ["counter", "gauge", "histogram", "gauge", "counter"])
        #expect(families.value("t_requests_total", ["kind": "identify"]) == 3)
        #expect(families.value("t_open") == -2)
        #expect(families.value("t_duration_seconds_bucket", ["kind": "enrol", "le": "0.001"]) == 2)
        #expect(families.value("t_duration_seconds_sum", ["kind": "enrol"]) == 3.5015)
    }

    /// Each is read back as it was, in both formats; that the reader takes no escape it does not know is its own test.
    @Test(arguments: ExpositionFormat.allCases, [
        "plain", "a \"quoted\" word", "back\\slash", "two\nlines", "\\n is no line", "\\", "\"", "\n", "", "ünï ✓ 指纹",
        "{a=\"b\"} 1", "# HELP x y", "a\\\"b\\\nc",
    ]) func anyTextIsEscapedAndReadBack(format: ExpositionFormat, text: String) throws {
        let registry = MetricsRegistry()
        let gauges = try registry.gauges(
            MetricDefinition("t_text", .gauge, text, labels: [MetricLabel("value", [text])]))
        gauges(text).set(1)
        let families = try ExpositionParser.parse(registry.page(format), openMetrics: format == .openMetrics)
        #expect(families.first?.help == text)
        #expect(families.first?.samples.first?.labels == ["value": text])
    }

    @Test func quotesInHelpAreEscapedInOpenMetricsOnly() throws {
        let registry = MetricsRegistry()
        _ = try registry.gauges(MetricDefinition("t_text", .gauge, "say \"so\""))
        #expect(registry.page(.prometheus).contains("# HELP t_text say \"so\"\n"))
        #expect(registry.page(.openMetrics).contains("# HELP t_text say \\\"so\\\"\n"))
    }

    @Test func numbersAreTheShortestThatAreThemselves() throws {
        let values: [(Double, String)] = [
            (0, "0"), (-0.0, "0"), (1, "1"), (0.1, "0.1"), (1e-5, "1e-05"), (9_007_199_254_740_992, "9007199254740992"),
            (1e300, "1e+300"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (.nan, "NaN"), (-1.5, "-1.5"),
        ]
        for (value, text) in values {
            let registry = MetricsRegistry()
            let definition = MetricDefinition("t_value", .gauge, "A value.")
            try registry.sampled([definition]) { $0.set(definition, value) }
            #expect(registry.page(.prometheus).hasSuffix("\nt_value \(text)\n"), "\(value)")
        }
    }

    @Test(arguments: [
        ("", ExpositionFormat.prometheus), ("*/*", .prometheus), ("text/plain;version=0.0.4", .prometheus),
        ("application/openmetrics-text; version=1.0.0,text/plain;q=0.5", .openMetrics),
        ("text/plain, Application/OpenMetrics-Text;q=0.1", .openMetrics),
        ("application/openmetrics-text;q=0", .prometheus), ("application/openmetrics-text; q=0.00", .prometheus),
        ("application/openmetrics-textual", .prometheus),
    ]) func theCollectorChooses(header: String, format: ExpositionFormat) {
        #expect(ExpositionFormat.accepted(by: header) == format)
    }

    private static func filled() throws -> MetricsRegistry {
        let registry = MetricsRegistry()
        let requests = try registry.counters(
            MetricDefinition("t_requests_total", .counter, "Requests answered.", labels: [kinds]))
        requests("identify").add(3)
        requests("something unheard of").add()
        try registry.gauges(MetricDefinition("t_open", .gauge, "Connections."))().add(-2)
        let durations = try registry.histograms(
            MetricDefinition("t_duration_seconds", .histogram, "Time.", labels: [kinds]),
            Buckets(bounds: [1_000, 1_000_000], perUnit: 1_000_000))
        for microseconds: UInt64 in [500, 1_000, 500_000, 3_000_000] { durations("enrol").observe(microseconds) }
        let size = MetricDefinition("t_size_bytes", .gauge, "Bytes.")
        let processor = MetricDefinition("t_cpu_seconds_total", .counter, "CPU.")
        try registry.sampled([size, processor]) { sampled in
            sampled.set(processor, 0.25)
            sampled.set(size, 4_096)
        }
        return registry
    }
}
