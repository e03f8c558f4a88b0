internal import CVectors

/// The projection of a cylinder's bits to a signature.
public enum SignatureKernel {
    /// Weights of a row, and bits of a signature.
    static var width: Int { 128 }

    /// Bit k of the signature is `sum over set bits b of rows[b][k] > thresholds[k]`.
    ///
    /// - Parameters:
    ///   - cylinder: its bits, lowest word first; `words` of them.
    ///   - rows: 128 weights for each bit that may be set; no sum leaves 16 bits.
    ///   - thresholds: 128 of them.
    ///   - signature: two words are written: low, high.
    /// - Complexity: O(bits set).
    @inline(never)
    public static func project(
        cylinder: UnsafePointer<UInt64>, words: Int, rows: UnsafePointer<Int16>, thresholds: UnsafePointer<Int16>,
        into signature: UnsafeMutablePointer<UInt64>
    ) {
        var (low, high) = (SIMD64<Int16>.zero, SIMD64<Int16>.zero)
        for word in 0..<words {
            // SAFETY: the pointers hold what is said above.
            var bits = unsafe cylinder[word]
            while bits != 0 {
                let row = unsafe rows + (word &* 64 &+ bits.trailingZeroBitCount) &* width
                low = unsafe low &+ half(row)
                high = unsafe high &+ half(row + 64)
                bits &= bits &- 1
            }
        }
        // SAFETY: as above; a mask is 64 words of 16 bits.
        unsafe signature[0] = CVectors_bits64(unsafeBitCast(low .> half(thresholds), to: SIMD64<Int16>.self))
        unsafe signature[1] = CVectors_bits64(unsafeBitCast(high .> half(thresholds + 64), to: SIMD64<Int16>.self))
    }

    @inline(__always)
    static func half(_ weights: UnsafePointer<Int16>) -> SIMD64<Int16> {
        // SAFETY: 64 weights lie there.
        unsafe UnsafeRawPointer(weights).loadUnaligned(as: SIMD64<Int16>.self)
    }
}
