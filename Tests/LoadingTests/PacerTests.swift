import TamgaLoading
import Testing

@Suite struct PacerTests {
    private static let second: Int64 = 1_000_000_000

    private static func arrivals(_ times: [Int64]) -> [Arrival] {
        times.map { Arrival(at: $0, kind: .border, draw: 0) }
    }

    @Test func requestsGoOutAtTheirTimesWhateverIsAnswered() {
        let plan = Self.arrivals([10, 20, 20, 40])
        var pacer = Pacer(plan, end: 50)
        #expect(pacer.next(now: 0, inTime: 0) == .wait(until: 10))
        #expect(pacer.next(now: 10, inTime: 0) == .send(plan[0]))
        #expect(pacer.next(now: 10, inTime: 0) == .wait(until: 20))
        // Late itself: what is due goes out at once, each at its own time.
        #expect(pacer.next(now: 45, inTime: 0) == .send(plan[1]))
        #expect(pacer.next(now: 45, inTime: 0) == .send(plan[2]))
        #expect(pacer.next(now: 45, inTime: 0) == .send(plan[3]))
        #expect(pacer.next(now: 45, inTime: 0) == .wait(until: 50))
        #expect(pacer.next(now: 50, inTime: 0) == .done)
    }

    @Test func aGoalOutOfReachEndsIt() throws {
        // 400 in 4 seconds: 4 may be late.
        let plan = Self.arrivals((0..<400).map { $0 * Self.second / 100 })
        let goal = try LatencyGoal(.border, milliseconds: 100)
        var pacer = Pacer(plan, end: 4 * Self.second, watch: GoalWatch(goal, plan: plan))
        // At 150 ms those of 0 to 40 ms should be answered: 5 are, then 4 are not, then 5 are not.
        #expect(pacer.next(now: 150_000_000, inTime: 5) == .send(plan[0]))
        #expect(pacer.next(now: 150_000_000, inTime: 1) == .send(plan[1]))
        #expect(pacer.next(now: 150_000_000, inTime: 0) == .giveUp)
    }

    @Test func whatIsNotDueYetIsNotLate() throws {
        let plan = Self.arrivals((0..<400).map { $0 * Self.second / 100 })
        let goal = try LatencyGoal(.border, milliseconds: 100)
        var watch = GoalWatch(goal, plan: plan)
        #expect(watch.allowed == 400 * (1 - LatencyGoal.share))
        let atFirst = watch.isHopeless(now: 100_000_000, inTime: 0)
        #expect(!atFirst, "the first has until now")
        let (tooMany, notTooMany) = (
            watch.isHopeless(now: 10 * Self.second, inTime: 395), watch.isHopeless(now: 10 * Self.second, inTime: 396)
        )
        #expect(tooMany && !notTooMany)
    }

    @Test func otherClassesHaveNoPartInTheGoal() throws {
        let plan = (0..<100).map { Arrival(at: Int64($0), kind: .bulk, draw: 0) }
        var watch = GoalWatch(try LatencyGoal(.border, milliseconds: 1), plan: plan)
        let isHopeless = watch.isHopeless(now: .max / 2, inTime: 0)
        #expect(!isHopeless)
    }

    @Test(arguments: [("100ms", 100.0), ("1.5s", 1_500), ("0.5ms", 0.5)])
    func goalsAreRead(_ text: String, _ milliseconds: Double) throws {
        #expect(try LatencyGoal(.bulk, parsing: text).milliseconds == milliseconds)
    }

    @Test(arguments: ["100", "ms", "s", "-1s", "nans", "1h", "0ms", "601s", "1 00ms"])
    func whatIsNoGoalIsRefused(_ text: String) {
        #expect(throws: LoadError.self) { try LatencyGoal(.bulk, parsing: text) }
    }
}
