public import TamgaKernels

/// Runs every kernel on generated data at every level this processor has; all must agree.
public struct Selftest: Sendable {
    /// One kernel: a hash of what it gives at a level. A new kernel is one more of these.
    struct Check: Sendable {
        let name: String
        let hash: @Sendable (KernelLevel) -> UInt64
    }

    /// What one kernel gave.
    public struct Result: Sendable {
        /// The kernel.
        public let name: String
        /// A hash for each available level, from low to high.
        public let hashes: [(level: KernelLevel, hash: UInt64)]

        /// Whether all levels gave the same bits.
        public var agrees: Bool { hashes.allSatisfy { $0.hash == hashes.first?.hash } }
    }

    static let checks: [Check] = [
        .scan, .scanAnyRotation, .table, .signature, .preselection, .preselectionAnyRotation, .overlay,
        .overlayAnyRotation, .comparison, .comparisonAnyRotation,
    ]

    /// Every kernel at every available level.
    public static func run() -> [Result] {
        checks.map { check in
            Result(name: check.name, hashes: KernelLevel.available.map { ($0, check.hash($0)) })
        }
    }

    /// The report as lines of text: the level in use, the levels there are, a line for each kernel and level.
    ///
    /// - Parameter level: the level in use.
    public static func lines(_ results: [Result], level: KernelLevel) -> [String] {
        let levels = KernelLevel.available.map(\.rawValue).joined(separator: " ")
        return ["level \(level.rawValue)", "available \(levels)"]
            + results.flatMap { result in
                result.hashes.map { "\(result.name) \($0.level.rawValue) \(String($0.hash, radix: 16))" }
            }
    }
}
