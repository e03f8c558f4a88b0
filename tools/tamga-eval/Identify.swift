import ArgumentParser
import Foundation
import TamgaEvaluation
import TamgaMatcher

/// `tamga-eval identify`: the first impression of each finger enrolled, the others searched.
struct Identify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rank-1, CMC, FNIR at FPIR 1e-1, 1e-2 and 1e-3 on an open set.",
        discussion: "Each probe is searched among everybody and among everybody but its own person. "
            + "See docs/EVALUATION.md.")

    @OptionGroup var options: EvaluationOptions
    @Option(help: "Synthetic persons added to the gallery.")
    var distractors = 0
    @Flag(help: "Compares a probe with everybody exactly, without the stages before.")
    var exhaustive = false
    @Flag(help: "Probes do not say which fingers they show.")
    var unknownPositions = false

    func validate() throws {
        guard (0...1_000_000).contains(distractors) else {
            throw ValidationError("--distractors \(distractors): allowed are 0 to 1000000")
        }
    }

    func run() throws {
        let (sets, unreadable) = try options.load()
        let rules = IdentificationRules(
            fingers: options.fingers, distractors: distractors, isExhaustive: exhaustive,
            hidesPositions: unknownPositions, maximumRotation: options.rotation, exceptions: try options.exceptions())
        let identification = try Identification(
            sets, rules: rules, bootstrap: options.bootstrap, progress: options.progress)
        print(Self.text(identification))
        try options.write(ResultJSON(nil, identification), unreadable: unreadable)
        try options.report(nil, identification)
        try options.finish(unreadable: unreadable)
    }

    static func text(_ identification: Identification) -> String {
        let (rates, ci) = (identification.pooled.rates, identification.pooled.intervals)
        let gallery = identification.gallery
        var lines = identification.databases.count > 1
            ? identification.databases.map { part in
                part.name.padding(toLength: 34, withPad: " ", startingAt: 0)
                    + String(format: " searches %5d", part.mated) + " rank-1 \(Percent.text(part.rankOne))"
            } : []
        lines.append(
            "gallery of \(gallery.persons) persons with \(gallery.references) templates; "
                + "\(rates.mated) mated and \(rates.nonMated) non-mated searches; matcher \(Matcher.version)")
        lines.append("rank-1             " + Percent.text(rates.rankOne, ci.rankOne) + " %")
        let ranks = [2, 5, 10, 20].filter { $0 <= rates.cmc.count }
        let curve = ranks.map { "rank \($0) \(Percent.text(rates.cmc[$0 - 1]))" }.joined(separator: "  ")
        lines.append("CMC                " + curve)
        for (index, decade) in Decade.falsePositive.enumerated() {
            let threshold = rates.thresholds[index].map { String(format: "  threshold %.3f", $0) } ?? ""
            lines.append(
                "FNIR at FPIR \(decade.name)  " + Percent.text(rates.fnir[index], ci.fnir[index]) + " %" + threshold)
        }
        return (lines + rates.notes.map { "note: \($0)" }).joined(separator: "\n")
    }
}
