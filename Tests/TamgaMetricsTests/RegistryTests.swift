import TamgaMetrics
import TamgaTestSupport
import Testing

/// What may be registered, and what series there are.
@Suite struct RegistryTests {
    @Test(arguments: ["", "1st", "a-b", "a b", "ä", "a{", "a\n", "_total", "count_total"])
    func namesOutsideTheFormatAreRefused(name: String) {
        Self.refused(.invalidName, name) { registry in
            _ = try registry.gauges(MetricDefinition(name, .gauge, ""))
        }
    }

    @Test func countersEndInTotal() {
        Self.refused(.invalidName, "t_requests") { registry in
            _ = try registry.counters(MetricDefinition("t_requests", .counter, ""))
        }
    }

    @Test func aDefinitionIsRegisteredAsWhatItIs() {
        Self.refused(.invalidName, "t_open") { registry in
            _ = try registry.histograms(MetricDefinition("t_open", .gauge, ""), .latency)
        }
        Self.refused(.invalidName, "t_seconds") { registry in
            try registry.sampled([MetricDefinition("t_seconds", .histogram, "")]) { _ in }
        }
    }

    @Test(arguments: ["", "1", "a-b", "a:b", "__name__", "le", "quantile"])
    func labelsOutsideTheFormatAreRefused(name: String) {
        Self.refused(.invalidLabel, "t{\(name)}") { registry in
            _ = try registry.gauges(MetricDefinition("t", .gauge, "", labels: [MetricLabel(name, ["a"])]))
        }
    }

    @Test func labelsAndValuesAreSets() {
        let label = MetricLabel("a", ["1"])
        Self.refused(.invalidLabel, "t") { registry in
            _ = try registry.gauges(MetricDefinition("t", .gauge, "", labels: [label, label]))
        }
        Self.refused(.invalidValues, "t{a}") { registry in
            _ = try registry.gauges(MetricDefinition("t", .gauge, "", labels: [MetricLabel("a", ["1", "1"])]))
        }
    }

    @Test func combinationsAreBounded() throws {
        let wide = MetricLabel("a", (0..<255).map { "\($0)" })
        let other = MetricLabel("b", (0..<255).map { "\($0)" })
        _ = try MetricsRegistry().gauges(MetricDefinition("t", .gauge, "", labels: [wide, other]))
        Self.refused(.invalidValues, "t") { registry in
            _ = try registry.gauges(
                MetricDefinition("t", .gauge, "", labels: [wide, other, MetricLabel("c", ["1"])]))
        }
    }

    @Test(arguments: [[], [1, 1], [2, 1]] as [[UInt64]]) func bucketsAscend(bounds: [UInt64]) {
        Self.refused(.invalidBuckets, "t_seconds") { registry in
            _ = try registry.histograms(
                MetricDefinition("t_seconds", .histogram, ""), Buckets(bounds: bounds, perUnit: 1))
        }
    }

    /// Also the names of samples, and a counter's name without its suffix, which OpenMetrics has.
    @Test(arguments: ["t_seconds", "t_seconds_bucket", "t_seconds_sum", "t_seconds_count", "t_requests"])
    func eachNameIsTakenOnce(name: String) throws {
        let registry = MetricsRegistry()
        _ = try registry.histograms(MetricDefinition("t_seconds", .histogram, ""), .latency)
        _ = try registry.counters(MetricDefinition("t_requests_total", .counter, ""))
        let before = registry.page(.prometheus)
        let error = #expect(throws: MetricsError.self) {
            _ = try registry.gauges(MetricDefinition(name, .gauge, ""))
        }
        #expect(error?.code == .nameTaken && error?.field == name)
        #expect(registry.page(.prometheus) == before, "what is refused leaves nothing behind")
    }

    @Test func nothingOfARequestBecomesALabel() throws {
        let registry = MetricsRegistry()
        let counters = try registry.counters(
            MetricDefinition(
                "t_total", .counter, "", labels: [MetricLabel("a", ["x", "other"]), MetricLabel("b", ["y"])]))
        counters("x", "y").add()
        counters("secret", "y").add(2)
        counters("x", "secret").add(3)
        counters("x").add(4)
        counters("x", "y", "secret").add(5)
        #expect(!registry.page(.prometheus).contains("secret"))
        let families = try ExpositionParser.parse(registry.page(.prometheus), openMetrics: false)
        #expect(families.value("t_total", ["a": "x", "b": "y"]) == 6)
        #expect(families.value("t_total", ["a": "other", "b": "y"]) == 2)
        #expect(families.value("t_total", ["a": "x", "b": "other"]) == 7)
    }

    @Test func aSeriesIsShownOnceItWasAskedFor() throws {
        let registry = MetricsRegistry()
        let counters = try registry.counters(
            MetricDefinition("t_total", .counter, "", labels: [MetricLabel("a", ["x", "y"])]))
        _ = counters("y")
        #expect(registry.page(.prometheus) == "# HELP t_total \n# TYPE t_total counter\nt_total{a=\"y\"} 0\n")
    }

    @Test func bucketsHoldTheirBoundAndCountCumulatively() throws {
        let registry = MetricsRegistry()
        let family = try registry.histograms(
            MetricDefinition("t_count", .histogram, ""), Buckets.powersOfTwo(upTo: 2))
        for value: UInt64 in [0, 1, 2, 3, 4, 5, .max] { family().observe(value) }
        let families = try ExpositionParser.parse(registry.page(.prometheus), openMetrics: false)
        let counts = ["1.0", "2.0", "4.0", "+Inf"].map { families.value("t_count_bucket", ["le": $0]) }
        #expect(counts == [2, 3, 5, 7])
    }

    /// Every observation is in the page or in the next: sum, count and buckets of each page belong together.
    @Test func pagesMadeWhileOthersCountAreConsistent() async throws {
        let registry = MetricsRegistry()
        let family = try registry.histograms(
            MetricDefinition("t_seconds", .histogram, ""), Buckets(bounds: [1, 2, 3], perUnit: 1))
        let counters = try registry.counters(MetricDefinition("t_total", .counter, ""))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<5_000 {
                        family().observe(2)
                        counters().add()
                    }
                }
            }
            group.addTask {
                for _ in 0..<50 {
                    let families = try ExpositionParser.parse(registry.page(.prometheus), openMetrics: false)
                    let count = families.value("t_seconds_count") ?? 0
                    #expect(families.value("t_seconds_sum") ?? 0 == 2 * count)
                }
            }
            try await group.waitForAll()
        }
        #expect(family().reading.count == 20_000 && family().reading.sum == 40_000 && counters().total == 20_000)
    }

    private static func refused(
        _ code: MetricsError.Code, _ field: String, _ body: (MetricsRegistry) throws -> Void
    ) {
        let registry = MetricsRegistry()
        let error = #expect(throws: MetricsError.self) { try body(registry) }
        #expect(error?.code == code && error?.field == field)
        #expect(registry.definitions.isEmpty)
    }
}
