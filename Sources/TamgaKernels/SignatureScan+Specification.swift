extension SignatureScan {
    /// The definition of the score of one row, minutia by minutia: every level gives these bits.
    ///
    /// - Parameters:
    ///   - probe: two words a minutia; 1/256 turn, and what it counts, one a minutia.
    ///   - reference: two words a minutia of the row, and 1/256 turn.
    ///   - gate: largest difference of direction, 1/256 turn, 0 to 128.
    /// - Complexity: O(minutiae of the probe x minutiae of the row), slow.
    public static func specification(
        probe: (signatures: [UInt64], angles: [UInt8], weights: [UInt8]),
        reference: (signatures: [UInt64], angles: [UInt8]), gate: Int
    ) -> Int32 {
        probe.angles.indices.reduce(0) { sum, one in
            let distances = reference.angles.indices.compactMap { other -> Int? in
                let apart = abs(Int(probe.angles[one]) - Int(reference.angles[other]))
                guard min(apart, 256 - apart) <= gate else { return nil }
                return (0...1).reduce(0) {
                    $0 + (probe.signatures[2 * one + $1] ^ reference.signatures[2 * other + $1]).nonzeroBitCount
                }
            }
            return sum + Int32(probe.weights[one]) * weight(distances.min() ?? 128)
        }
    }
}
