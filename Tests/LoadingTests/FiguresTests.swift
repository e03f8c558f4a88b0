import TamgaLoading
import Testing

@Suite struct FiguresTests {
    private static let millisecond: Int64 = 1_000_000

    @Test func percentilesAreThoseOfTheValues() throws {
        var latencies = Latencies()
        for value in 1...1_000 { latencies.record(nanoseconds: Int64(value) * Self.millisecond) }
        let p50 = try #require(latencies.milliseconds(at: 0.5))
        let p99 = try #require(latencies.milliseconds(at: 0.99))
        #expect(abs(p50 - 500) <= 0.5 && abs(p99 - 990) <= 1)
        #expect(abs(try #require(latencies.longest) - 1_000) <= 1 && latencies.count == 1_000)
        let curve = latencies.curve
        #expect(curve.first?.share == 0 && curve.count > 20)
        #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.share < $1.share && $0.milliseconds <= $1.milliseconds })
        #expect(curve.last.map { (1 - $0.share) * 1_000 >= 1 } ?? false, "no percentile beyond the last value")
    }

    @Test func nothingRecordedHasNoPercentile() {
        let latencies = Latencies()
        #expect(latencies.milliseconds(at: 0.5) == nil && latencies.longest == nil && latencies.curve.isEmpty)
    }

    @Test func whatTakesTooLongIsKept() {
        var latencies = Latencies()
        latencies.record(nanoseconds: .max / 4)
        latencies.record(nanoseconds: -5)
        #expect(latencies.count == 2 && latencies.longest ?? 0 >= 3_600_000)
    }

    private static func figures(_ verdicts: [(Verdict, Int64)]) throws -> ClassFigures {
        var tally = Tally()
        let goal = try Samples.goal()
        for (verdict, latency) in verdicts {
            tally.sent += 1
            tally.settle(verdict, latency: latency * millisecond, goal: goal.nanoseconds)
        }
        return ClassFigures(.border, tally, hasGoal: true, sending: 10, elapsed: 20)
    }

    /// Refusing at once is no way to be fast.
    @Test func aRefusalIsNotAnAnswerInTime() throws {
        let figures = try Self.figures(
            Array(repeating: (.ok, 50), count: 98) + Array(repeating: (.refused("too-many-requests"), 1), count: 2))
        #expect(figures.p99.map { abs($0 - 50) < 0.1 } ?? false && figures.refusals == 2 && figures.ok == 98)
        #expect(figures.inTime == 98 && !figures.holdsGoal)
        #expect(figures.goodput == 9.8 && figures.rate == 4.9 && figures.sentPerSecond == 10)
        #expect(figures.refusedP99.map { abs($0 - 1) < 0.01 } ?? false)
    }

    @Test func lateWrongAndLostAreNotInTime() throws {
        let held = try Self.figures(
            Array(repeating: (.ok, 100), count: 98) + [(.missed, 100), (.ok, 101)])
        #expect(held.holdsGoal && held.inTime == 99 && held.missed == 1)
        for bad in [(Verdict.wrong("x"), 1), (.lost("timeout"), 1), (.ok, 200)] as [(Verdict, Int64)] {
            let figures = try Self.figures(Array(repeating: (.ok, 100), count: 98) + [(.ok, 101), bad])
            #expect(!figures.holdsGoal, "\(bad)")
        }
        #expect(try !Self.figures([]).holdsGoal, "nothing sent holds nothing")
    }

    @Test func theTestersOwnLatenessIsTold() throws {
        func wasLate(_ late: [Int64]) -> Bool {
            var latencies = Latencies()
            for value in late { latencies.record(nanoseconds: value * Self.millisecond) }
            return TesterFigures(
                lateness: latencies, goal: 100, processorSeconds: 0, seconds: 1, reconnections: 0
            ).wasLate
        }
        #expect(!wasLate([]) && !wasLate(Array(repeating: 9, count: 200)))
        #expect(wasLate(Array(repeating: 11, count: 200)))
        #expect(!wasLate(Array(repeating: 1, count: 999) + [90]) && wasLate(Array(repeating: 1, count: 999) + [110]))
    }
}
