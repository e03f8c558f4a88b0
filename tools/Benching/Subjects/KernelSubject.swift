import TamgaKernels
import TamgaMatcher

/// S1 as the benchmark calls it: the one place to change when the kernels' interface does.
enum KernelSubject {
    typealias Level = KernelLevel
    typealias Probe = ProbeLanes

    static var available: [Level] { KernelLevel.available }
    /// The level that a search uses on this machine.
    static var best: Level { KernelLevel.current }
    /// Why a level cannot be measured here.
    static func absence(of level: Level) -> String {
        available.contains(level) ? "" : "this processor cannot run \(level.rawValue)"
    }

    static func probe(_ finger: FingerDescriptor) -> Probe {
        ProbeLanes(signatures: finger.signatures, angles: finger.angles, gate: Rotation.usual.steps)
    }

    /// The sums of a probe against every finger of a block.
    static func score(_ probe: Probe, _ block: KernelBlock, level: Level, into sums: inout [Int32]) {
        SignatureScan.score(
            probe, signatures: block.signatures, angles: block.angles, ends: block.ends, into: &sums, level: level)
    }
}

/// Fingers one after the other, as a segment holds them.
struct KernelBlock: Sendable {
    var signatures: [UInt64] = []
    var angles: [UInt8] = []
    var ends: [UInt32] = []

    mutating func append(_ finger: FingerDescriptor) {
        signatures += finger.signatures
        angles += finger.angles
        ends.append(UInt32(angles.count))
    }
}
