/// Time since some moment, handed in so that tests can set it.
package struct Stopwatch: Sendable {
    package var seconds: @Sendable () -> Double

    package init(seconds: @escaping @Sendable () -> Double) {
        self.seconds = seconds
    }

    /// Counts from now on.
    package static func start() -> Stopwatch {
        let clock = ContinuousClock()
        let start = clock.now
        return Stopwatch { (clock.now - start) / .seconds(1) }
    }
}
