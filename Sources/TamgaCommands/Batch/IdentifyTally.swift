package import TamgaWire

/// What a batch of identifications came to.
package struct IdentifyTally: Sendable {
    package private(set) var answered = 0
    package private(set) var refused = 0
    package private(set) var withCandidates = 0
    /// Probes whose first candidate is the person the layout names.
    package private(set) var rank1 = 0
    /// Probes with a hit; and those whose first hit is not the person the layout names.
    package private(set) var withHit = 0
    package private(set) var withWrongHit = 0
    /// Probes for which hands or fingers were found exchanged.
    package private(set) var exchanged = 0
    private var latencies: [Double] = []

    package init() {}

    package var probes: Int { answered + refused }

    package mutating func add(_ answer: Identified, mate: String, seconds: Double) {
        answered += 1
        latencies.append(seconds)
        guard let best = answer.candidates.first else { return }
        withCandidates += 1
        if best.person == mate { rank1 += 1 }
        guard best.isHit == true else { return }
        withHit += 1
        if best.person != mate { withWrongHit += 1 }
        if swapWarning(best.swap) != nil { exchanged += 1 }
    }

    package mutating func addRefusal() { refused += 1 }

    /// The latency that this share of the probes did not exceed, milliseconds; 0 without any.
    package func latency(_ share: Double) -> Double {
        guard !latencies.isEmpty else { return 0 }
        let rank = Int((share * Double(latencies.count)).rounded(.up))
        return latencies.sorted()[max(0, min(latencies.count, rank) - 1)] * 1_000
    }

    /// The share of all probes, refused ones too, whose mate came first.
    package var rank1Share: Double { probes == 0 ? 0 : Double(rank1) / Double(probes) }

    package func json(seconds: Double) -> JSON {
        .object([
            (
                "summary",
                .object([
                    ("probes", .integer(probes)), ("answered", .integer(answered)), ("refused", .integer(refused)),
                    ("with_candidates", .integer(withCandidates)), ("rank1", .integer(rank1)),
                    ("rank1_share", .number(Decimal3(rounding: rank1Share).text)),
                    ("with_hit", .integer(withHit)), ("with_wrong_hit", .integer(withWrongHit)),
                    ("exchanged", .integer(exchanged)),
                    ("seconds", .number(Decimal3(rounding: seconds).text)),
                    ("probes_per_second", .number(perSecond(probes, seconds))),
                    ("latency_milliseconds", latencyJSON),
                ])
            ),
        ])
    }

    package func text(seconds: Double) -> String {
        let percent = Decimal3(rounding: rank1Share * 100).text
        return """
            \(probes) probes, \(answered) answered, \(refused) refused, \(withCandidates) with candidates
            rank 1 is the mate: \(rank1) of \(probes) (\(percent) %)
            with a hit at the threshold: \(withHit), another than the mate: \(withWrongHit), exchanged: \(exchanged)
            \(perSecond(probes, seconds)) probes/s, latency p50 \(ms(0.5)) ms, p95 \(ms(0.95)) ms, max \(ms(1)) ms
            """
    }

    private var latencyJSON: JSON {
        .object([("p50", .number(ms(0.5))), ("p95", .number(ms(0.95))), ("max", .number(ms(1)))])
    }

    private func ms(_ share: Double) -> String { Decimal3(rounding: latency(share)).text }
}
