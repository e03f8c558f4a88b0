package import TamgaReporting
import TamgaWire

extension LoadReport {
    /// The report as JSON; milliseconds and seconds are in the keys' names or those of the documentation.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "goal": .object([
                "class": .text(options.goal.kind.rawValue), "p99": .number(options.goal.milliseconds),
            ]),
            "mix": .object(
                Dictionary(uniqueKeysWithValues: options.mix.shares.map { ($0.key.rawValue, .number($0.value)) })),
            "seed": .text("\(options.seed)"), "run": .text("\(options.run)"),
            "connections": .integer(options.connections), "bulk_workers": .integer(options.bulkWorkers),
            "server": server,
            "classes": headline.map(Self.classes) ?? .null,
            "stretches": .list(stretches.map(Self.stretch)),
            "findings": .list(findings.map(JSONValue.text)),
            "trusted": .bool(doubts.isEmpty), "doubts": .list(doubts.map(JSONValue.text)),
        ]
        if let found {
            members["found"] = .object([
                "rate": JSONValue(found.rate), "confirmed": .bool(found.isConfirmed),
            ])
        }
        if let overload {
            let (base, over) = overload.goodput
            members["overload"] = .object([
                "factor": .number(overload.factor), "base_rate": .number(overload.base.rate),
                "base_goodput": .number(base), "goodput": .number(over),
                "classes": Self.classes(overload.figures),
            ])
        }
        if let idle {
            members["idle"] = .object(["held": .integer(idle.held), "alive": .integer(idle.alive)])
        }
        return .object(members)
    }

    private var server: JSONValue {
        .object([
            "name": .text(before.server), "matcher": .text(before.matcher), "shards": .integer(Int(before.shards)),
            "persons": .integer(Int(clamping: before.persons)),
            "templates": .integer(Int(clamping: before.references)),
            "persons_after": after.map { .integer(Int(clamping: $0.persons)) } ?? .null,
        ])
    }

    private static func classes(_ stretch: StretchFigures) -> JSONValue {
        .object(Dictionary(uniqueKeysWithValues: stretch.classes.map { ($0.kind.rawValue, json($0)) }))
    }

    private static func json(_ figures: ClassFigures) -> JSONValue {
        .object([
            "sent": .integer(figures.sent), "ok": .integer(figures.ok), "missed": .integer(figures.missed),
            "wrong": .integer(figures.wrong), "lost": .integer(figures.lost),
            "refused": counts(figures.refused), "lost_by": counts(figures.lostBy),
            "p50": JSONValue(figures.p50), "p99": JSONValue(figures.p99), "p999": JSONValue(figures.p999),
            "max": JSONValue(figures.longest), "refused_p99": JSONValue(figures.refusedP99),
            "rate": .number(figures.rate), "sent_per_s": .number(figures.sentPerSecond),
            "in_time": figures.inTime.map(JSONValue.integer) ?? .null, "goodput": JSONValue(figures.goodput),
        ])
    }

    private static func counts(_ counts: [String: Int]) -> JSONValue {
        .object(counts.mapValues(JSONValue.integer))
    }

    private static func stretch(_ stretch: StretchFigures) -> JSONValue {
        let tester = stretch.tester
        return .object([
            "name": .text(stretch.name), "arrivals_per_s": .number(stretch.rate), "classes": classes(stretch),
            "holds_goal": .bool(stretch.holds), "ended_early": .bool(stretch.gaveUp),
            "tester": .object([
                "late_p99": JSONValue(tester.latenessP99), "late_max": JSONValue(tester.worstLateness),
                "processor_s": .number(tester.processorSeconds), "seconds": .number(tester.seconds),
                "reconnections": .integer(tester.reconnections), "was_late": .bool(tester.wasLate),
            ]),
            "seconds": .list(stretch.seconds.map(second)),
        ])
    }

    private static func second(_ second: SecondFigures) -> JSONValue {
        .object([
            "second": .integer(second.second), "in_flight": .integer(second.inFlight),
            "p50": JSONValue(second.p50), "p99": JSONValue(second.p99),
            "sent": .integer(second.classes.reduce(0) { $0 + $1.sent }),
            "answered": .integer(second.classes.reduce(0) { $0 + $1.answered }),
            "refused": .integer(second.classes.reduce(0) { $0 + $1.refused }),
        ])
    }
}
