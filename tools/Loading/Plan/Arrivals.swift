import Foundation

/// One request that is to be sent at its time, whatever became of those before it.
package struct Arrival: Sendable, Hashable {
    /// Nanoseconds after the start.
    package let at: Int64
    package let kind: LoadClass
    /// Chooses the probe: any number.
    package let draw: UInt64

    package init(at: Int64, kind: LoadClass, draw: UInt64) {
        (self.at, self.kind, self.draw) = (at, kind, draw)
    }
}

/// Arrivals of a Poisson process: independent of each other and of the answers, as people at many counters are.
package enum Arrivals {
    /// - Parameters:
    ///   - rate: arrivals a second, all classes together.
    ///   - seconds: how long they go on.
    /// - Returns: in the order of their times; the same for the same generator.
    /// - Throws: ``LoadError`` for a rate or a time beyond the limits, or too many arrivals.
    package static func plan(
        rate: Double, seconds: Double, mix: Mix, using random: inout some RandomNumberGenerator
    ) throws(LoadError) -> [Arrival] {
        guard LoadLimits.rate.contains(rate) else {
            throw LoadError("rate", "\(rate) a second", limit: "\(LoadLimits.rate)")
        }
        guard LoadLimits.seconds.contains(seconds) else {
            throw LoadError("seconds", "\(seconds)", limit: "\(LoadLimits.seconds)")
        }
        guard rate * seconds <= Double(LoadLimits.arrivals) else {
            throw LoadError("rate", "\(Int(rate * seconds)) arrivals in all", limit: "up to \(LoadLimits.arrivals)")
        }
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(Int(rate * seconds * 1.1) + 16)
        var time = 0.0
        while true {
            // The gaps of a Poisson process are exponential; 1 - u is never 0.
            time -= log(1 - Double.random(in: 0..<1, using: &random)) / rate
            guard time < seconds else { return arrivals }
            let kind = mix.draw(using: &random)
            arrivals.append(Arrival(at: Int64(time * 1e9), kind: kind, draw: random.next()))
        }
    }
}
