/// How fast a line moves: the mean time from one departure to the next while there is somebody in it, as a value.
///
/// Whoever joins behind n others is done after n + 1 departures, however many are served side by side.
package struct Pace: Sendable {
    /// Departures that the mean remembers.
    private static let memory = 64.0

    /// µs; nil until somebody has departed.
    package private(set) var interval: Double?
    private var samples = 0.0
    /// When the present wait for a departure began.
    private var mark: UInt64 = 0

    package init() {}

    /// Somebody joins a line in which nobody was.
    package mutating func begin(at now: UInt64) { mark = now }

    /// Somebody was served. Who leaves unserved is no departure.
    package mutating func departed(at now: UInt64) {
        let sample = now > mark ? Double(now - mark) : 0
        mark = max(mark, now)
        samples = min(Self.memory, samples + 1)
        interval = (interval ?? 0) + (sample - (interval ?? 0)) / samples
    }

    /// µs until somebody who joins behind so many others is done; 0 as long as nothing is known.
    package func time(behind others: Int) -> UInt64 {
        UInt64((interval ?? 0) * Double(others + 1))
    }
}
