/// A probe's minutiae laid out for the S1 kernel: eight to a vector, padded with minutiae that match nothing.
public struct ProbeLanes: Sendable {
    /// Low and high words of the signatures, eight minutiae to an element.
    let low: [SIMD8<UInt64>]
    let high: [SIMD8<UInt64>]
    /// Directions in 1/256 turn, one to a 64-bit lane.
    let angles: [SIMD8<UInt64>]
    /// All ones where a lane holds a minutia, zero where it is padding.
    let present: [SIMD8<UInt64>]
    /// For each block the arc that holds all its directions: where it begins and how far it goes, 1/256 turn.
    let arcs: [(start: UInt8, width: UInt8)]
    /// Minutiae of the probe.
    public let count: Int

    /// - Parameters:
    ///   - signatures: two words a minutia: low, high.
    ///   - angles: 1/256 turn, one a minutia.
    public init(signatures: [UInt64], angles: [UInt8]) {
        precondition(signatures.count == 2 * angles.count)
        count = angles.count
        let blocks = (angles.count + 7) / 8
        func lanes(_ value: (Int) -> UInt64) -> [SIMD8<UInt64>] {
            (0..<blocks).map { block in
                var vector = SIMD8<UInt64>.zero
                for lane in 0..<8 where block * 8 + lane < angles.count { vector[lane] = value(block * 8 + lane) }
                return vector
            }
        }
        low = lanes { signatures[2 * $0] }
        high = lanes { signatures[2 * $0 + 1] }
        self.angles = lanes { UInt64(angles[$0]) }
        present = lanes { _ in ~0 }
        arcs = (0..<blocks).map { block in
            let held = angles[block * 8..<min(block * 8 + 8, angles.count)]
            let start = angles[block * 8]
            return (start, held.reduce(0) { max($0, $1 &- start) })
        }
    }
}
