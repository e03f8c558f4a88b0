import Foundation
import TamgaHarness
import TamgaLoading
import Testing

@Suite struct ArrivalsTests {
    private static func plan(_ rate: Double, _ seconds: Double, seed: UInt64 = 1) throws -> [Arrival] {
        var dice = Dice(seed: seed, stream: 7)
        return try Arrivals.plan(rate: rate, seconds: seconds, mix: .usual, using: &dice)
    }

    @Test func theSameSeedGivesTheSamePlan() throws {
        #expect(try Self.plan(100, 5) == Self.plan(100, 5))
        #expect(try Self.plan(100, 5) != Self.plan(100, 5, seed: 2))
    }

    @Test func timesAreInOrderAndWithinTheStretch() throws {
        let times = try Self.plan(500, 4).map(\.at)
        #expect(times == times.sorted())
        #expect(times.allSatisfy { (0..<4_000_000_000).contains($0) })
    }

    /// Of a Poisson process: as many as the rate says, gaps whose deviation is their mean, each longer than the mean in
    /// one case of e.
    @Test func gapsAreExponential() throws {
        let times = try Self.plan(1_000, 40).map { Double($0.at) / 1e9 }
        #expect(abs(Double(times.count) - 40_000) < 1_000, "five standard deviations")
        let gaps: [Double] = zip(times.dropFirst(), times).map { $0 - $1 }
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        let squares: [Double] = gaps.map { ($0 - mean) * ($0 - mean) }
        let deviation = (squares.reduce(0, +) / Double(gaps.count)).squareRoot()
        #expect(abs(deviation / mean - 1) < 0.05)
        let longer = Double(gaps.count { $0 > mean }) / Double(gaps.count)
        #expect(abs(longer - exp(-1.0)) < 0.015)
    }

    @Test func whatCannotBePlannedIsRefused() {
        for (rate, seconds) in [(0.0, 5.0), (-1, 5), (.nan, 5), (10, 0), (10, .infinity), (100_000, 86_400)] {
            #expect(throws: LoadError.self) { try Self.plan(rate, seconds) }
        }
    }
}
