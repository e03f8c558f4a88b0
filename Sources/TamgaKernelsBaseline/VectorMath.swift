internal import CVectors

/// Functions of sixteen lanes, to the bits of the scalar code of `ExactMath`: IEEE 754 operations in the same order.
extension Vector {
    /// Lanes of `one` where the mask is set, of `other` elsewhere.
    @inline(__always)
    static func choose(_ mask: Mask16, _ one: Lanes16, else other: Lanes16) -> Lanes16 {
        // SAFETY: a mask is sixteen words, all ones or zero.
        Lanes16(CVectors_choice(unsafe unsafeBitCast(mask, to: SIMD16<Int32>.self), one.values, other.values))
    }

    /// Lanes of `one` where the mask is set, 0 elsewhere.
    @inline(__always)
    static func keep(_ mask: Mask16, _ one: Lanes16) -> Lanes16 { choose(mask, one, else: .zero) }

    @inline(__always)
    static func root(_ x: Lanes16) -> Lanes16 { Lanes16(CVectors_root(x.values)) }

    /// All ones, or zero.
    @inline(__always)
    static func words(_ mask: Mask16) -> Words16 {
        // SAFETY: as above.
        unsafe unsafeBitCast(mask, to: Words16.self)
    }

    /// Of each byte all ones, or zero; in words, since the library's bit operations on vectors of 64 go lane by lane.
    @inline(__always)
    static func bytes(_ mask: SIMDMask<SIMD64<Int8>>) -> SIMD8<UInt64> {
        // SAFETY: as above.
        unsafe unsafeBitCast(mask, to: SIMD8<UInt64>.self)
    }

    @inline(__always)
    static func bytes(_ words: SIMD8<UInt64>) -> SIMD64<UInt8> {
        // SAFETY: as above.
        unsafe unsafeBitCast(words, to: SIMD64<UInt8>.self)
    }

    @inline(__always)
    static func words(_ bytes: SIMD64<UInt8>) -> SIMD8<UInt64> {
        // SAFETY: as above.
        unsafe unsafeBitCast(bytes, to: SIMD8<UInt64>.self)
    }

    /// A byte in each of 64. The library's own vectors of 64 are filled lane by lane.
    @inline(__always)
    static func splat(_ byte: Int) -> SIMD64<UInt8> {
        let word = UInt64(truncatingIfNeeded: byte & 255) &* 0x0101_0101_0101_0101
        // SAFETY: as above.
        return unsafe unsafeBitCast(SIMD8<UInt64>(repeating: word), to: SIMD64<UInt8>.self)
    }

    @inline(__always)
    static func smaller(_ one: Lanes16, _ other: Lanes16) -> Lanes16 {
        choose(other .< one, other, else: one)
    }

    @inline(__always)
    static func larger(_ one: Lanes16, _ other: Lanes16) -> Lanes16 {
        choose(other .> one, other, else: one)
    }

    @inline(__always)
    static func magnitude(_ value: Lanes16) -> Lanes16 {
        // SAFETY: both types are 64 plain bytes.
        unsafe unsafeBitCast(unsafeBitCast(value, to: Words16.self) & 0x7FFF_FFFF, to: Lanes16.self)
    }

    /// Whole numbers from 0 to 2^23 - 1 as floats, exactly.
    @inline(__always)
    static func floats(_ words: Words16) -> Lanes16 {
        // SAFETY: both types are 64 plain bytes. A word in the mantissa of 2^23 is 2^23 plus the word.
        unsafe unsafeBitCast(words | 0x4B00_0000, to: Lanes16.self) - 8_388_608
    }

    /// `ExactMath.wrap` in each lane.
    @inline(__always)
    static func wrap(_ angle: Lanes16) -> Lanes16 {
        let above = choose(angle .> 3.1415927, angle - 6.2831855, else: angle)
        return choose(angle .<= -3.1415927, angle + 6.2831855, else: above)
    }

    /// `ExactMath.expNegative` in each lane; for what is no number, anything.
    @inline(__always)
    static func expNegative(_ x: Lanes16) -> Lanes16 {
        let near = smaller(x, Lanes16(repeating: 80))
        let scaled = near * 1.442695041
        // To the nearest whole number by adding 2^23, then down where that was above.
        let shifted = scaled + 8_388_608
        let nearest = shifted - 8_388_608
        let whole = choose(nearest .> scaled, nearest - 1, else: nearest)
        let y = (scaled - whole) * -0.6931471806
        var sum = 1 + y * (1.0 / 8)
        sum = 1 + y * (1.0 / 7) * sum
        sum = 1 + y * (1.0 / 6) * sum
        sum = 1 + y * (1.0 / 5) * sum
        sum = 1 + y * (1.0 / 4) * sum
        sum = 1 + y * (1.0 / 3) * sum
        sum = 1 + y * (1.0 / 2) * sum
        sum = 1 + y * sum
        // SAFETY: both types are 64 plain bytes. 2^-whole: the exponent is 127 less `whole`, which is 0 to 115.
        let bits = unsafe unsafeBitCast(whole + 8_388_608, to: Words16.self) & 0x007F_FFFF
        let power = unsafe unsafeBitCast((127 &- bits) &<< 23, to: Lanes16.self)
        return choose(x .> 80, .zero, else: sum * power)
    }

    /// One bit a lane.
    @inline(__always)
    // SAFETY: a mask is sixteen words.
    static func bits(_ mask: Mask16) -> UInt32 { CVectors_bits(unsafe unsafeBitCast(mask, to: SIMD16<Int32>.self)) }

    /// One bit a lane of two masks, those of the second from bit 16 on.
    @inline(__always)
    static func bits(_ low: Mask16, _ high: Mask16) -> UInt32 { bits(low) | bits(high) &<< 16 }

    /// A number in each lane.
    @inline(__always)
    static func words(_ number: Int) -> Words16 { Words16(repeating: UInt32(truncatingIfNeeded: number)) }

    /// Sixteen numbers from one on.
    @inline(__always)
    static func numbers(from first: Int) -> Words16 { lanes &+ words(first) }

    /// 0 to 15.
    @inline(__always)
    static var lanes: Words16 { Words16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) }
}
