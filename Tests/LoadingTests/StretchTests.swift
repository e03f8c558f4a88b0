import TamgaClient
import TamgaLoading
import TamgaWire
import Testing

/// Stretches against stations that answer as they are told; all arrivals are due at the start, so that nothing waits.
@Suite struct StretchTests {
    private static func run(
        _ arrivals: [Arrival], _ station: FakeStation, workers: Int = 0, drain: Double = 60, givesUp: Bool = false
    ) async throws -> StretchFigures {
        let kinds = Set(arrivals.map(\.kind)).union(workers > 0 ? [.bulk] : [])
        var plan = Stretch.Plan(
            name: "load", rate: 10, seconds: 0.01, arrivals: arrivals, goal: try Samples.goal())
        (plan.workers, plan.drain, plan.givesUp) = (workers, drain, givesUp)
        let bed = Stretch.Bed(
            station: station, bulkStation: station, pools: Samples.pools(Array(kinds)), judge: Judge(nil),
            clock: SteadyClock(), processorSeconds: { 0 })
        return await Stretch(plan, in: bed) { _ in }.run()
    }

    private static func arrivals(_ count: Int, at time: Int64 = 0, _ kind: LoadClass = .border) -> [Arrival] {
        (0..<count).map { _ in Arrival(at: time, kind: kind, draw: 0) }
    }

    private static let nobody = Reply.identified(Samples.identified([]))

    @Test func everyRequestIsCountedAsWhatItCameTo() async throws {
        let station = FakeStation { index, _ in
            switch index % 4 {
            case 0: Self.nobody
            case 1: .identified(Samples.identified([Samples.candidate("x", rank: 1, isHit: true)]))
            case 2: .failed(ClientError(refused: ErrorMessage(code: .tooManyRequests, message: "full")))
            default: .failed(ClientError(.connectionLost, "gone"))
            }
        }
        let stretch = try await Self.run(Self.arrivals(400), station)
        let figures = try #require(stretch[.border])
        #expect(figures.sent == 400 && station.count == 400)
        #expect(figures.ok == 100 && figures.wrong == 100 && figures.lost == 100)
        #expect(figures.refused == ["too-many-requests": 100] && figures.lostBy == ["connection-lost": 100])
        #expect(stretch.wrong == 100 && stretch.lost == 100 && !stretch.holds)
        #expect(stretch.seconds.reduce(0) { $0 + $1.classes.reduce(0) { $0 + $1.sent } } == 400)
    }

    /// Requests whose time was two seconds before the start: their latency says so, though each is answered at once.
    @Test func latencyCountsFromTheIntendedTime() async throws {
        let stretch = try await Self.run(
            Self.arrivals(20, at: -2_000_000_000), FakeStation { _, _ in Self.nobody })
        let figures = try #require(stretch[.border])
        #expect(figures.p50 ?? 0 >= 2_000 && figures.inTime == 0 && !stretch.holds)
        #expect(stretch.tester.worstLateness ?? 0 >= 2_000 && stretch.tester.wasLate)
    }

    @Test func whatIsNeverAnsweredIsLost() async throws {
        let station = FakeStation { index, _ in
            guard index > 0 else { return Self.nobody }
            // A stream of nothing ends when the task is cancelled.
            let (never, continuation) = AsyncStream<Never>.makeStream()
            for await _ in never {}
            continuation.finish()
            return .failed(ClientError(.cancelled, "given up"))
        }
        let stretch = try await Self.run(Self.arrivals(3), station, drain: 0)
        let figures = try #require(stretch[.border])
        #expect(figures.ok == 1 && figures.lost == 2 && figures.lostBy == ["cancelled": 2])
    }

    @Test func flatOutWorkersHaveFiguresOfTheirOwn() async throws {
        let station = FakeStation { _, _ in Self.nobody }
        let stretch = try await Self.run(Self.arrivals(5), station, workers: 2)
        let figures = try #require(stretch[.flatOut])
        #expect(figures.sent > 0 && figures.ok == figures.sent && stretch[.bulk] == nil)
        #expect(stretch[.border]?.ok == 5 && station.count == 5 + figures.sent)
    }

    /// Steps of a search end as soon as nothing can save them; what was sent is accounted for.
    @Test func aHopelessStretchEndsEarly() async throws {
        let late = Self.arrivals(50, at: -1_000_000_000)
        let never = Self.arrivals(50, at: 3_600_000_000_000)
        let station = FakeStation { _, _ in Self.nobody }
        let stretch = try await Self.run(late + never, station, givesUp: true)
        #expect(stretch.gaveUp && !stretch.holds && station.count < 100)
        #expect(stretch[.border].map { $0.sent == $0.ok } ?? true)
    }
}
