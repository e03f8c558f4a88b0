import Synchronization

/// Tells work under way that nobody wants its outcome any more. It is asked between parts; once raised it stays so.
public final class StopSignal: Sendable {
    /// Why nobody does.
    public enum Reason: UInt8, Hashable, Sendable {
        /// Whoever asked has taken it back, or is gone.
        case cancelled = 1
        /// The time for it is over.
        case expired = 2
    }

    private let raised = Atomic<UInt8>(0)

    /// A signal that nobody has raised.
    public init() {}

    /// The first reason given counts.
    public func raise(_ reason: Reason) {
        _ = raised.compareExchange(expected: 0, desired: reason.rawValue, ordering: .relaxed)
    }

    /// Nil as long as the outcome is wanted.
    public var reason: Reason? { Reason(rawValue: raised.load(ordering: .relaxed)) }

    public var isRaised: Bool { raised.load(ordering: .relaxed) != 0 }
}
