import Synchronization
public import TamgaIdentification

/// Shows how far a rebuild, or another way through all persons, has come: a bar that is drawn anew on a terminal, else
/// a line every second.
public final class RebuildDisplay: Sendable {
    private struct Shown {
        var percent = -1
        var time: UInt64 = 0
        var isComplete = false
    }

    private let isTerminal: Bool
    private let clock: any WallClock
    private let doing: String
    private let counting: String
    private let write: @Sendable (String) -> Void
    private let shown = Mutex(Shown())

    /// - Parameters:
    ///   - doing: what is shown, and `counting` what it counts beside persons.
    ///   - write: takes the text as it is, line ends included.
    public init(
        isTerminal: Bool, clock: any WallClock, doing: String = "loading", counting: String = "templates",
        write: @escaping @Sendable (String) -> Void
    ) {
        self.isTerminal = isTerminal
        self.clock = clock
        (self.doing, self.counting) = (doing, counting)
        self.write = write
    }

    /// Writes what is new: every second, on a terminal also every percent, and the end once.
    public func show(_ progress: RebuildProgress) {
        show(persons: progress.persons, of: progress.totalPersons, references: progress.references)
    }

    package func show(persons: Int, of total: Int, references: Int) {
        let now = clock.monotonicMicroseconds()
        let isComplete = persons >= total
        let percent = total == 0 ? 100 : persons * 100 / total
        let isDue = shown.withLock { shown in
            let isNewPercent = percent != shown.percent && (isTerminal || shown.percent < 0)
            let isNew = isNewPercent || now >= shown.time + Self.interval || isComplete
            guard isNew, !shown.isComplete else { return false }
            shown = Shown(percent: percent, time: now, isComplete: isComplete)
            return true
        }
        guard isDue else { return }
        let figures = "\(percent) % (\(persons) of \(total) persons, \(references) \(counting))"
        if isTerminal {
            write("\r\u{1B}[K\(doing) [\(Self.bar(percent))] \(figures)\(isComplete ? "\n" : "")")
        } else {
            write("\(doing): \(figures)\n")
        }
    }

    private static func bar(_ percent: Int) -> String {
        let full = percent * width / 100
        return String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    }

    /// Characters of the bar.
    private static let width = 30
    /// Microseconds between two lines.
    private static let interval: UInt64 = 1_000_000
}
