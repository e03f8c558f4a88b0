import Foundation
import TamgaEvaluation
import TamgaGallery
import TamgaMatcher

/// How far down the list real mates stand after each stage: what the widths of a search are chosen by.
///
/// In the terms of ISO/IEC 19795-1 the share of the gallery passed on is the penetration rate, the share of mates that
/// are not among it the pre-selection error.
public struct Penetration {
    private let options: BenchOptions
    /// Templates passed on to S3 and S4, per million of the gallery.
    private static let survivors = 50_000

    /// Measures with the fingers, the probes and the seed of the options.
    public init(_ options: BenchOptions) { self.options = options }

    /// For each stage and number passed on, the share of mates that are among those.
    ///
    /// - Throws: what reading the sets or filling the gallery throws.
    public func table() throws -> String {
        let progress: any RunProgress = TerminalProgress(isQuiet: options.isQuiet)
        let reals = try RealSets(options.data)
        let source = DistractorSource(
            seed: options.seed, reals: reals.templates, count: options.fingers, progress: progress)
        let context = BenchContext(
            options: options, watch: Stopwatch(clock: SteadyClock()), report: BenchReport(), progress: progress,
            source: source,
            file: try DistractorFile(source, count: options.fingers, folder: options.folder, progress: progress))
        let subject = try context.gallery(fingers: options.fingers, shards: 4)
        for person in try reals.enrollees() { try subject.insert([person]) }
        let ranks = try ranks(reals, subject, progress)
        return lines(ranks).joined(separator: "\n")
    }

    /// A mate's ranks, and its exact score.
    private struct Place: Sendable {
        let ranks: StageRanks
        let score: Float
    }

    private func ranks(
        _ reals: RealSets, _ subject: GallerySubject, _ progress: any RunProgress
    ) throws -> [Place] {
        let trials = try reals.fingerTrials(options.probes, seed: options.seed)
        let survivors = max(1_000, options.fingers * Self.survivors / 1_000_000)
        progress.begin("ranks of real mates", steps: trials.count)
        defer { progress.end() }
        return try Callers.map(count: trials.count, inFlight: 4) { index in
            let trial = trials[index]
            defer { progress.advance(by: 1) }
            let ranks = try subject.gallery.stageRanks(
                of: trial.mate, for: trial.fingers[0], within: .usual, survivors: survivors)
            return Place(ranks: ranks, score: try subject.score(trial.fingers, trial.mate, within: .usual))
        }
    }

    /// The second pair of columns is for mates whom the exact comparison would put first among so many strangers: what
    /// the stages lose of these is lost, the others would not have been found anyway.
    private func lines(_ places: [Place]) -> [String] {
        let telling = places.filter { Double($0.score) >= log10(Double(options.fingers)) }
        let depths = [64, 128, 256, 512, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000].filter { $0 <= options.fingers }
        let head =
            "\(places.count) probes among \(options.fingers) fingers; mates, %, among the first; "
            + "and of the \(telling.count) whose exact score stands out"
        return [head] + depths.map { depth in
            let columns = [places, telling].map { places in
                String(
                    format: "   S1 %6.2f   S3 %6.2f   both %6.2f   S4 %6.2f", share(places, depth) { $0.scan },
                    share(places, depth) { $0.geometry }, share(places, depth) { $0.both },
                    share(places, depth) { $0.overlay })
            }
            return String(format: "%8d", depth) + columns.joined(separator: "   ")
        }
    }

    private func share(_ places: [Place], _ depth: Int, _ rank: (StageRanks) -> Int?) -> Double {
        100 * Double(places.count { rank($0.ranks).map { $0 < depth } ?? false }) / Double(max(1, places.count))
    }
}
