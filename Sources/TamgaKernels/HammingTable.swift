internal import TamgaKernelsBaseline
#if arch(x86_64)
internal import TamgaKernelsAVX2
internal import TamgaKernelsAVX512
#endif

/// The Hamming distances of all pairs of two fingers: the inner loop that the later stages share.
public enum HammingTable {
    /// Bytes from one row to the next, and the most minutiae of the reference.
    public static let stride = 64
    /// Stands where two directions differ by more than the rotation, and behind the last minutia of the reference.
    public static let beyond: UInt8 = 255

    /// Fills a row for each minutia of the probe: a byte, 0 to 128 or ``beyond``, for each of the reference.
    ///
    /// - Parameters:
    ///   - probeSignatures: two words a minutia: low, high.
    ///   - probeAngles: 1/256 turn, one a minutia, in any order.
    ///   - probeCount: rows.
    ///   - referenceSignatures: as for the probe.
    ///   - referenceAngles: as for the probe.
    ///   - referenceCount: 0 to ``stride``.
    ///   - maximumRotation: largest difference of direction, 1/256 turn; kept within 0 to 128, which is any.
    ///   - table: `probeCount` times ``stride`` bytes are written.
    ///   - level: one of ``KernelLevel/available``; all give the same bytes.
    /// - Complexity: O(probeCount).
    public static func fill(
        probeSignatures: UnsafePointer<UInt64>, probeAngles: UnsafePointer<UInt8>, probeCount: Int,
        referenceSignatures: UnsafePointer<UInt64>, referenceAngles: UnsafePointer<UInt8>, referenceCount: Int,
        maximumRotation: Int, into table: UnsafeMutablePointer<UInt8>, level: KernelLevel = .current
    ) {
        precondition((0...stride).contains(referenceCount) && KernelLevel.available.contains(level))
        guard probeCount > 0 else { return }
        let rotation = min(max(maximumRotation, 0), 128)
        // SAFETY: the caller promises rows and columns; the level is one this processor has.
        guard referenceCount > 0 else {
            unsafe table.update(repeating: beyond, count: probeCount * stride)
            return
        }
        switch level {
        case .baseline:
            unsafe TamgaKernelsBaseline.TableKernel.fill(
                probe: probeSignatures, probeAngles: probeAngles, rows: probeCount, reference: referenceSignatures,
                referenceAngles: referenceAngles, columns: referenceCount, rotation: rotation, into: table)
        #if arch(x86_64)
        case .avx2:
            unsafe TamgaKernelsAVX2.TableKernel.fill(
                probe: probeSignatures, probeAngles: probeAngles, rows: probeCount, reference: referenceSignatures,
                referenceAngles: referenceAngles, columns: referenceCount, rotation: rotation, into: table)
        case .avx512:
            unsafe TamgaKernelsAVX512.TableKernel.fill(
                probe: probeSignatures, probeAngles: probeAngles, rows: probeCount, reference: referenceSignatures,
                referenceAngles: referenceAngles, columns: referenceCount, rotation: rotation, into: table)
        #else
        case .avx2, .avx512: break
        #endif
        }
    }
}
