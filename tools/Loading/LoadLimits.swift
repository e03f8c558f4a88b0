/// The limits of the load tester, each with its unit.
package enum LoadLimits {
    /// Requests a second that may arrive.
    package static let rate = 0.01...100_000.0
    /// Seconds of one stretch of load.
    package static let seconds = 0.1...86_400.0
    /// Arrivals of one stretch; all are planned before it begins.
    package static let arrivals = 10_000_000
    /// Connections that carry the load.
    package static let connections = 1...4_096
    /// Connections held open beside it.
    package static let idle = 0...60_000
    /// Persons enrolled before the load.
    package static let persons = 1...10_000_000
    /// Fingers of each of them.
    package static let fingers = 1...10
    /// Probes drawn beforehand for each class.
    package static let pool = 1...100_000
    /// Times the rate that held, for an overload.
    package static let overload = 1.0...100.0
    /// Workers that send bulk requests as soon as they are answered.
    package static let workers = 1...1_024
    /// Milliseconds that a latency goal may be.
    package static let goal = 0.1...600_000.0
    /// Seconds to wait for the last answers of a stretch.
    package static let drain = 0.0...3_600.0

    /// Requests of the goal's class that a step needs before its 99th percentile says anything: five lie beyond it.
    package static let requestsPerStep = 500.0
    /// Requests of the goal's class below which a step says nothing at all: then none lies beyond the percentile.
    package static let fewestPerStep = 100
    /// Requests of the class that are expected of the slowest step of a search: so many that their number, which is
    /// left to chance, is hardly ever below ``fewestPerStep``.
    package static let fewestExpected = 150.0
    /// A step of a search lasts at most so many times what was asked for.
    package static let stepStretch = 6.0
    /// Steps after which a search ends with what it has.
    package static let steps = 30

    /// Shares of the latency goal after which the tester may send one request in a hundred, and any at all: later, and
    /// the tester was too busy itself for its figures to be the server's.
    package static let lateness = (p99: 0.1, worst: 1.0)

    /// Microseconds a histogram tracks: an hour. What takes longer is recorded as an hour.
    package static let histogramMicroseconds: UInt64 = 3_600_000_000

    /// -log10 of an estimated false match rate, in thousandths, from which on a verification is taken for a match.
    package static let verifiedScore: Int32 = 6_000
}
