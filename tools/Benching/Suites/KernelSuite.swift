import TamgaEvaluation
import TamgaKernels
import TamgaMatcher
import TamgaReporting

/// S1 at every level, and the plain read of the same bytes, over a region that no cache holds.
struct KernelSuite {
    private static let minutiae = 40
    /// Fingers of a block: with it 16 probes fit the second level of cache.
    private static let fingersPerBlock = 256
    private static let sharing = 16

    let context: BenchContext
    private let blocks: [KernelBlock]
    private let probes: [KernelSubject.Probe]

    init(_ context: BenchContext) {
        self.context = context
        let fingers = Self.fingers(of: context)
        probes = fingers.prefix(Self.sharing).map(KernelSubject.probe)
        let perBlock = Self.fingersPerBlock * Self.minutiae * 17
        let rest = Array(fingers.dropFirst(Self.sharing))
        blocks = rest.isEmpty ? [] : (0..<context.options.regionBytes / perBlock).map { block in
            (0..<Self.fingersPerBlock).reduce(into: KernelBlock()) { filled, index in
                filled.append(rest[(block * Self.fingersPerBlock + index) % rest.count])
            }
        }
    }

    /// Enrolled fingers with exactly forty minutiae.
    private static func fingers(of context: BenchContext) -> [FingerDescriptor] {
        (0..<min(context.file.count, 6_000)).lazy.compactMap {
            context.file.descriptor($0)?.thinned(to: minutiae)
        }.prefix(4_096).map(\.self)
    }

    private var fingerCount: Double { Double(blocks.count * Self.fingersPerBlock) }

    func run() {
        guard !blocks.isEmpty, probes.count == Self.sharing else {
            return context.report.missing("read_ns", because: "too few fingers of \(Self.minutiae) minutiae")
        }
        let levels = KernelSubject.available
        context.progress.begin("S1 and plain reading", steps: 1)
        defer { context.progress.end() }
        var works: [() throws -> UInt64] = [{ blocks.reduce(0) { $0 ^ MachineSubject.read($1) } }]
        for level in levels {
            works.append { lone(level) }
            works.append { shared(level) }
        }
        guard let times = try? context.watch.interleaved(runs: context.options.runs, works) else { return }
        record(levels, times)
        compareSums(levels)
    }

    private func lone(_ level: KernelSubject.Level) -> UInt64 {
        var sums = [Int32](repeating: 0, count: Self.fingersPerBlock)
        var mixed: UInt64 = 0
        for block in blocks {
            KernelSubject.score(probes[0], block, level: level, into: &sums)
            mixed = mixed &+ UInt64(truncatingIfNeeded: sums[0])
        }
        return mixed
    }

    private func shared(_ level: KernelSubject.Level) -> UInt64 {
        var sums = [Int32](repeating: 0, count: Self.fingersPerBlock)
        var mixed: UInt64 = 0
        for block in blocks {
            for probe in probes {
                KernelSubject.score(probe, block, level: level, into: &sums)
                mixed = mixed &+ UInt64(truncatingIfNeeded: sums[0])
            }
        }
        return mixed
    }

    private func record(_ levels: [KernelSubject.Level], _ times: [[Double]]) {
        let (report, best) = (context.report, KernelSubject.best)
        let perFinger = 1e9 / fingerCount
        let read = Samples(times[0]).scaled(by: perFinger)
        report.add("read_ns", read)
        report.add("read_gb_s", Samples(read.values.map { Double(Self.minutiae * 17) / $0 }))
        for (index, level) in levels.enumerated() {
            let lone = Samples(times[1 + 2 * index]).scaled(by: perFinger)
            let shared = Samples(times[2 + 2 * index]).scaled(by: perFinger / Double(Self.sharing))
            report.add("s1_\(level.rawValue)_ns", lone)
            report.add("s1_\(level.rawValue)_shared16_ns", shared)
            guard level == best else { continue }
            report.add("s1_ns", lone, note: "level \(level.rawValue)")
            report.add("s1_shared16_ns", shared, note: "level \(level.rawValue)")
            report.add("s1_over_read", Samples.ratios(times[1 + 2 * index], times[0]))
        }
        for level in KernelSubject.Level.allCases where !levels.contains(level) {
            report.missing("s1_\(level.rawValue)_ns", because: KernelSubject.absence(of: level))
        }
        if let wide = levels.firstIndex(of: .avx512), let narrow = levels.firstIndex(of: .avx2) {
            report.add("s1_avx2_over_avx512", Samples.ratios(times[1 + 2 * narrow], times[1 + 2 * wide]))
        }
        report.add("level", .text(best.rawValue))
    }

    /// Every level must give the same sums.
    private func compareSums(_ levels: [KernelSubject.Level]) {
        let hashes = levels.map { level in
            var hash = AnswerHash()
            var sums = [Int32](repeating: 0, count: Self.fingersPerBlock)
            for probe in probes {
                KernelSubject.score(probe, blocks[0], level: level, into: &sums)
                for sum in sums { hash.add("", Float(sum)) }
            }
            return hash.text
        }
        context.report.add("s1_hash", hashes.first.map { .text($0) } ?? .null)
        if Set(hashes).count > 1 { context.report.fail("the levels of S1 differ: \(hashes.joined(separator: ", "))") }
    }
}
