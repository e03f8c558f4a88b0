import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher
import TamgaReporting

/// `tamga-eval verify`: all mated and all non-mated pairs of each folder under one threshold.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "EER, FNMR at FMR 1e-2, 1e-3 and 1e-4, ZeroFMR, with confidence intervals.",
        discussion: "A pair matches when its score is greater than the threshold. See docs/EVALUATION.md.")

    @OptionGroup var options: EvaluationOptions
    @Flag(help: "Prints a hash over the bits of every raw score of stage B (one finger each).")
    var hash = false

    func run() throws {
        let (sets, unreadable) = try options.load()
        let rules = ComparisonRules(
            maximumRotation: options.rotation, exceptions: try options.exceptions(), fingers: options.fingers)
        let progress = options.progress
        let verification = Verification(sets, rules: rules, bootstrap: options.bootstrap, progress: progress)
        var result = ResultJSON(verification)
        print(Self.text(verification))
        if hash {
            let text = ResultHash(of: sets, rules: rules, progress: progress).text
            print("hash \(text)")
            result.members["hash"] = .text(text)
        }
        try options.write(result, unreadable: unreadable)
        try options.report(verification, nil)
        try options.finish(unreadable: unreadable)
    }

    static func text(_ verification: Verification) -> String {
        var lines = verification.databases.count > 1 ? verification.databases.map(row) : []
        let pooled = verification.pooled
        lines += ["", "mated \(pooled.rates.mated), non-mated \(pooled.rates.nonMated), matcher \(Matcher.version)"]
        let (rates, ci) = (pooled.rates, pooled.intervals)
        lines.append("EER               " + Percent.text(rates.eer, ci.eer) + " %" + threshold(rates.thresholds.eer))
        for (index, decade) in Decade.falseMatch.enumerated() {
            lines.append(
                "FNMR at FMR \(decade.name)  " + Percent.text(rates.fnmr[index], ci.fnmr[index]) + " %"
                    + threshold(rates.thresholds.fnmr[index]))
        }
        lines.append(
            "ZeroFMR           " + Percent.text(rates.zeroFMR, ci.zeroFMR) + " %" + threshold(rates.thresholds.zeroFMR))
        return (lines + rates.notes.map { "note: \($0)" }).drop { $0.isEmpty }.joined(separator: "\n")
    }

    private static func threshold(_ score: Float?) -> String {
        score.map { String(format: "  threshold %.3f", $0) } ?? ""
    }

    private static func row(_ part: Verification.Part) -> String {
        part.name.padding(toLength: 34, withPad: " ", startingAt: 0)
            + String(format: " mated %5d non-mated %6d", part.rates.mated, part.rates.nonMated)
            + " EER \(Percent.text(part.rates.eer)) FNMR@1e-3 \(Percent.text(part.rates.fnmr[1]))"
    }
}
