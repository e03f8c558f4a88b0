import Foundation
package import TamgaReporting

/// What a row gave.
package struct TableResult: Sendable {
    package let row: TableRow
    package let verification: Verification
    package let identification: Identification

    /// The value of a rate; nil where it is not known.
    package func value(_ rate: TableRow.Target.Rate) -> Double? {
        switch rate {
        case .eer: verification.pooled.rates.eer
        case .fnmrThousandth: verification.pooled.rates.fnmr[1]
        case .fnmrTenThousandth: verification.pooled.rates.fnmr[2]
        case .rankOne: identification.pooled.rankOne
        }
    }

    /// The interval of a rate; nil where there is none.
    func interval(_ rate: TableRow.Target.Rate) -> Interval? {
        switch rate {
        case .eer: verification.pooled.intervals.eer
        case .fnmrThousandth: verification.pooled.intervals.fnmr[1]
        case .fnmrTenThousandth: verification.pooled.intervals.fnmr[2]
        case .rankOne: identification.pooled.intervals.rankOne
        }
    }

    /// Whether a target is met; an unknown rate does not meet one.
    package func meets(_ target: TableRow.Target) -> Bool {
        guard let value = value(target.rate) else { return false }
        return target.rate == .rankOne ? value >= target.limit : value <= target.limit
    }

    /// As JSON: the result, its title and its targets.
    package func json() -> JSONValue {
        var members = ResultJSON(verification, identification).members
        members["title"] = .text(row.title)
        members["key"] = .text(row.key)
        members["targets"] = .list(
            row.targets.map { target in
                .object([
                    "rate": .text(target.rate.name), "limit": .number(target.limit),
                    "value": JSONValue(value(target.rate)), "met": .bool(meets(target)),
                ])
            })
        return .object(members)
    }
}

extension TableRow.Target.Rate {
    package static let all: [Self] = [.eer, .fnmrThousandth, .fnmrTenThousandth, .rankOne]

    /// As the column of a table and in JSON.
    package var name: String {
        switch self {
        case .eer: "EER"
        case .fnmrThousandth: "FNMR@1e-3"
        case .fnmrTenThousandth: "FNMR@1e-4"
        case .rankOne: "rank-1"
        }
    }

    /// `<= 1.6` or `>= 98`.
    package func bound(_ limit: Double) -> String {
        let percent = (limit * 10_000).rounded() / 100
        let text = percent == percent.rounded() ? String(Int(percent)) : String(percent)
        return (self == .rankOne ? ">= " : "<= ") + text
    }
}

/// What turning every probe costs: FNMR at FMR 1e-3 of a row's sets at each angle.
package struct TurnResult: Sendable {
    package var title: String
    /// Degrees and the rate; the first angle is 0.
    package var points: [(degrees: Double, fnmr: Double?)]

    /// The most that any angle loses against none, as a share; nil where a rate is not known.
    package var worstLoss: Double? {
        guard let upright = points.first?.fnmr else { return nil }
        let losses = points.compactMap { $0.fnmr.map { $0 - upright } }
        return losses.count == points.count ? losses.max() : nil
    }

    package init(title: String, points: [(degrees: Double, fnmr: Double?)]) {
        (self.title, self.points) = (title, points)
    }
}
