/// What a figure of the benchmark is: its name in JSON, what it says, in which unit, and what is asked of it.
package struct FigureKind: Hashable, Sendable {
    package let key: String
    package let title: String
    /// Empty for a plain number or a text.
    package let unit: String
    package let target: Target?

    package enum Target: Hashable, Sendable {
        case most(Double)
        case least(Double)

        package func isMet(by value: Double) -> Bool {
            switch self {
            case .most(let limit): value <= limit
            case .least(let limit): value >= limit
            }
        }

        var text: String {
            switch self {
            case .most(let limit): "<= \(Figure.short(limit))"
            case .least(let limit): ">= \(Figure.short(limit))"
            }
        }
    }

    init(_ key: String, _ title: String, _ unit: String = "", _ target: Target? = nil) {
        (self.key, self.title, self.unit, self.target) = (key, title, unit, target)
    }
}

extension FigureKind {
    /// The figures that every run writes, null where it could not measure one; targets are for one core of a machine
    /// with AVX-512.
    package static let required: [FigureKind] = [
        FigureKind("read_ns", "plain read of the 680 bytes of 40 minutiae", "ns"),
        FigureKind("s1_ns", "S1, 40 x 40 minutiae, a lone probe, best level", "ns", .most(60)),
        FigureKind("s1_shared16_ns", "S1, 16 probes share a pass, per probe, best level", "ns", .most(45)),
        FigureKind("s1_avx2_ns", "S1, a lone probe, AVX2", "ns"),
        FigureKind("s3_us", "S3, one pair of fingers", "us"),
        FigureKind("b_us", "B, one pair of fingers", "us", .most(20)),
        FigureKind("encode_us", "template of 40 minutiae to signatures", "us", .most(150)),
        FigureKind(
            "search_1m_us_per_finger_core", "search of 1 M fingers, one look, per finger and core", "us",
            .most(0.12)),
        FigureKind("ten_finger_ratio", "ten-finger search over one-finger search, mated", "", .most(2.5)),
        FigureKind("two_core_speedup", "two cores against one", "", .least(1.9)),
        FigureKind("growth_100k_to_1m", "cost per finger, growth from 100 k to 1 M", "", .most(0.05)),
        FigureKind("rank1_loss_points", "rank-1 lost against exhaustive B, at most", "points", .most(0.5)),
        FigureKind("restart_1m_s", "restart with 1 M fingers, to the first answer", "s", .most(2)),
        FigureKind("bytes_per_finger", "memory for a finger of 40 minutiae, everything included", "bytes", .most(900)),
        FigureKind("result_hash", "hash of all answers"),
    ]

    /// Further figures that a run may write.
    package static let further: [FigureKind] = machine + stages + searches + persons + accuracy

    private static let machine: [FigureKind] = [
        FigureKind("level", "level of the kernels in use"),
        FigureKind("cpu_features", "vector extensions of the processor"),
        FigureKind("cores", "cores"),
        FigureKind("matcher", "algorithm and weights"),
        FigureKind("data", "templates the distractors are made of"),
        FigureKind("fingers", "fingers in the gallery"),
        FigureKind("gallery_minutiae", "minutiae of a finger in the gallery, mean"),
        FigureKind("probe_minutiae", "minutiae of a probe of the search figures, mean"),
    ]
    private static let stages: [FigureKind] = [
        FigureKind("read_gb_s", "plain read", "GB/s"),
        FigureKind("s1_over_read", "S1, a lone probe, over a plain read of the same bytes", "", .most(3.5)),
        FigureKind("s1_avx2_over_avx512", "S1, AVX2 over AVX-512", "", .most(5)),
        FigureKind("s1_baseline_ns", "S1, a lone probe, baseline", "ns"),
        FigureKind("s1_avx512_ns", "S1, a lone probe, AVX-512", "ns", .most(60)),
        FigureKind("s1_baseline_shared16_ns", "S1, 16 probes share a pass, per probe, baseline", "ns"),
        FigureKind("s1_avx2_shared16_ns", "S1, 16 probes share a pass, per probe, AVX2", "ns"),
        FigureKind("s1_avx512_shared16_ns", "S1, 16 probes share a pass, per probe, AVX-512", "ns", .most(45)),
        FigureKind("s1_hash", "hash of the sums of S1, the same for every level"),
        FigureKind("s4_us", "S4, one pair of fingers", "us"),
        FigureKind("b_mated_us", "B, mated pair", "us"),
    ]
    private static let searches: [FigureKind] = [
        FigureKind("search_10k_us_per_finger_core", "search of 10 k fingers, one look, per finger and core", "us"),
        FigureKind("search_100k_us_per_finger_core", "search of 100 k fingers, one look, per finger and core", "us"),
        FigureKind("search_us_per_finger_core", "search of this gallery, one look, per finger and core", "us"),
        FigureKind("search_stranger_us_per_finger_core", "the same for a probe of nobody", "us"),
        FigureKind("growth_tenfold", "cost per finger, growth from a tenth of this gallery"),
        FigureKind("second_look_ratio", "second look over the first", "", .most(1)),
        FigureKind("writes_slowdown", "search latency with a writer alongside over without"),
        FigureKind("writes_per_s", "enrolments a second of that writer", "1/s"),
        FigureKind("fill_us_per_finger", "filling the gallery, per finger", "us"),
        FigureKind("resident_bytes_per_finger", "growth of the resident set, per finger of the gallery", "bytes"),
    ] + ["10k", "100k", "1m"].flatMap { size in
        [1, 8, 32].flatMap { count in
            [
                FigureKind("latency_\(size)_\(count)_ms", "search of \(size), \(count) in flight, latency", "ms"),
                FigureKind("searches_\(size)_\(count)_per_s", "search of \(size), \(count) in flight", "1/s"),
            ]
        }
    }
    private static let persons: [FigureKind] = [2, 4].map {
        FigureKind("\($0 == 2 ? "two" : "four")_finger_ratio", "\($0) fingers over one, mated")
    } + [1, 2, 4, 10].flatMap {
        [
            FigureKind("fingers_\($0)_ms", "\($0) named fingers, mated", "ms"),
            FigureKind("fingers_\($0)_stranger_ms", "\($0) named fingers, nobody's, one look", "ms"),
        ]
    } + [FigureKind("ten_finger_stranger_ratio", "ten fingers over one, nobody's, one look")]
    private static let accuracy: [FigureKind] = [
        FigureKind("rank1_percent", "rank-1, one finger of unknown position", "%"),
        FigureKind("rank1_probes", "probes of these figures"),
        FigureKind("rank1_two_finger_percent", "rank-1, two named fingers", "%"),
        FigureKind("rank1_two_finger_loss_points", "rank-1 lost at most, two named fingers", "points"),
        FigureKind("rank1_ten_finger_percent", "rank-1, all named fingers", "%"),
        FigureKind("rank1_ten_finger_loss_points", "rank-1 lost at most, all named fingers", "points"),
    ]

    /// The kind of this key; one without a title for a key that is not in the lists.
    package static func named(_ key: String) -> FigureKind {
        (required + further).first { $0.key == key } ?? FigureKind(key, key)
    }
}
