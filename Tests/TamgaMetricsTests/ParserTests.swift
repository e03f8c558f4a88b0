import TamgaTestSupport
import Testing

/// The reader that the other tests trust refuses what the formats' definitions refuse.
@Suite struct ParserTests {
    private static let head = "# HELP a_total h\n# TYPE a_total counter\n"
    private static let histogram = "# HELP h h\n# TYPE h histogram\n"

    @Test(arguments: [
        "", "# HELP a h\n# TYPE a gauge\n", head + "a_total 1\n", head + "a_total{x=\"1\",y=\"\"} 1e+06\n",
        head + "a_total{x=\"\\\\ \\n \\\"\"} 0.5\n",
        histogram + "h_bucket{le=\"1.0\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 3\nh_count 2\n",
    ]) func goodPagesAreRead(page: String) throws {
        _ = try ExpositionParser.parse(page, openMetrics: false)
    }

    @Test(arguments: [
        "\n", "a_total 1\n", head + "a_total 1", head + "a_total 1\r\n", head + "a_total  1\n", head + "a_total 1 \n",
        head + "a_total one\n", head + "a_total 0x1\n", head + "a_total\n", head + "b_total 1\n", head + "a_total -1\n",
        head + "a_total{} 1\n", head + "a_total{x=1} 1\n", head + "a_total{x=\"1} 1\n", head + "a_total{x=\"1\"}1\n",
        head + "a_total{x=\"1\",} 1\n", head + "a_total{x=\"1\",x=\"2\"} 1\n", head + "a_total{1x=\"1\"} 1\n",
        head + "a_total{x=\"\\t\"} 1\n", head + "a_total 1\na_total 1\n", head + "a_total 1\n" + head,
        "# TYPE a_total counter\n", "# HELP a_total h\n", "# HELP a_total h\na_total 1\n", "# other\n", head + "\n",
        "# HELP a h\n# TYPE a counter\na 1\n", "# HELP a h\n# TYPE b gauge\n", "# HELP a h\n# TYPE a thing\n",
        "# HELP a \\t\n# TYPE a gauge\n", "# HELP a \\\"\n# TYPE a gauge\n", head + "# EOF\n",
        histogram + "h_bucket{le=\"1.0\"} 1\nh_sum 3\nh_count 1\n",
        histogram + "h_bucket{le=\"1.0\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_sum 3\nh_count 1\n",
        histogram + "h_bucket{le=\"2.0\"} 1\nh_bucket{le=\"1.0\"} 1\nh_bucket{le=\"+Inf\"} 1\nh_sum 3\nh_count 1\n",
        histogram + "h_bucket{le=\"+Inf\"} 1\nh_sum 3\nh_count 2\n", histogram + "h_bucket{le=\"+Inf\"} 1\nh_count 1\n",
        histogram + "h_bucket{le=\"+Inf\"} 1\nh_sum 1\n",
    ]) func othersAreNot(page: String) {
        #expect(throws: ExpositionParser.Failure.self) { try ExpositionParser.parse(page, openMetrics: false) }
    }

    @Test func openMetricsEndsAndNothingFollows() throws {
        let page = "# HELP a \\\"h\\\"\n# TYPE a counter\na_total 1\n# EOF\n"
        #expect(try ExpositionParser.parse(page, openMetrics: true).first?.help == "\"h\"")
        for bad in [
            "# HELP a h\n# TYPE a counter\na_total 1\n", page + "\n", page + page, "# EOF",
            "# HELP a_total h\n# TYPE a_total counter\na_total 1\n# EOF\n",
        ] {
            #expect(throws: ExpositionParser.Failure.self) { try ExpositionParser.parse(bad, openMetrics: true) }
        }
    }
}
