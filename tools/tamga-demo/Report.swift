import Foundation

/// Prints what the demonstration does, how long it took, and whether each answer was right.
struct Report {
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    private var failures = 0
    private var checks = 0

    func say(_ text: String) { print("     \(text)") }

    func timed<Result>(_ what: String, _ work: () throws -> Result) rethrows -> Result {
        let begun = clock.now
        let result = try work()
        print(String(format: "%6.2f s  %@", Self.seconds(clock.now - begun), what))
        return result
    }

    mutating func check(_ holds: Bool, _ what: String) {
        checks += 1
        if !holds { failures += 1 }
        print("  \(holds ? "ok  " : "FAIL") \(what)")
    }

    /// The last line; whether everything held.
    func conclude() -> Bool {
        let time = String(format: "%.1f", Self.seconds(clock.now - start))
        print(failures == 0 ? "demo: all \(checks) answers right, \(time) s" : "demo: \(failures) of \(checks) WRONG")
        return failures == 0
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
