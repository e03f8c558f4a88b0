import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher

/// `tamga-eval rates`: every pair of every set compared, each set and all of an extractor pooled.
struct Rates: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "EER, FNMR at two false match rates, rank-1.")

    @OptionGroup var options: SetOptions
    @Flag(help: "One JSON object a line.") var json = false

    func run() throws {
        var pooled: [String: [Comparison]] = [:]
        for set in try options.load() {
            let (comparisons, microseconds) = timed { set.comparisons { Matcher.compare($0, $1) } }
            pooled["pooled \(set.extractor)", default: []] += comparisons
            if set.name.hasPrefix("fvc2002") { pooled["pooled fvc2002 \(set.extractor)", default: []] += comparisons }
            var row = RatesRow(set: set.name, rates: ErrorRates(comparisons))
            row.rankOne = set.rankOne(comparisons)
            row.microseconds = microseconds / Double(max(1, comparisons.count))
            try show(row)
        }
        for (name, comparisons) in pooled.sorted(by: { $0.key < $1.key }) {
            try show(RatesRow(set: name, rates: ErrorRates(comparisons)))
        }
    }

    private func timed<Result>(_ work: () -> Result) -> (Result, Double) {
        let clock = ContinuousClock()
        let start = clock.now
        let result = work()
        let taken = (clock.now - start).components
        return (result, Double(taken.seconds) * 1e6 + Double(taken.attoseconds) / 1e12)
    }

    private func show(_ row: RatesRow) throws {
        print(json ? try row.json() : row.text)
    }
}

/// What `rates` says of one set.
struct RatesRow: Encodable {
    var set: String
    var mated: Int
    var nonMated: Int
    var equalErrorRate: Double?
    /// FNMR at the threshold where FMR is 1 % and 0.1 %, and that of 0.1 %.
    var fnmrAtOnePercent: Double?
    var fnmrAtOnePerMille: Double?
    var thresholdAtOnePerMille: Float?
    /// Share of probes (impressions 2 and on) whose finger's impression 1 scores best of the set.
    var rankOne: Double?
    /// Wall time per comparison on all cores.
    var microseconds: Double?

    init(set: String, rates: ErrorRates) {
        self.set = set
        (mated, nonMated, equalErrorRate) = (rates.mated, rates.nonMated, rates.eer)
        (fnmrAtOnePercent, fnmrAtOnePerMille) = (rates.fnmr[0], rates.fnmr[1])
        thresholdAtOnePerMille = rates.thresholds.fnmr[1]
    }

    var text: String {
        let name = set.padding(toLength: 36, withPad: " ", startingAt: 0)
        let counts = String(format: "mated %5d non-mated %6d", mated, nonMated)
        let errors =
            "EER \(Percent.text(equalErrorRate)) FNMR@1% \(Percent.text(fnmrAtOnePercent))"
            + " FNMR@0.1% \(Percent.text(fnmrAtOnePerMille))"
        let rank = rankOne.map { " rank-1 \(Percent.text($0))" } ?? ""
        let time = microseconds.map { String(format: " %4.0f us/comparison", $0) } ?? ""
        return "\(name) \(counts) \(errors)\(rank)\(time)"
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension Dataset {
    /// The last part of the name: which extractor made the templates.
    var extractor: Substring { name.split(separator: "/").last ?? "" }

    /// Impression 1 of each finger enrolled, the others searched: how many find their own finger first.
    func rankOne(_ comparisons: [Comparison]) -> Double {
        var best: [Int: (score: Float, isMated: Bool)] = [:]
        for comparison in comparisons {
            for (probe, reference) in [
                (comparison.probe, comparison.reference), (comparison.reference, comparison.probe),
            ] where samples[probe].impression != 1 && samples[reference].impression == 1 {
                if comparison.score > best[probe]?.score ?? -1 { best[probe] = (comparison.score, comparison.isMated) }
            }
        }
        return Double(best.values.filter(\.isMated).count) / Double(max(1, best.count))
    }
}
