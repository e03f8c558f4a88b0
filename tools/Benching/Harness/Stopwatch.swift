import Synchronization

/// Tells the time; the one place where the benchmark reads a clock.
package protocol BenchClock: Sendable {
    /// Nanoseconds since some moment, never less than before.
    func nanoseconds() -> Int64
}

/// The system's clock that only runs forward.
package struct SteadyClock: BenchClock {
    private let start = ContinuousClock.now

    package init() {}

    package func nanoseconds() -> Int64 {
        let parts = (ContinuousClock.now - start).components
        return parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
    }
}

/// Times work, several times over; what is to be compared takes turns, so that a disturbance hits both.
package final class Stopwatch: Sendable {
    private let clock: any BenchClock
    private let mixed = Atomic<UInt64>(0)
    /// What all work returned, mixed: keeps the compiler from leaving work out.
    package var kept: UInt64 { mixed.load(ordering: .relaxed) }
    /// Seconds since some moment.
    package var now: Double { Double(clock.nanoseconds()) / 1e9 }

    package init(clock: any BenchClock) {
        self.clock = clock
    }

    /// Seconds that the work took.
    package func seconds(_ work: () throws -> UInt64) rethrows -> Double {
        let start = clock.nanoseconds()
        mixed.store((kept ^ (try work())) &* 0x0000_0100_0000_01b3, ordering: .relaxed)
        return Double(clock.nanoseconds() - start) / 1e9
    }

    /// The work's time, once to warm up and then `runs` times.
    package func measure(runs: Int, _ work: () throws -> UInt64) rethrows -> Samples {
        _ = try seconds(work)
        return Samples(try (0..<runs).map { _ in try seconds(work) })
    }

    /// For each of several works that take turns its times in order; one round more at first to warm up.
    package func interleaved(runs: Int, _ works: [() throws -> UInt64]) throws -> [[Double]] {
        var times = [[Double]](repeating: [], count: works.count)
        for round in 0...runs {
            for (index, work) in works.enumerated() {
                let time = try seconds(work)
                if round > 0 { times[index].append(time) }
            }
        }
        return times
    }
}
