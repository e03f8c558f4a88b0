import NIOCore
import TamgaWire

/// Which deadline counts and when it is over. A value; the timer only asks it.
struct DeadlineClock {
    private(set) var deadline: SessionDeadline?
    private(set) var due = NIODeadline.distantFuture
    private var isRenewed = false

    /// A frame has come to its end.
    mutating func renew() { isRenewed = true }

    /// Begins the time of another deadline, or, after a frame, that of the same one anew.
    mutating func watch(_ next: SessionDeadline?, at now: NIODeadline, _ limits: ServerLimits) {
        let begins = next != deadline || (isRenewed && next?.isRenewedByFrames == true)
        isRenewed = false
        guard begins else { return }
        deadline = next
        due = next.map { now + TimeAmount($0.duration(limits)) } ?? .distantFuture
    }

    /// The deadline that is over.
    func missed(at now: NIODeadline) -> SessionDeadline? { now >= due ? deadline : nil }
}

extension SessionHandler {
    /// Sees to it that a timer comes when the present deadline is over, or before.
    ///
    /// A deadline that moves back leaves the timer as it is: at its time it finds nothing due and waits on.
    func watchDeadline() {
        guard let context else { return }
        let loop = context.eventLoop
        clock.watch(machine.deadline(isInsideFrame: reader.isInsideFrame), at: loop.now, environment.limits)
        guard clock.deadline != nil, timer == nil || clock.due < timerDue else { return }
        timer?.cancel()
        timerDue = clock.due
        timer = loop.assumeIsolated().scheduleTask(deadline: clock.due) { self.timerFired(loop.now) }
    }

    private func timerFired(_ now: NIODeadline) {
        timer = nil
        if let missed = clock.missed(at: now) { perform(machine.timedOut(missed)) }
        watchDeadline()
    }
}
