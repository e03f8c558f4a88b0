package import TamgaKernels

/// The trained projection from a cylinder's 260 bits to a signature's 128.
///
/// Bit k of a signature is `sum over set bits b of weights[b][k] > thresholds[k]`: integers only.
package struct SignatureModel: Sendable {
    /// `bitCount` rows of 128 weights, each -125 to 125, so that a sum fits 16 bits.
    private let rows: [Lanes]
    private let thresholds: Lanes

    /// 128 16-bit lanes.
    package struct Lanes: Sendable {
        var a: SIMD64<Int16> = .zero
        var b: SIMD64<Int16> = .zero

        package init(_ values: some Collection<Int16>) {
            for (lane, value) in values.enumerated() {
                if lane < 64 { a[lane] = value } else { b[lane - 64] = value }
            }
        }

        init() {}
    }

    package init(rows: [Lanes], thresholds: Lanes) {
        precondition(rows.count == Cylinder.bitCount)
        self.rows = rows
        self.thresholds = thresholds
    }

    /// The signature of a cylinder: low word, high word.
    package func signature(of cylinder: Cylinder) -> (UInt64, UInt64) {
        signature(of: cylinder, .current)
    }

    /// As above with the kernels of a level: the same bits.
    package func signature(of cylinder: Cylinder, _ kernels: FingerKernels) -> (UInt64, UInt64) {
        var signature: (UInt64, UInt64) = (0, 0)
        // SAFETY: `Lanes` are 128 numbers of 16 bits and nothing else; a cylinder has no more bits than there are rows.
        unsafe withUnsafeBytes(of: cylinder.words) { words in
            unsafe rows.withUnsafeBytes { rows in
                unsafe withUnsafeBytes(of: thresholds) { thresholds in
                    unsafe withUnsafeMutableBytes(of: &signature) { signature in
                        guard let cylinder = words.baseAddress, let weights = rows.baseAddress,
                            let limits = thresholds.baseAddress, let into = signature.baseAddress
                        else { return }
                        // SAFETY: as above.
                        unsafe kernels.project(
                            cylinder.assumingMemoryBound(to: UInt64.self), 8,
                            weights.assumingMemoryBound(to: Int16.self),
                            limits.assumingMemoryBound(to: Int16.self), into.assumingMemoryBound(to: UInt64.self))
                    }
                }
            }
        }
        return signature
    }
}

extension SignatureModel {
    /// The model that ships with this version.
    package static let shipped = SignatureModel(hexadecimal: SignatureModelData.weights, SignatureModelData.thresholds)

    /// Reads the generated text: two hexadecimal digits a weight, four a threshold, two's complement.
    private init(hexadecimal weights: String, _ thresholds: String) {
        let bytes = Self.bytes(weights).map { Int16(Int8(bitPattern: $0)) }
        let limits = Self.bytes(thresholds)
        let width = MatcherConstants.signatureBits
        let rows = stride(from: 0, to: bytes.count, by: width).map { Lanes(bytes[$0..<$0 + width]) }
        let words = (0..<width).map { Int16(bitPattern: UInt16(limits[2 * $0]) << 8 | UInt16(limits[2 * $0 + 1])) }
        self.init(rows: rows, thresholds: Lanes(words))
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let digits = text.utf8.compactMap { digit -> UInt8? in
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
