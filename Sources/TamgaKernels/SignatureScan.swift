/// S1: how alike a probe is to each finger of a block, by signatures alone.
///
/// For every minutia of the probe the smallest Hamming distance to a minutia of the reference whose
/// direction lies within the gate; the score is the sum of `weight(distance)`. Integers only.
public enum SignatureScan {
    /// Distance given to a minutia that found none within the gate: weighs nothing.
    public static let none: UInt64 = 128

    /// What a nearest distance of 0 to 128 adds to a score: `4096 ((51 - h) / 51)^1.5` up to 50, then 0.
    ///
    /// Rounded to integers: sums of them are exact in any order. A test recomputes them without a square root.
    public static let weights: [Int32] = (0...128).map { distance in
        guard distance <= 50 else { return 0 }
        let ratio = Double(51 - distance) / 51
        return Int32((4096 * ratio * ratio.squareRoot()).rounded())
    }

    /// Scores `scores.count` fingers.
    ///
    /// - Parameters:
    ///   - probe: the probe's minutiae.
    ///   - gate: largest difference of direction, 1/256 turn, 0 to 128.
    ///   - signatures: two words a minutia, fingers one after the other.
    ///   - angles: 1/256 turn, one a minutia.
    ///   - ends: for each finger the index after its last minutia.
    ///   - scores: one for each finger, 4096 for a minutia found with equal signature.
    /// - Complexity: O(minutiae of the probe x minutiae of the block).
    public static func score(
        _ probe: ProbeLanes, gate: Int, signatures: [UInt64], angles: [UInt8], ends: [UInt32],
        into scores: inout [Int32]
    ) {
        precondition(scores.count == ends.count && signatures.count == 2 * angles.count)
        precondition(ends.last.map { Int($0) <= angles.count } ?? true)
        var start = 0
        for finger in ends.indices {
            let end = Int(ends[finger])
            scores[finger] = score(probe, gate: UInt64(gate), signatures, angles, start..<end)
            start = end
        }
    }

    private static func score(
        _ probe: ProbeLanes, gate: UInt64, _ signatures: [UInt64], _ angles: [UInt8], _ range: Range<Int>
    ) -> Int32 {
        var total: Int32 = 0
        for block in probe.low.indices {
            let arc = probe.arcs[block]
            let window = Window(
                start: arc.start &- UInt8(truncatingIfNeeded: gate), width: UInt64(arc.width) + 2 * gate)
            let nearest = nearest(
                (probe.low[block], probe.high[block], probe.angles[block]), gate: gate, within: window, signatures,
                angles, range)
            let counted = nearest | ~probe.present[block]
            for lane in 0..<8 { total += counted[lane] > 128 ? 0 : weights[Int(counted[lane])] }
        }
        return total
    }

    /// The directions that lie within the gate of any minutia of a block: all others need no comparison.
    private struct Window {
        let start: UInt8
        let width: UInt64

        @inline(__always)
        func contains(_ angle: UInt8) -> Bool { UInt64(angle &- start) <= width }
    }

    /// The smallest distance for each of eight minutiae of the probe.
    @inline(__always)
    private static func nearest(
        _ probe: (low: SIMD8<UInt64>, high: SIMD8<UInt64>, angles: SIMD8<UInt64>), gate: UInt64,
        within window: Window, _ signatures: [UInt64], _ angles: [UInt8], _ range: Range<Int>
    ) -> SIMD8<UInt64> {
        var nearest = SIMD8<UInt64>(repeating: none)
        let far = SIMD8<UInt64>(repeating: none)
        let width = SIMD8<UInt64>(repeating: 2 * gate)
        for index in range where window.contains(angles[index]) {
            let distance = bitCount(probe.low ^ signatures[2 * index], probe.high ^ signatures[2 * index + 1])
            let turn = (probe.angles &- UInt64(angles[index]) &+ gate) & 255
            let gated = distance.replacing(with: far, where: turn .> width)
            nearest = pointwiseMin(nearest, gated)
        }
        return nearest
    }

    /// Bits set in two words of each lane, in plain vector arithmetic: without a popcount instruction the
    /// library's own would go lane by lane.
    ///
    /// Source: Warren, Hacker's Delight, section 5-1; both words are added once their counts fit a nibble's byte.
    @inline(__always)
    private static func bitCount(_ one: SIMD8<UInt64>, _ other: SIMD8<UInt64>) -> SIMD8<UInt64> {
        var sum = nibbleCounts(one) &+ nibbleCounts(other)
        sum = (sum & 0x0F0F_0F0F_0F0F_0F0F) &+ ((sum &>> 4) & 0x0F0F_0F0F_0F0F_0F0F)
        sum = sum &+ (sum &>> 8)
        sum = sum &+ (sum &>> 16)
        return (sum &+ (sum &>> 32)) & 0xFF
    }

    /// Bits set in each nibble, 0 to 4.
    @inline(__always)
    private static func nibbleCounts(_ words: SIMD8<UInt64>) -> SIMD8<UInt64> {
        let pairs = words &- ((words &>> 1) & 0x5555_5555_5555_5555)
        return (pairs & 0x3333_3333_3333_3333) &+ ((pairs &>> 2) & 0x3333_3333_3333_3333)
    }
}
