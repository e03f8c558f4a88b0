extension SignatureScan {
    /// As the scoring of ``ScanRows``, over rows in arrays.
    ///
    /// - Parameters:
    ///   - probe: the probe's minutiae and the gate.
    ///   - signatures: two words a minutia: low, high; row after row.
    ///   - angles: 1/256 turn, one a minutia, ascending within a row.
    ///   - ends: for each row the index after its last minutia; ascending, the last no more than there are minutiae.
    ///   - scores: one for each row is written.
    ///   - level: one of ``KernelLevel/available``.
    public static func score(
        _ probe: ProbeLanes, signatures: [UInt64], angles: [UInt8], ends: [UInt32], into scores: inout [Int32],
        level: KernelLevel = .current
    ) {
        precondition(scores.count == ends.count && signatures.count == 2 * angles.count)
        var start: UInt32 = 0
        for end in ends {
            precondition(start <= end && Int(end) <= angles.count, "ends must ascend to the number of minutiae")
            start = end
        }
        // SAFETY: the arrays hold what the rows promise, as just checked, and outlive the calls.
        unsafe signatures.withUnsafeBufferPointer { signatures in
            unsafe angles.withUnsafeBufferPointer { angles in
                unsafe ends.withUnsafeBufferPointer { ends in
                    unsafe scores.withUnsafeMutableBufferPointer { scores in
                        guard let words = signatures.baseAddress, let bytes = angles.baseAddress,
                            let marks = ends.baseAddress, let into = scores.baseAddress
                        else { return }
                        let rows = unsafe ScanRows(
                            signatures: words, angles: bytes, ends: marks, first: 0, count: ends.count)
                        // SAFETY: as above.
                        unsafe score(probe, rows, into: into, level: level)
                    }
                }
            }
        }
    }
}
