import Synchronization
import TamgaEvaluation
import TamgaGallery
import TamgaReporting

/// Searches with 1, 8 and 32 in flight: latency, throughput, and the same answers.
struct FlightSuite {
    let context: BenchContext
    let galleries: SizedGalleries

    private static let inFlight = [1, 8, 32]
    /// Seconds after which a size is not measured another time.
    private static let patience = 30.0

    func run() throws {
        let count = context.options.isQuick ? 8 : 32
        let probes = context.probes(count, among: max(1_000, galleries.sizes[0].fingers)).map { [$0.probe] }
        for size in galleries.sizes {
            context.progress.begin("1, 8 and 32 in flight, \(size.fingers) fingers", steps: 1)
            try run(size.subject, size.fingers, probes)
            context.progress.end()
        }
    }

    private func run(_ subject: GallerySubject, _ fingers: Int, _ probes: [[ProbeFinger]]) throws {
        var latencies = [[Double]](repeating: [], count: Self.inFlight.count)
        var rates = latencies
        var hashes: [String] = []
        var spent = 0.0
        for _ in 0..<max(1, context.options.runs - 2) where spent < Self.patience {
            for (index, count) in Self.inFlight.enumerated() {
                let flight = try fly(subject, probes, inFlight: count)
                spent += flight.seconds
                latencies[index] += flight.latencies
                rates[index].append(Double(probes.count) / flight.seconds)
                hashes.append(flight.hash)
            }
        }
        if let name = SizedGalleries.name(fingers) {
            for (index, count) in Self.inFlight.enumerated() {
                context.report.add("latency_\(name)_\(count)_ms", Samples(latencies[index]).scaled(by: 1e3))
                context.report.add("searches_\(name)_\(count)_per_s", Samples(rates[index]))
            }
        }
        context.report.add("result_hash", hashes.first.map { .text($0) } ?? .null)
        if Set(hashes).count > 1 {
            context.report.fail("answers depend on how many searches are in flight (\(fingers) fingers)")
        }
    }

    private struct Flight {
        var seconds: Double
        var latencies: [Double]
        var hash: String
    }

    private func fly(_ subject: GallerySubject, _ probes: [[ProbeFinger]], inFlight: Int) throws -> Flight {
        var calls: [(latency: Double, answer: SearchResult)] = []
        let watch = context.watch
        let seconds = try watch.seconds {
            calls = try Callers.map(count: probes.count, inFlight: inFlight) { index in
                let begin = watch.now
                let answer = try subject.search(probes[index], .oneLook())
                return (watch.now - begin, answer)
            }
            return UInt64(calls.count)
        }
        return Flight(
            seconds: seconds, latencies: calls.map(\.latency), hash: AnswerHash(calls.map(\.answer)).text)
    }
}
