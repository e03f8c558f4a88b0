public import Foundation
import TamgaEvaluation
import TamgaGallery
import TamgaReporting

/// A whole run of the benchmark: everything in one process, on one set of fingers.
public struct BenchRun {
    private let options: BenchOptions
    private let progress: any RunProgress
    private let report = BenchReport()
    private let watch = Stopwatch(clock: SteadyClock())

    /// A run with these options.
    public init(_ options: BenchOptions) {
        self.options = options
        progress = TerminalProgress(isQuiet: options.isQuiet)
    }

    /// Measures, and writes `bench.json` and `cost.svg` into the folder.
    ///
    /// - Returns: the table, the JSON, and what must not be.
    /// - Throws: ``BenchError``, or what reading and writing files throws.
    public func run() throws -> (table: String, json: Data, failures: [String]) {
        guard options.fingers >= 1_000, options.fingers % 1_000 == 0 else {
            throw BenchError("fingers: \(options.fingers), allowed: multiples of 1000 from 1000 on")
        }
        let reals = try RealSets(options.data)
        let context = try context(reals)
        machine(context, reals)
        if options.onlyRanks {
            let gallery = try context.gallery(fingers: options.fingers, shards: 4)
            try RankSuite(context: context, gallery: gallery, reals: reals).run()
            return (report.table(), try report.json().data(), report.failures)
        }
        try gate()
        KernelSuite(context).run()
        try StageSuite(context: context).run()
        try memory(context)
        let galleries = try SizedGalleries(context)
        let costs = try SearchSuite(context: context, galleries: galleries).run()
        try FlightSuite(context: context, galleries: galleries).run()
        try PersonSuite(context: context, gallery: galleries.largest.subject).run()
        try WriteSuite(context: context, gallery: galleries.largest.subject).run()
        try SameAnswerSuite(context: context).run()
        try restart(context, galleries)
        try RankSuite(context: context, gallery: galleries.largest.subject, reals: reals).run()
        let json = try report.json().data()
        try json.write(to: options.folder.appendingPathComponent("bench.json"))
        if let chart = CostChart.svg(costs) {
            try Data(chart.utf8).write(to: options.folder.appendingPathComponent("cost.svg"))
        }
        return (report.table(), json, report.failures)
    }

    private func context(_ reals: RealSets) throws -> BenchContext {
        let source = DistractorSource(
            seed: options.seed, reals: reals.templates, count: options.fingers, progress: progress)
        let file = try DistractorFile(source, count: options.fingers, folder: options.folder, progress: progress)
        return BenchContext(
            options: options, watch: watch, report: report, progress: progress, source: source, file: file)
    }

    private func machine(_ context: BenchContext, _ reals: RealSets) {
        report.add("cpu_features", .text(MachineSubject.features))
        report.add("cores", .integer(Parallel.cores))
        report.add("matcher", .text(MatcherSubject.version))
        report.add("fingers", .integer(options.fingers))
        report.add("gallery_minutiae", .number(Double(context.file.minutiae) / Double(context.file.count)))
        let count = reals.templates.count
        report.add("data", .text(count > 0 ? "synthetic, and \(count) real mirrored" : "synthetic only"))
    }

    /// Compares the counters of the deterministic run with their limits.
    private func gate() throws {
        let counters = try GateSuite.counters(options)
        for (key, value) in counters.sorted(by: { $0.key < $1.key }) { report.add("gate_\(key)", value) }
        guard let path = options.thresholds else { return }
        if options.recordsThresholds { return try JSONValue.object(counters).data().write(to: path) }
        let thresholds = try Thresholds(Data(contentsOf: path))
        for violation in thresholds.violations(by: counters) { report.fail("threshold: \(violation)") }
    }

    private func memory(_ context: BenchContext) throws {
        let fingers = options.fingers
        let bytes = try context.galleryOfForty(fingers: fingers).settledFootprint()
        report.add("bytes_per_finger", .number(Double(bytes) / Double(fingers)))
    }

    private func restart(_ context: BenchContext, _ galleries: SizedGalleries) throws {
        guard let probe = context.probes(1, among: options.fingers).first?.probe else {
            return report.missing("restart_1m_s", because: "no finger whose mate has about 40 minutiae")
        }
        let folder = options.folder.appendingPathComponent("segments")
        try? FileManager.default.removeItem(at: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        progress.begin("restart from segment files", steps: 1)
        defer { progress.end() }
        let samples = try galleries.largest.subject.restart(
            context.persons(fingers: options.fingers), [probe], watch, folder.path, runs: min(3, options.runs))
        report.add("restart_s", samples)
        guard options.fingers == 1_000_000 else {
            return report.missing("restart_1m_s", because: "needs 1,000,000 fingers, this run has \(options.fingers)")
        }
        report.add("restart_1m_s", samples)
    }
}
