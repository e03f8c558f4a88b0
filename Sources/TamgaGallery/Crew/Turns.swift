/// Whose turn it is: shares of the crew's units, as a value.
///
/// Each urgency has a clock that advances by its stride with every unit it gets, and the one furthest behind is next.
/// So of units handed out while all three wait, the urgencies get `shares` in this proportion, and where one has
/// nothing to do the others divide its units likewise. Who comes back after a pause begins where the others are: a
/// pause earns nothing, and the urgent, whose stride is short, come first at once.
///
/// Source: stride scheduling, Waldspurger and Weihl, MIT/LCS/TM-528 (1995).
package struct Turns: Sendable {
    /// Units of each urgency of every 21, while all wait.
    package static let shares: [Int] = [16, 4, 1]

    private static let strides = shares.map { UInt64(shares.max() ?? 1) * 4 / UInt64($0) }

    /// How far each urgency has got.
    private var clocks = Urgency.allCases.map { _ in UInt64(0) }
    /// Where the one served last stood.
    private var now: UInt64 = 0
    /// Those who waited when somebody was chosen last.
    private var waited = Set()

    package init() {}

    /// Who is next of those who wait; of equals the more urgent.
    package mutating func next(of waiting: Set) -> Urgency? {
        var chosen: Urgency?
        for urgency in Urgency.allCases where waiting.contains(urgency) {
            let index = urgency.rawValue
            if !waited.contains(urgency) { clocks[index] = max(clocks[index], now) }
            if let best = chosen, clocks[best.rawValue] <= clocks[index] { continue }
            chosen = urgency
        }
        waited = waiting
        return chosen
    }

    /// Somebody got a unit.
    package mutating func served(_ urgency: Urgency) {
        now = max(now, clocks[urgency.rawValue])
        clocks[urgency.rawValue] += Self.strides[urgency.rawValue]
    }

    /// A set of urgencies.
    package struct Set: OptionSet, Sendable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package init(_ urgency: Urgency) { rawValue = 1 << UInt8(urgency.rawValue) }

        func contains(_ urgency: Urgency) -> Bool { isSuperset(of: Set(urgency)) }
    }
}
