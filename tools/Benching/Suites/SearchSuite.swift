import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaReporting
import TamgaTemplates

/// The galleries of a run: a hundredth, a tenth and all of the fingers.
struct SizedGalleries {
    let sizes: [(fingers: Int, subject: GallerySubject)]

    var largest: (fingers: Int, subject: GallerySubject) { sizes[sizes.count - 1] }

    /// Fills them, the largest first so that its memory can be told.
    init(_ context: BenchContext) throws {
        let fingers = context.options.fingers
        let before = MachineSubject.residentBytes
        var largest: GallerySubject?
        let time = try context.watch.seconds {
            let filled = try context.gallery(fingers: fingers, shards: 4)
            largest = filled
            return UInt64(filled.references)
        }
        guard let largest else { throw BenchError("no gallery") }
        context.report.add("fill_us_per_finger", .number(time * 1e6 / Double(fingers)))
        if let before, let after = MachineSubject.residentBytes {
            context.report.add("resident_bytes_per_finger", .number(Double(after - before) / Double(fingers)))
        }
        let smaller = try [fingers / 100, fingers / 10].map { ($0, try context.gallery(fingers: $0, shards: 4)) }
        sizes = smaller + [(fingers, largest)]
    }

    /// `10k`, `100k`, `1m`: the part of a figure's name; nil for sizes that have no figures of their own.
    static func name(_ fingers: Int) -> String? {
        switch fingers {
        case 10_000: "10k"
        case 100_000: "100k"
        case 1_000_000: "1m"
        default: nil
        }
    }
}

/// What a search costs, by the size of the gallery, by cores and by looks.
struct SearchSuite {
    let context: BenchContext
    let galleries: SizedGalleries

    private var report: BenchReport { context.report }

    /// Microseconds per finger and core for each size.
    func run() throws -> [(fingers: Int, microseconds: Double)] {
        let probes = context.probes(8, among: galleries.sizes[1].fingers).map { [$0.probe] }
        guard !probes.isEmpty else { throw BenchError("no finger whose mate has about 40 minutiae") }
        let minutiae = probes.reduce(0) { $0 + $1[0].views[0].count }
        report.add("probe_minutiae", .number(Double(minutiae) / Double(probes.count)))
        context.progress.begin("one probe, one worker, by size", steps: 1)
        let times = try bySize(probes)
        context.progress.end()
        let costs = zip(galleries.sizes, times).map { size, times in
            Samples(times).scaled(by: 1e6 / Double(size.fingers * repeats(size.fingers)))
        }
        record(costs, times)
        try cores(probes)
        try looks(probes)
        return zip(galleries.sizes, costs).compactMap { size, cost in cost.median.map { (size.fingers, $0) } }
    }

    /// Searches in a turn: small galleries are searched more often, so that every turn takes long enough.
    private func repeats(_ fingers: Int) -> Int { max(2, min(40, 400_000 / fingers)) }

    private func bySize(_ probes: [[ProbeFinger]]) throws -> [[Double]] {
        try context.watch.interleaved(
            runs: context.options.runs,
            galleries.sizes.map { size in
                {
                    try (0..<repeats(size.fingers)).reduce(0) { mixed, index in
                        let answer = try size.subject.search(probes[index % probes.count], .oneLook(workers: 1))
                        return mixed ^ AnswerHash([answer]).value
                    }
                }
            })
    }

    private func record(_ costs: [Samples], _ times: [[Double]]) {
        for (size, cost) in zip(galleries.sizes, costs) {
            if let name = SizedGalleries.name(size.fingers) { report.add("search_\(name)_us_per_finger_core", cost) }
        }
        let (small, large) = (galleries.sizes[1].fingers, galleries.largest.fingers)
        let scale = Double(small * repeats(small)) / Double(large * repeats(large))
        let growth = Samples(zip(times[2], times[1]).map { $0 / $1 * scale - 1 })
        report.add("search_us_per_finger_core", costs[2])
        report.add("growth_tenfold", growth)
        if large == 1_000_000 {
            report.add("growth_100k_to_1m", growth)
        } else {
            let reason = "needs 1,000,000 fingers, this run has \(large)"
            for key in ["growth_100k_to_1m", "search_1m_us_per_finger_core"] { report.missing(key, because: reason) }
        }
    }

    private func cores(_ probes: [[ProbeFinger]]) throws {
        context.progress.begin("one worker and two", steps: 1)
        defer { context.progress.end() }
        guard Parallel.cores > 1 else {
            return report.missing("two_core_speedup", because: "there is one core")
        }
        let subject = galleries.largest.subject
        var answers: [[SearchResult]] = [[], []]
        let times = try context.watch.interleaved(
            runs: context.options.runs,
            [1, 2].map { workers in
                {
                    answers[workers - 1] = try probes.prefix(2).map {
                        try subject.search($0, .oneLook(workers: workers))
                    }
                    return AnswerHash(answers[workers - 1]).value
                }
            })
        report.add("two_core_speedup", Samples.ratios(times[0], times[1]))
        if answers[0] != answers[1] { report.fail("one worker and two answer differently") }
    }

    /// Strangers of unknown position: nothing is found, so the second look is taken where it is allowed.
    private func looks(_ probes: [[ProbeFinger]]) throws {
        context.progress.begin("first look and second", steps: 1)
        defer { context.progress.end() }
        let strangers = probes.prefix(2).map { $0.map { ProbeFinger(position: .unknown, views: $0.views.map(turned)) } }
        let times = try context.watch.interleaved(
            runs: context.options.runs,
            [Rotation.usual, Rotation.any].map { rotation in
                {
                    try strangers.reduce(0) { mixed, stranger in
                        let manner = GallerySubject.Manner(
                            workers: 1, rotation: rotation, positions: .asLabelled)
                        return mixed ^ AnswerHash([try galleries.largest.subject.search(stranger, manner)]).value
                    }
                }
            })
        let fingers = Double(strangers.count * galleries.largest.fingers)
        report.add("search_stranger_us_per_finger_core", Samples(times[0]).scaled(by: 1e6 / fingers))
        report.add("second_look_ratio", Samples(zip(times[1], times[0]).map { $0 / $1 - 1 }))
    }

    /// Signatures exchanged between minutiae: as many, but of no finger.
    private func turned(_ finger: FingerDescriptor) -> FingerDescriptor {
        let count = finger.count
        let order = (0..<count).map { ($0 + count / 2) % count }
        return FingerDescriptor(
            xs: finger.xs, ys: finger.ys, angles: finger.angles,
            signatures: order.flatMap { [finger.signatures[2 * $0], finger.signatures[2 * $0 + 1]] },
            qualities: finger.qualities)
    }
}
