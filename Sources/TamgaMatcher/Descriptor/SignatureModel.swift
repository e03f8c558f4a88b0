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
        var sum = Lanes()
        for word in 0..<8 {
            var bits = cylinder.words[word]
            while bits != 0 {
                let row = rows[word * 64 + bits.trailingZeroBitCount]
                sum.a &+= row.a
                sum.b &+= row.b
                bits &= bits &- 1
            }
        }
        return (Self.pack(sum.a .> thresholds.a), Self.pack(sum.b .> thresholds.b))
    }

    private static func pack(_ mask: SIMDMask<SIMD64<Int16>>) -> UInt64 {
        var word: UInt64 = 0
        for lane in 0..<64 where mask[lane] { word |= 1 << UInt64(lane) }
        return word
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
