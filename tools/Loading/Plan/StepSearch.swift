import Foundation

/// The search for the highest rate that holds a goal, as a value: it says which rate to try, and is told what came out.
///
/// It doubles the rate until a step fails (halves it until one holds), then takes the geometric mean of the two until
/// they are as near as asked. What it found it tries once more, for longer; where that fails it goes on below, and from
/// then on every try is a long one and only those count as held. A rate above one that failed counts for nothing, even
/// where it held: what holds only by chance does not hold.
package struct StepSearch: Sendable, Hashable {
    /// One try.
    package struct Step: Sendable, Hashable {
        /// Arrivals a second.
        package let rate: Double
        /// Whether this is the longer try of what was found.
        package let isConfirmation: Bool

        package init(rate: Double, isConfirmation: Bool) {
            (self.rate, self.isConfirmation) = (rate, isConfirmation)
        }
    }

    /// A try and what came out.
    package struct Tried: Sendable, Hashable {
        package let step: Step
        package let held: Bool
    }

    /// What the search ends with.
    package struct Found: Sendable, Hashable {
        /// The highest rate that held, with none at or below it that failed; nil where none held.
        package let rate: Double?
        /// Whether it held for the longer try as well.
        package let isConfirmed: Bool

        package init(rate: Double?, isConfirmed: Bool) { (self.rate, self.isConfirmed) = (rate, isConfirmed) }
    }

    private let first: Double
    private let range: ClosedRange<Double>
    private let precision: Double
    private let most: Int
    package private(set) var tried: [Tried] = []

    /// - Parameters:
    ///   - first: the rate to begin with.
    ///   - range: rates beyond it are not tried.
    ///   - precision: how near the lowest that failed has to come to the highest that held, as a share: 0.05 for 5 %.
    ///   - steps: how many tries at most.
    /// - Throws: ``LoadError`` for a first rate or a precision beyond the limits.
    package init(
        first: Double, range: ClosedRange<Double> = LoadLimits.rate, precision: Double = 0.05,
        steps: Int = LoadLimits.steps
    ) throws(LoadError) {
        guard range.contains(first) else { throw LoadError("rate", "\(first) a second", limit: "\(range)") }
        guard (0.005...1).contains(precision) else {
            throw LoadError("precision", "\(precision)", limit: "0.005...1")
        }
        (self.first, self.range, self.precision, self.most) = (first, range, precision, steps)
    }

    /// The lowest rate that failed.
    private var failing: Double? { tried.filter { !$0.held }.map(\.step.rate).min() }

    /// The highest rate below it that held.
    private var holding: Double? {
        let failing = failing ?? .infinity
        return tried.filter { $0.held && $0.step.rate < failing && ($0.step.isConfirmation || !onlyLong) }
            .map(\.step.rate).max()
    }

    /// What held for a short try did not for a long one: short ones are believed no more.
    private var onlyLong: Bool { tried.contains { $0.step.isConfirmation && !$0.held } }

    private func isConfirmed(_ rate: Double) -> Bool {
        tried.contains { $0.held && $0.step.isConfirmation && $0.step.rate == rate }
    }

    /// What to try now; nil at the end.
    package var next: Step? {
        guard tried.count < most else { return nil }
        switch (holding, failing) {
        case (nil, nil): return Step(rate: first, isConfirmation: false)
        case (nil, let failing?):
            guard failing > range.lowerBound else { return nil }
            return Step(rate: max(failing / 2, range.lowerBound), isConfirmation: onlyLong)
        case (let holding?, nil) where holding < range.upperBound:
            return Step(rate: min(holding * 2, range.upperBound), isConfirmation: false)
        case (let holding?, let failing?) where failing / holding > 1 + precision:
            return Step(rate: (holding * failing).squareRoot(), isConfirmation: onlyLong)
        case (let holding?, _):
            return isConfirmed(holding) ? nil : Step(rate: holding, isConfirmation: true)
        }
    }

    /// What came of a step.
    package mutating func note(_ step: Step, held: Bool) { tried.append(Tried(step: step, held: held)) }

    /// What is known so far; the result once ``next`` is nil.
    package var found: Found {
        Found(rate: holding, isConfirmed: holding.map(isConfirmed) ?? false)
    }
}

// MARK: How long a step is
extension StepSearch {
    /// Seconds a step has to last for its 99th percentile to mean something.
    ///
    /// - Parameters:
    ///   - least: as asked for.
    ///   - rate: arrivals a second of the goal's class.
    package static func seconds(least: Double, rate: Double) -> Double {
        min(max(least, LoadLimits.requestsPerStep / max(rate, 1e-9)), least * LoadLimits.stepStretch)
    }

    /// The rates at which a step, as long as it may be, has enough requests of the goal's class to say anything.
    ///
    /// - Parameters:
    ///   - least: seconds of a step, as asked for.
    ///   - share: of the goal's class among all arrivals.
    /// - Throws: ``LoadError`` where there are none, or the first rate is none of them.
    package static func range(least: Double, share: Double, first: Double) throws(LoadError) -> ClosedRange<Double> {
        let slowest = LoadLimits.fewestExpected / (least * LoadLimits.stepStretch * share)
        guard slowest <= LoadLimits.rate.upperBound, first >= slowest else {
            throw LoadError(
                "rate", "\(first) a second are too few requests of the goal's class for steps of \(least) seconds",
                limit: "from \((slowest * 10).rounded(.up) / 10) a second, or longer steps (--seconds)")
        }
        return max(slowest, LoadLimits.rate.lowerBound)...LoadLimits.rate.upperBound
    }
}
