public import Foundation

/// What is measured, and with what.
public struct BenchOptions: Sendable {
    /// Fingers of the largest gallery; ten are a person.
    public var fingers = 1_000_000
    /// Probes of real fingers whose rank is looked at.
    public var probes = 300
    /// Turns of each measurement.
    public var runs = 5
    /// Of the distractors and of every choice.
    public var seed: UInt64 = 20_050_501
    /// The folder of the real sets; nil for none.
    public var data: URL?
    /// Where distractors are kept and results go.
    public var folder = URL(fileURLWithPath: ".bench")
    /// The file of thresholds; nil for none.
    public var thresholds: URL?
    /// Whether the file of thresholds is written anew instead of being compared with.
    public var recordsThresholds = false
    /// Whether this is a run of seconds that shows that all of it works.
    public var isQuick = false
    /// Whether only the ranks of real mates are measured.
    public var onlyRanks = false
    /// No progress on standard error.
    public var isQuiet = false

    /// The options of a full run.
    public init() {}

    /// A run of seconds.
    public mutating func makeQuick() {
        (fingers, probes, runs, isQuick) = (10_000, 12, 2, true)
    }

    /// Bytes of the region that the kernels stream over: more than the cache holds, less in a quick run.
    var regionBytes: Int { isQuick ? 8 << 20 : min(max(256 << 20, 4 * MachineSubject.cacheBytes), 1 << 30) }
}
