public import TamgaGallery

/// On what terms a request is made: who waits for it, and until when its answer is of any use.
public struct RequestTerms: Sendable {
    /// Of the three, who is served first, and in which proportion.
    public var urgency: Urgency
    /// The time by the service's own clock (``WallClock/monotonicMicroseconds()``) after which nobody wants the answer;
    /// nil: it is wanted whenever it comes.
    public var deadline: UInt64?
    /// Raised by whoever takes the request back.
    public var stop: StopSignal?

    /// Terms; as they stand, somebody at the border who waits however long it takes.
    public init(urgency: Urgency = .border, deadline: UInt64? = nil, stop: StopSignal? = nil) {
        (self.urgency, self.deadline, self.stop) = (urgency, deadline, stop)
    }

    /// An officer registers somebody.
    public static let enrolment = RequestTerms(urgency: .enrolment)

    /// Why nobody wants the answer any more; nil as long as somebody does.
    func ended(at now: UInt64) -> StopSignal.Reason? {
        if let reason = stop?.reason { return reason }
        return deadline.map { now >= $0 } == true ? .expired : nil
    }

    /// - Throws: `.cancelled` or `.deadlineExceeded`.
    func check(at now: UInt64) throws(IdentificationError) {
        if let reason = ended(at: now) { throw IdentificationError(reason) }
    }
}
