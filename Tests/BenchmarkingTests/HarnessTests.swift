import Foundation
import Synchronization
import TamgaBenchmarking
import TamgaEvaluation
import Testing

@Suite struct HarnessTests {
    /// A clock that goes on by one second with each look, and by more on the looks that are named.
    private final class FakeClock: BenchClock {
        private let looks = Mutex(0)
        let delays: [Int: Int64]

        init(delays: [Int: Int64] = [:]) { self.delays = delays }

        func nanoseconds() -> Int64 {
            looks.withLock { looks in
                looks += 1
                return (0..<looks).reduce(0) { $0 + 1_000_000_000 + (delays[$1 + 1] ?? 0) }
            }
        }
    }

    @Test func aMedianIsTheMiddleOne() {
        #expect(Samples([]).median == nil)
        #expect(Samples([3]).median == 3)
        #expect(Samples([9, 1, 2]).median == 2)
        #expect(Samples([4, 1, 3, 2]).median == 2.5)
        #expect(Samples([0, 10]).quantile(0.9) == 9)
        #expect(Samples([1, 2, 3]).quantile(1) == 3)
    }

    @Test func aSpreadIsTheDistanceOfTheQuartiles() {
        #expect(Samples([1, 2, 3, 4, 5]).spread == 2.0 / 3)
        #expect(Samples([5, 5, 5]).spread == 0)
        #expect(Samples([]).spread == nil)
        #expect(Samples([-1, 0, 1]).spread == nil)
    }

    @Test func ratiosAreOfTheSameTurn() {
        #expect(Samples.ratios([2, 40], [1, 10]) == Samples([2, 4]))
    }

    @Test func theFirstTurnIsNotCounted() throws {
        // Looks 1 and 2 are those of the first work's turn to warm up.
        let watch = Stopwatch(clock: FakeClock(delays: [2: 99_000_000_000]))
        var calls = [0, 0]
        let times = try watch.interleaved(
            runs: 3, (0...1).map { work in { calls[work] += 1; return UInt64(work) } })
        #expect(times == [[1, 1, 1], [1, 1, 1]])
        #expect(calls == [4, 4])
    }

    @Test func aDelayCountsWhereItHappens() throws {
        // Looks 5 and 6 are the first work's first turn that counts.
        let watch = Stopwatch(clock: FakeClock(delays: [6: 2_000_000_000]))
        let times = try watch.interleaved(runs: 2, [{ 1 }, { 2 }])
        #expect(times == [[3, 1], [1, 1]])
    }

    @Test func whatWorkReturnsIsKept() {
        let (one, other) = (Stopwatch(clock: FakeClock()), Stopwatch(clock: FakeClock()))
        #expect(one.measure(runs: 1) { 1 }.values == other.measure(runs: 1) { 2 }.values)
        #expect(one.kept != other.kept)
    }

    @Test(arguments: [1, 3, 32]) func callersAnswerInOrder(inFlight: Int) throws {
        #expect(try Callers.map(count: 20, inFlight: inFlight) { $0 * $0 } == (0..<20).map { $0 * $0 })
    }

    @Test func anErrorOfACallIsThrown() {
        #expect(throws: BenchError("7")) {
            try Callers.map(count: 10, inFlight: 2) { index in
                if index == 7 { throw BenchError("7") }
                return index
            }
        }
    }

    @Test func aHashChangesWithOneBitAndWithTheOrder() {
        func hash(_ parts: [(String, Float)]) -> String {
            var hash = AnswerHash()
            for part in parts { hash.add(part.0, part.1) }
            return hash.text
        }
        #expect(AnswerHash().text == "cbf29ce484222325")
        #expect(hash([("a", 1)]) == hash([("a", 1)]))
        #expect(hash([("a", 1)]) != hash([("a", Float(1).nextUp)]))
        #expect(hash([("a", 1), ("b", 1)]) != hash([("b", 1), ("a", 1)]))
    }
}
