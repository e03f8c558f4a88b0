/// Cosines and sines of the 512 directions of a half 1/256 turn.
package enum TurnTable {
    /// Cosine and sine of `index / 512` turn.
    package static let halfSteps: [SIMD2<Float>] = (0..<512).map { index in
        let angle = Double(index) / 512 * 2 * ExactMath.pi
        return SIMD2(Float(ExactMath.cos(angle)), Float(ExactMath.sin(angle)))
    }

    /// Radians of one 1/256 turn.
    package static let radiansPerStep: Float = 0.024543693

    /// The signed difference of two directions in 1/256 turn, -128 to 127.
    @inline(__always)
    package static func difference(_ one: UInt8, _ other: UInt8) -> Int {
        Int(Int8(bitPattern: one &- other))
    }
}
