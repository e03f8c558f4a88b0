import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaTemplates

/// Description, S3, S4 and B, each over several hundred fingers.
struct StageSuite {
    let context: BenchContext

    private var pairs: Int { context.options.isQuick ? 60 : 400 }

    func run() throws {
        context.progress.begin("description, S3, S4 and B", steps: 1)
        defer { context.progress.end() }
        let references = (0..<pairs).compactMap { context.file.descriptor($0 * 17 % context.file.count) }
        let mates = context.probes(min(pairs, 100), among: context.file.count)
        let probes = mates.map { MatcherSubject.prepare($0.probe.views[0]) }
        let mated = mates.compactMap { context.file.descriptor($0.finger) }
        let templates = context.file.count > 0 ? Self.templates(context, count: pairs) : []
        guard !probes.isEmpty, !templates.isEmpty, mated.count == probes.count else {
            for key in ["s3_us", "s4_us", "b_us", "encode_us"] {
                context.report.missing(key, because: "too few fingers of 40 minutiae")
            }
            return
        }
        let times = try context.watch.interleaved(runs: context.options.runs, [
            { sum(templates) { Float(MatcherSubject.describe($0).count) } },
            { sum(references.indices) { MatcherSubject.preselect(probes[$0 % probes.count], references[$0]) } },
            { sum(references.indices) { MatcherSubject.overlay(probes[$0 % probes.count], references[$0]) } },
            { sum(references.indices) { MatcherSubject.compare(probes[$0 % probes.count], references[$0]) } },
            { sum(probes.indices) { MatcherSubject.compare(probes[$0], mated[$0]) } },
        ])
        for (index, (key, count)) in [
            ("encode_us", templates.count), ("s3_us", references.count), ("s4_us", references.count),
            ("b_us", references.count), ("b_mated_us", probes.count),
        ].enumerated() {
            context.report.add(key, Samples(times[index]).scaled(by: 1e6 / Double(count)))
        }
    }

    private func sum<Items: Sequence>(_ items: Items, _ score: (Items.Element) -> Float) -> UInt64 {
        items.reduce(0) { ($0 &* 31) &+ UInt64(score($1).bitPattern) }
    }

    /// Templates cut to forty minutiae.
    private static func templates(_ context: BenchContext, count: Int) -> [FingerTemplate] {
        (0..<min(context.file.count, 4 * count)).lazy.map(context.source.template).filter { $0.minutiae.count >= 40 }
            .prefix(count).map { template in
                var cut = template
                cut.minutiae = (0..<40).map { template.minutiae[$0 * template.minutiae.count / 40] }
                return cut
            }
    }
}
