package import Foundation
import TamgaMatcher
package import TamgaReporting

/// A result as JSON: rates as fractions, null for what was not measured or cannot be said.
package struct ResultJSON {
    package var members: [String: JSONValue] = [:]

    /// - Parameters:
    ///   - verification: nil leaves its keys null.
    ///   - identification: nil leaves its keys null.
    package init(_ verification: Verification?, _ identification: Identification? = nil) {
        members = Self.part(verification?.pooled, identification?.pooled)
        let mates = verification?.databases ?? []
        let searches = identification?.databases ?? []
        let names = mates.map(\.name) + searches.map(\.name).filter { name in !mates.contains { $0.name == name } }
        members["databases"] = .list(
            names.map { name in
                var part = Self.part(mates.first { $0.name == name }, searches.first { $0.name == name })
                part["name"] = .text(name)
                return .object(part)
            })
        members["matcher"] = .text(Matcher.version)
        if let verification {
            members["misses"] = .list(verification.misses().map(Self.misses))
            members["fingers"] = .integer(verification.rules.fingers)
            members["maximum_rotation"] = .number(verification.rules.maximumRotation.degrees)
        } else if let identification {
            members["fingers"] = .integer(identification.rules.fingers)
            members["maximum_rotation"] = .number(identification.rules.maximumRotation.degrees)
        }
        if let identification { members["gallery"] = .object(Self.gallery(identification)) }
    }

    /// The text, keys sorted, with a newline at its end.
    package func data() throws -> Data {
        try JSONValue.object(members).data()
    }
}

extension ResultJSON {
    private static func byDecade<Value>(
        _ decades: [Decade], _ values: [Value]?, _ write: (Value) -> JSONValue
    ) -> JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: decades.enumerated().map { index, decade in
                    (decade.name, values.map { write($0[index]) } ?? .null)
                }))
    }

    private static func interval(_ interval: Interval?) -> JSONValue {
        interval.map { .list([.number($0.low), .number($0.high)]) } ?? .null
    }

    private static func part(_ mates: Verification.Part?, _ searches: Identification.Part?) -> [String: JSONValue] {
        let (rates, found) = (mates?.rates, searches?.rates)
        return [
            "eer": JSONValue(rates?.eer),
            "fnmr": byDecade(Decade.falseMatch, rates?.fnmr) { JSONValue($0) },
            "zero_fmr": JSONValue(rates?.zeroFMR),
            "rank1": JSONValue(found?.rankOne),
            "fnir": byDecade(Decade.falsePositive, found?.fnir) { JSONValue($0) },
            "cmc": found.map { .list($0.cmc.map { JSONValue($0) }) } ?? .null,
            "mated": (rates?.mated ?? found?.mated).map { .integer($0) } ?? .null,
            "nonmated": (rates?.nonMated ?? found?.nonMated).map { .integer($0) } ?? .null,
            "mated_searches": found.map { .integer($0.mated) } ?? .null,
            "nonmated_searches": found.map { .integer($0.nonMated) } ?? .null,
            "ci": .object([
                "eer": interval(mates?.intervals.eer),
                "fnmr": byDecade(Decade.falseMatch, mates?.intervals.fnmr, interval),
                "zero_fmr": interval(mates?.intervals.zeroFMR),
                "rank1": interval(searches?.intervals.rankOne),
                "fnir": byDecade(Decade.falsePositive, searches?.intervals.fnir, interval),
            ]),
            "thresholds": .object([
                "eer": JSONValue(rates?.thresholds.eer),
                "fnmr": byDecade(Decade.falseMatch, rates?.thresholds.fnmr) { JSONValue($0) },
                "zero_fmr": JSONValue(rates?.thresholds.zeroFMR),
                "fnir": byDecade(Decade.falsePositive, found?.thresholds) { JSONValue($0) },
            ]),
            "notes": .list(((rates?.notes ?? []) + (found?.notes ?? [])).map { .text($0) }),
        ]
    }

    private static func misses(_ misses: Misses) -> JSONValue {
        .object([
            "database": .text(misses.database), "name": .text(misses.name), "mated": .integer(misses.mated),
            "missed": .integer(misses.missed),
        ])
    }

    private static func gallery(_ identification: Identification) -> [String: JSONValue] {
        [
            "persons": .integer(identification.gallery.persons),
            "references": .integer(identification.gallery.references),
            "distractors": .integer(identification.rules.distractors),
            "engine": .text(identification.rules.isExhaustive ? "exhaustive" : "staged"),
        ]
    }
}

extension Rotation {
    /// Degrees either way.
    package var degrees: Double { Double(steps) * 360 / 256 }

    /// From degrees, rounded to 1/256 turn; nil outside 0 to 180.
    package init?(degrees: Double) {
        guard (0...180).contains(degrees) else { return nil }
        self.init(steps: Int((degrees * 256 / 360).rounded()))
    }
}
