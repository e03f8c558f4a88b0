/// Sends the requests of one stretch at their times and waits for the answers.
package struct Stretch: Sendable {
    /// What is to be sent.
    package struct Plan: Sendable {
        package var name: String
        /// Arrivals a second, as planned.
        package var rate: Double
        package var seconds: Double
        package var arrivals: [Arrival]
        package var goal: LatencyGoal
        /// Ends early once the goal cannot be reached any more.
        package var givesUp = false
        /// Seconds to wait for the last answers; what has none by then is lost.
        package var drain = 30.0
        /// Bulk workers beside it that send as soon as they are answered.
        package var workers = 0

        package init(name: String, rate: Double, seconds: Double, arrivals: [Arrival], goal: LatencyGoal) {
            (self.name, self.rate, self.seconds, self.arrivals) = (name, rate, seconds, arrivals)
            self.goal = goal
        }
    }

    /// Where requests go, what answers are held against, and who tells the time.
    package struct Bed: Sendable {
        package var station: any LoadStation
        /// Of the flat-out workers: connections of their own, so that nothing waits behind them in the tester.
        package var bulkStation: any LoadStation
        package var pools: ProbePools
        package var judge: Judge
        package var clock: any LoadClock
        /// Seconds of processor time that this process has had.
        package var processorSeconds: @Sendable () -> Double

        package init(
            station: any LoadStation, bulkStation: any LoadStation, pools: ProbePools, judge: Judge,
            clock: any LoadClock, processorSeconds: @escaping @Sendable () -> Double
        ) {
            (self.station, self.bulkStation, self.pools, self.judge) = (station, bulkStation, pools, judge)
            (self.clock, self.processorSeconds) = (clock, processorSeconds)
        }
    }

    private let plan: Plan
    private let bed: Bed
    private let recorder: Recorder
    private let start: Int64
    private let show: @Sendable (SecondFigures) -> Void

    /// How often it looks whether the last answer is there, nanoseconds.
    private static let drainStep: Int64 = 5_000_000
    /// How long a worker that was refused waits before it asks again where the server does not say, milliseconds.
    private static let refusalPause: UInt32 = 100

    /// - Parameter show: takes the figures of each second when it is over.
    package init(_ plan: Plan, in bed: Bed, show: @escaping @Sendable (SecondFigures) -> Void) {
        (self.plan, self.bed, self.show) = (plan, bed, show)
        recorder = Recorder(goal: plan.goal)
        start = bed.clock.now()
    }

    private var elapsed: Int64 { bed.clock.now() - start }

    /// Runs it to the last answer.
    package func run() async -> StretchFigures {
        let processor = bed.processorSeconds()
        let lost = bed.station.reconnections + bed.bulkStation.reconnections
        let (gaveUp, sending, ended) = await withDiscardingTaskGroup { group in
            let ticker = Task { await tick() }
            for worker in 0..<plan.workers { group.addTask { await work(worker) } }
            let gaveUp = await send(into: &group)
            let sending = elapsed
            recorder.stopSending()
            await drain()
            let ended = elapsed
            group.cancelAll()
            ticker.cancel()
            await ticker.value
            return (gaveUp, sending, ended)
        }
        let (tallies, seconds, lateness) = recorder.all
        let times = (sending: Double(sending) / 1e9, elapsed: Double(ended) / 1e9)
        return StretchFigures(
            name: plan.name, rate: plan.rate,
            classes: tallies.sorted { $0.key < $1.key }.map { kind, tally in
                ClassFigures(
                    kind, tally, hasGoal: plan.goal.kind == kind, sending: times.sending, elapsed: times.elapsed)
            },
            seconds: seconds,
            tester: TesterFigures(
                lateness: lateness, goal: plan.goal.milliseconds,
                processorSeconds: bed.processorSeconds() - processor, seconds: times.elapsed,
                reconnections: bed.station.reconnections + bed.bulkStation.reconnections - lost),
            gaveUp: gaveUp, goal: plan.goal)
    }

    /// - Returns: whether it was ended early.
    private func send(into group: inout DiscardingTaskGroup) async -> Bool {
        let watch = plan.givesUp ? GoalWatch(plan.goal, plan: plan.arrivals) : nil
        var pacer = Pacer(plan.arrivals, end: Int64(plan.seconds * 1e9), watch: watch)
        while true {
            switch pacer.next(now: elapsed, inTime: recorder.inTime(plan.goal.kind)) {
            case .send(let arrival):
                guard let probe = bed.pools.probe(arrival.kind, draw: arrival.draw) else { continue }
                recorder.launch()
                group.addTask { await ask(probe, at: arrival.at) }
            case .wait(let time): await bed.clock.sleep(until: start + time)
            case .giveUp: return true
            case .done: return false
            }
        }
    }

    /// One request: its latency counts from the time it should have been sent, so that a tester or a connection that
    /// is held up makes it longer, not rarer (coordinated omission).
    private func ask(_ probe: Probe, at time: Int64) async {
        recorder.send(probe.kind, lateness: elapsed - time)
        let reply = await bed.station.ask(probe)
        recorder.settle(probe.kind, bed.judge.verdict(reply, probe.expectation), latency: elapsed - time)
    }

    /// One worker: closed-loop, so its latencies count from when it sent.
    private func work(_ worker: Int) async {
        var turn = UInt64(worker)
        while recorder.isSending, let probe = bed.pools.probe(.bulk, draw: turn)?.of(.flatOut) {
            turn += UInt64(plan.workers)
            let sent = elapsed
            recorder.launch()
            recorder.sendAtOnce(.flatOut)
            let reply = await bed.bulkStation.ask(probe)
            let verdict = bed.judge.verdict(reply, probe.expectation)
            recorder.settle(.flatOut, verdict, latency: elapsed - sent)
            switch verdict {
            case .ok, .missed, .wrong: break
            case .refused, .lost:
                let pause = Int64(reply.retryAfter ?? Self.refusalPause)
                await bed.clock.sleep(until: bed.clock.now() + pause * 1_000_000)
            }
        }
    }

    private func drain() async {
        let end = elapsed + Int64(plan.drain * 1e9)
        while recorder.inFlight > 0, elapsed < end { await bed.clock.sleep(until: bed.clock.now() + Self.drainStep) }
    }

    /// Ends each second, until it is cancelled; then the one that has begun.
    private func tick() async {
        var second = 1
        while true {
            await bed.clock.sleep(until: start + Int64(second) * 1_000_000_000)
            guard !Task.isCancelled else { break }
            show(recorder.endSecond(second))
            second += 1
        }
        _ = recorder.endSecond(second)
    }
}
