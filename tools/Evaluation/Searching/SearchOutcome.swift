/// What one probe's two searches gave: among everybody, and among everybody but the own person.
package struct SearchOutcome: Hashable, Sendable {
    /// The mate's rank, from 1; nil where the answer did not name the mate.
    package var rank: Int?
    /// The mate's score; 0 where the answer did not name the mate.
    package var mateScore: Float
    /// The highest score of the search without the own person; nil where that gallery had nobody left.
    package var strangerScore: Float?
    /// The person, for the bootstrap, and the database.
    var cluster: Int32
    var stratum: Int32

    package init(rank: Int?, mateScore: Float, strangerScore: Float?, cluster: Int = 0, stratum: Int = 0) {
        (self.rank, self.mateScore, self.strangerScore) = (rank, mateScore, strangerScore)
        (self.cluster, self.stratum) = (Int32(cluster), Int32(stratum))
    }
}

/// Rates of open-set identification (ISO/IEC 19795-1): shares, 0 to 1; nil where there is too little to say.
///
/// A candidate counts as found when its score is greater than the threshold. FNIR: the share of mated searches
/// that do not find the mate, at whatever rank. FPIR: the share of non-mated searches that find anybody.
package struct IdentificationRates: Hashable, Sendable {
    /// Mated and non-mated searches.
    package var mated: Int
    package var nonMated: Int
    package var rankOne: Double?
    /// Share of mated searches with the mate at rank 1, at most 2 ... at most 20.
    package var cmc: [Double]
    /// FNIR where FPIR is at most each of ``Decade/falsePositive``.
    package var fnir: [Double?]
    package var thresholds: [Float?]

    package init(_ outcomes: [SearchOutcome]) {
        self.init(outcomes, multiplicity: nil)
    }

    init(_ outcomes: [SearchOutcome], multiplicity: [Double]?) {
        func weight(_ outcome: SearchOutcome) -> Double { multiplicity.map { $0[Int(outcome.cluster)] } ?? 1 }
        let total = outcomes.reduce(0) { $0 + weight($1) }
        let strangers = outcomes.compactMap { outcome in outcome.strangerScore.map { ($0, weight(outcome)) } }
            .sorted { $0.0 > $1.0 }
        let strangersTotal = strangers.reduce(0) { $0 + $1.1 }
        (mated, nonMated) = (outcomes.count, strangers.count)
        let enough = strangers.count
        thresholds = Decade.falsePositive.map { decade in
            guard Double(enough) >= decade.oneIn, strangersTotal > 0 else { return nil }
            var sum = 0.0
            return strangers.first { score, weight in
                sum += weight
                return sum * decade.oneIn > strangersTotal
            }?.0
        }
        fnir = thresholds.map { threshold in
            guard let threshold, total > 0 else { return nil }
            return outcomes.reduce(0) { $0 + ($1.mateScore > threshold ? 0 : weight($1)) } / total
        }
        var ranked = [Double](repeating: 0, count: IdentificationRules.ranks)
        for outcome in outcomes {
            if let rank = outcome.rank, rank <= ranked.count { ranked[rank - 1] += weight(outcome) }
        }
        var sum = 0.0
        cmc = total > 0
            ? ranked.map { share in
                sum += share
                return sum / total
            } : []
        rankOne = cmc.first
    }

    /// What the rates cannot say, in words.
    package var notes: [String] {
        if mated == 0 { return ["no mated searches: no rank-1, no FNIR"] }
        return Decade.falsePositive.filter { Double(nonMated) < $0.oneIn }
            .map { "\(nonMated) non-mated searches cannot resolve FPIR \($0.name): not stated" }
    }
}

/// The intervals of ``IdentificationRates``; persons are drawn, the gallery stays.
package struct IdentificationIntervals: Hashable, Sendable {
    package var rankOne: Interval?
    package var fnir: [Interval?]

    /// - Parameter attempts: captures that were searched for, each counted once.
    init(of rates: IdentificationRates, _ outcomes: [SearchOutcome], attempts: Int, bootstrap: Bootstrap) {
        var strata = [Int](repeating: -1, count: Int(outcomes.map(\.cluster).max() ?? -1) + 1)
        for outcome in outcomes { strata[Int(outcome.cluster)] = Int(outcome.stratum) }
        let replicates = bootstrap.replicate(strata: strata) { IdentificationRates(outcomes, multiplicity: $0) }
        let missed = Interval(
            rate: rates.rankOne.map { 1 - $0 }, replicates: replicates.map { $0.rankOne.map { 1 - $0 } },
            attempts: attempts)
        rankOne = missed.map { Interval(low: 1 - $0.high, high: 1 - $0.low) }
        fnir = Decade.falsePositive.indices.map { index in
            Interval(rate: rates.fnir[index], replicates: replicates.map { $0.fnir[index] }, attempts: attempts)
        }
    }
}

extension IdentificationIntervals {
    /// The interval of rank-1 alone, each outcome an attempt of its own.
    package static func rankOne(of outcomes: [SearchOutcome], bootstrap: Bootstrap) -> Interval? {
        IdentificationIntervals(
            of: IdentificationRates(outcomes), outcomes, attempts: outcomes.count, bootstrap: bootstrap
        ).rankOne
    }
}
