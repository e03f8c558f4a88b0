internal import TamgaKernelsBaseline

/// A probe's minutiae laid out for the S1 kernel: by direction, eight to a vector, the last block padded.
public struct ProbeLanes: Sendable {
    /// Largest difference of direction, 1/256 turn, 0 to 128; 128 is any.
    public let gate: Int
    /// Minutiae of the probe.
    public let count: Int
    /// Eight minutiae each, as `TamgaKernelsBaseline.ScanKernel` wants them.
    let blocks: Int
    private(set) var vectors: [SIMD8<UInt64>]

    /// - Parameters:
    ///   - signatures: two words a minutia: low, high.
    ///   - angles: 1/256 turn, one a minutia, in any order.
    ///   - weights: what a minutia counts, one each; nil for 1 each.
    ///   - gate: largest difference of direction, 1/256 turn; kept within 0 to 128.
    /// - Complexity: O(n log n).
    public init(signatures: [UInt64], angles: [UInt8], weights: [UInt8]? = nil, gate: Int) {
        let weights = weights ?? Array(repeating: 1, count: angles.count)
        precondition(signatures.count == 2 * angles.count && weights.count == angles.count)
        count = angles.count
        self.gate = min(max(gate, 0), 128)
        let step = self.gate
        let order = angles.indices.sorted { (angles[$0], $0) < (angles[$1], $1) }
        blocks = (order.count + 7) / 8
        vectors = stride(from: 0, to: order.count, by: 8).flatMap { start in
            let held = order[start..<min(start + 8, order.count)]
            return Self.block(
                held.map { Minutia(signatures[2 * $0], signatures[2 * $0 + 1], angles[$0], weights[$0]) }, gate: step)
        }
    }

    /// The same in memory of its own: threads that each have theirs do not share the count of its owners, which every
    /// use of it changes.
    public var unshared: ProbeLanes {
        var copy = self
        // Changing an array that somebody else holds copies it.
        copy.vectors.reserveCapacity(vectors.count + 1)
        return copy
    }

    private struct Minutia {
        let low: UInt64
        let high: UInt64
        let angle: UInt8
        let weight: UInt8

        init(_ low: UInt64, _ high: UInt64, _ angle: UInt8, _ weight: UInt8) {
            (self.low, self.high, self.angle, self.weight) = (low, high, angle, weight)
        }
    }

    /// Five vectors: low words, high words, directions, weights, window.
    private static func block(_ minutiae: [Minutia], gate: Int) -> [SIMD8<UInt64>] {
        var vectors = [SIMD8<UInt64>](repeating: .zero, count: ScanKernel.vectorsPerBlock)
        for (lane, minutia) in minutiae.enumerated() {
            vectors[0][lane] = minutia.low
            vectors[1][lane] = minutia.high
            let turn = minutia.angle &+ UInt8(truncatingIfNeeded: gate) &- 128
            vectors[2][lane] = UInt64(turn) &* 0x0101_0101_0101_0101
            vectors[3][lane] = UInt64(minutia.weight)
        }
        let first = minutiae.first?.angle ?? 0
        let arc = Int(minutiae.last?.angle ?? 0) - Int(first)
        vectors[4][0] = UInt64(first &- UInt8(truncatingIfNeeded: gate))
        vectors[4][1] = UInt64(min(256, arc + 2 * gate + 1))
        return vectors
    }
}
