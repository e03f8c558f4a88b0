import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaReporting
import TamgaTemplates

/// Real mates among the distractors: how often the search names the mate first, and how often exhaustive B does where
/// the search did not.
///
/// A probe counts as lost where the mate is not first although its exact score is higher than that of everybody else,
/// everybody being compared exactly. Only where the mate's score beats what the search found is there anything to
/// compare, so few probes pay for it. What the search names first and exhaustive B would not is not set off: the figure
/// is the loss or more.
struct RankSuite {
    let context: BenchContext
    let gallery: GallerySubject
    let reals: RealSets

    private struct Outcome: Sendable {
        var set: String
        var isFirst: Bool
        var isLost: Bool
    }

    func run() throws {
        guard !reals.sets.isEmpty else {
            return context.report.missing("rank1_loss_points", because: "no real templates (TAMGA_DATA)")
        }
        for person in try reals.enrollees() { try gallery.insert([person]) }
        let (count, seed) = (context.options.probes, context.options.seed)
        let lone = try outcomes(reals.fingerTrials(count, seed: seed), "one finger")
        record(lone, rank: "rank1_percent", loss: "rank1_loss_points", note: "")
        context.report.add("rank1_probes", .integer(lone.count))
        recordSets(lone)
        for (fingers, name) in [(2, "two"), (10, "ten")] {
            let each = max(2, count / 15)
            let found = try outcomes(reals.handTrials(each, fingers: fingers, seed: seed), "\(fingers) fingers")
            record(
                found, rank: "rank1_\(name)_finger_percent", loss: "rank1_\(name)_finger_loss_points",
                note: "\(found.count) probes")
        }
    }

    private func outcomes(_ trials: [RealSets.Trial], _ what: String) throws -> [Outcome] {
        context.progress.begin("real mates among the distractors, \(what)", steps: trials.count)
        defer { context.progress.end() }
        let (gallery, progress) = (gallery, context.progress)
        return try Callers.map(count: trials.count, inFlight: Parallel.cores) { index in
            let found = try Self.outcome(trials[index], gallery)
            progress.advance(by: 1)
            return found
        }
    }

    private static func outcome(_ trial: RealSets.Trial, _ gallery: GallerySubject) throws -> Outcome {
        var manner = GallerySubject.Manner()
        manner.positions = .asLabelled
        manner.candidates = GalleryLimits.candidates.upperBound
        manner.parameters.floor = 0
        let answer = try gallery.search(trial.fingers, manner)
        let others = best(answer)
        let mate = answer.candidates.first { $0.person == trial.mate }?.score
        // Of equal scores the mate comes last.
        let isFirst = mate.map { $0 > others } ?? false
        let exact = try isFirst ? 0 : gallery.score(trial.fingers, trial.mate, within: answer.rotation)
        let isLost = try !isFirst && exact > others && exact > best(gallery.search(trial.fingers, exhaustive(manner)))
        return Outcome(set: trial.set, isFirst: isFirst, isLost: isLost)
    }

    /// The best score of a distractor: other real persons may be the same one in another set, or the same finger
    /// enrolled in another way.
    private static func best(_ answer: SearchResult) -> Float {
        answer.candidates.first { $0.person.text.hasPrefix("d") }?.score ?? 0
    }

    /// Everybody passes every stage.
    private static func exhaustive(_ manner: GallerySubject.Manner) -> GallerySubject.Manner {
        let everybody = StageWidth(least: 1 << 40, perMillion: 0)
        var manner = manner
        manner.parameters.survivors = everybody
        manner.parameters.preselected = everybody
        manner.parameters.severalPreselected = everybody
        manner.parameters.finalists = everybody
        manner.parameters.narrowing = manner.parameters.narrowing.map { _ in everybody }
        manner.parameters.severalSurvivors = everybody
        manner.parameters.severalFinalists = everybody
        manner.parameters.exactComparisons = everybody
        return manner
    }

    private func record(_ outcomes: [Outcome], rank: String, loss: String, note: String) {
        guard !outcomes.isEmpty else { return context.report.missing(loss, because: "no probes") }
        let all = Double(outcomes.count)
        context.report.add(rank, .number(100 * Double(outcomes.count { $0.isFirst }) / all), note: note)
        context.report.add(
            loss, .number(100 * Double(outcomes.count { $0.isLost }) / all),
            note: "\(outcomes.count { $0.isLost }) of \(outcomes.count)")
    }

    /// For each set how many of how many probes had their mate first, and losses.
    private func recordSets(_ outcomes: [Outcome]) {
        for (set, part) in Dictionary(grouping: outcomes, by: \.set).sorted(by: { $0.key < $1.key }) {
            let text = "\(part.count { $0.isFirst })/\(part.count), lost \(part.count { $0.isLost })"
            context.report.add("rank1_\(set.replacing("/", with: "_"))", .text(text))
        }
    }
}
