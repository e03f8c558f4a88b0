internal import Glibc

/// For which processors an inner loop was compiled; each level gives the same bits.
public enum KernelLevel: String, Sendable, CaseIterable, Comparable {
    /// Any processor of its kind from 2009 on: x86-64-v2 (to SSE4.2 and POPCNT), or any other architecture.
    case baseline
    /// x86-64-v3: AVX2, BMI, FMA.
    case avx2
    /// x86-64-v4 with VPOPCNTDQ.
    case avx512

    /// The environment variable that names a level to use instead of the best.
    public static let variable = "TAMGA_KERNEL_LEVEL"

    /// The levels that this processor and its operating system can run, from low to high.
    public static let available: [KernelLevel] = allCases.filter { Processor.features.contains($0.needs) }

    /// The highest of ``available``.
    public static let best: KernelLevel = available.last ?? .baseline

    /// The level in use: the one that ``variable`` names, or else the best.
    ///
    /// Where ``chosen()`` throws this is the best; a program calls that first, and stops there.
    public static let current: KernelLevel = (try? chosen()) ?? best

    /// The level to use, for a program to ask for when it starts, before any other use of the kernels.
    ///
    /// - Throws: ``KernelLevelError`` where the variable names no level, or one this processor lacks.
    public static func chosen() throws(KernelLevelError) -> KernelLevel {
        // SAFETY: the text is copied at once; programs set no variables of their own after their start.
        let name = unsafe getenv(variable).map { unsafe String(cString: $0) }
        return try chosen(named: name, available: available)
    }

    /// The level of that name; the highest available where there is no name.
    ///
    /// - Throws: ``KernelLevelError``.
    public static func chosen(
        named name: String?, available: [KernelLevel]
    ) throws(KernelLevelError) -> KernelLevel {
        guard let highest = available.last else { throw .processorTooOld }
        guard let name, !name.isEmpty else { return highest }
        guard let level = KernelLevel(rawValue: name) else { throw .unknown(name) }
        guard available.contains(level) else { throw .notAvailable(level, available: available) }
        return level
    }

    public static func < (one: KernelLevel, other: KernelLevel) -> Bool { one.needs.isStrictSubset(of: other.needs) }
}

/// Why no kernel level could be chosen.
public enum KernelLevelError: Error, Equatable, CustomStringConvertible {
    /// The processor lacks what even the baseline needs.
    case processorTooOld
    /// The variable names no level.
    case unknown(String)
    /// The processor, or its operating system, cannot run the level that the variable names.
    case notAvailable(KernelLevel, available: [KernelLevel])

    public var description: String {
        switch self {
        case .processorTooOld: "this processor is too old: it needs x86-64-v2 (SSE4.2 and POPCNT) at least"
        case .unknown(let name):
            "\(KernelLevel.variable) names no kernel level: \"\(name.prefix(32))\"; levels: "
                + Self.list(KernelLevel.allCases)
        case .notAvailable(let level, let available):
            "\(KernelLevel.variable) asks for \(level.rawValue), which this processor cannot run; it can: "
                + Self.list(available)
        }
    }

    private static func list(_ levels: [KernelLevel]) -> String {
        levels.map(\.rawValue).joined(separator: ", ")
    }
}
