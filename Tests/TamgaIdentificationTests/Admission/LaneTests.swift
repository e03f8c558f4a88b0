import TamgaGallery
import TamgaIdentification
import Testing

@Suite struct LaneTests {
    /// Two at a time, each served in 100 µs after the other: so it is known how fast the line moves.
    private func busy(longestWait: UInt64 = 1_000_000) -> Lane<String> {
        var lane = Lane<String>(limit: 2, longestWait: longestWait)
        for departure in 1...10 {
            _ = lane.arrive("warm", RequestTerms(), at: UInt64(departure) * 100 - 100)
            _ = lane.depart(at: UInt64(departure) * 100)
        }
        return lane
    }

    @Test func soManyAreServedAndTheOthersWaitInOrder() {
        var lane = busy()
        #expect(lane.arrive("a", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("b", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("c", RequestTerms(), at: 1_000) == .waits)
        #expect(lane.arrive("d", RequestTerms(), at: 1_000) == .waits)
        #expect(lane.waitingCount == 2 && lane.running == 2)
        #expect(lane.depart(at: 1_100).next == "c")
        #expect(lane.depart(at: 1_200).next == "d")
        #expect(lane.depart(at: 1_300).next == nil)
        #expect(lane.depart(at: 1_400).next == nil)
        #expect(lane.running == 0)
    }

    @Test func whoCannotBeServedInTimeIsNotLetIn() {
        var lane = busy()
        #expect(lane.arrive("a", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("b", RequestTerms(), at: 1_000) == .served)
        // Behind two others that is three departures of 100 µs.
        #expect(lane.expected == 300)
        #expect(lane.arrive("c", RequestTerms(deadline: 1_299), at: 1_000) == .refused(late: 1))
        #expect(lane.arrive("c", RequestTerms(deadline: 1_300), at: 1_000) == .waits)
        #expect(lane.arrive("d", RequestTerms(deadline: 1_000), at: 1_050) == .refused(late: 400))
    }

    @Test func evenWhoHasNoDeadlineIsNotKeptForEver() {
        var lane = busy(longestWait: 250)
        #expect(lane.arrive("a", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("b", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("c", RequestTerms(), at: 1_000) == .refused(late: 50))
    }

    /// An estimate that is too long would otherwise shut everybody out, and never be put right.
    @Test func whoIsAloneIsAlwaysLetIn() {
        var lane = busy(longestWait: 1)
        #expect(lane.arrive("a", RequestTerms(deadline: 1_001), at: 1_000) == .served)
    }

    @Test func whoIsNotWantedAnyMoreLeavesUnserved() {
        var lane = busy()
        let stop = StopSignal()
        #expect(lane.arrive("a", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("b", RequestTerms(), at: 1_000) == .served)
        #expect(lane.arrive("taken back", RequestTerms(stop: stop), at: 1_000) == .waits)
        #expect(lane.arrive("late", RequestTerms(deadline: 2_000), at: 1_000) == .waits)
        #expect(lane.arrive("patient", RequestTerms(), at: 1_000) == .waits)
        stop.raise(.cancelled)
        let swept = lane.sweep(at: 1_010)
        #expect(swept.map(\.0) == ["taken back"] && swept.map(\.1) == [.cancelled])
        let (next, ended) = lane.depart(at: 2_000)
        #expect(next == "patient" && ended.map(\.0) == ["late"] && ended.map(\.1) == [.expired])
    }

    /// The mean follows a server that has become slower.
    @Test func thePaceIsThatOfLately() {
        var pace = Pace()
        #expect(pace.time(behind: 9) == 0)
        var now: UInt64 = 0
        for (count, step) in [(100, UInt64(10)), (400, 50)] {
            for _ in 0..<count {
                now += step
                pace.departed(at: now)
            }
        }
        #expect((49...50).contains(pace.interval ?? 0))
        #expect((490...500).contains(pace.time(behind: 9)))
    }

    /// Time in which nobody wanted anything says nothing of how fast the line moves.
    @Test func pausesAreNoWork() {
        var lane = busy()
        #expect(lane.arrive("a", RequestTerms(), at: 9_000_000) == .served)
        _ = lane.depart(at: 9_000_100)
        #expect(lane.expected == 100)
    }
}
