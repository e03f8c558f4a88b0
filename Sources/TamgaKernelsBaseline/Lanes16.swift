internal import CVectors

typealias Words16 = SIMD16<UInt32>
typealias Mask16 = SIMDMask<SIMD16<Int32>>

/// Sixteen floats side by side: how the loops of S3 and B count.
///
/// The library's own sums and products of floats go lane by lane, and the compiler finds only parts of the vector
/// again; those of `CVectors` are one instruction a register on any processor, and never contracted.
struct Lanes16 {
    let values: SIMD16<Float>

    @inline(__always)
    init(_ values: SIMD16<Float>) { self.values = values }

    @inline(__always)
    init(repeating value: Float) { values = SIMD16(repeating: value) }

    @inline(__always)
    static var zero: Lanes16 { Lanes16(.zero) }

    @inline(__always)
    subscript(lane: Int) -> Float { values[lane] }
}

extension Lanes16 {
    @inline(__always)
    static func + (one: Lanes16, other: Lanes16) -> Lanes16 { Lanes16(CVectors_sum(one.values, other.values)) }
    @inline(__always)
    static func + (one: Lanes16, other: Float) -> Lanes16 { one + Lanes16(repeating: other) }
    @inline(__always)
    static func + (one: Float, other: Lanes16) -> Lanes16 { Lanes16(repeating: one) + other }

    @inline(__always)
    static func - (one: Lanes16, other: Lanes16) -> Lanes16 { Lanes16(CVectors_difference(one.values, other.values)) }
    @inline(__always)
    static func - (one: Lanes16, other: Float) -> Lanes16 { one - Lanes16(repeating: other) }
    @inline(__always)
    static func - (one: Float, other: Lanes16) -> Lanes16 { Lanes16(repeating: one) - other }

    @inline(__always)
    static func * (one: Lanes16, other: Lanes16) -> Lanes16 { Lanes16(CVectors_product(one.values, other.values)) }
    @inline(__always)
    static func * (one: Lanes16, other: Float) -> Lanes16 { one * Lanes16(repeating: other) }
    @inline(__always)
    static func * (one: Float, other: Lanes16) -> Lanes16 { Lanes16(repeating: one) * other }

    @inline(__always)
    static func / (one: Lanes16, other: Lanes16) -> Lanes16 { Lanes16(CVectors_quotient(one.values, other.values)) }
    @inline(__always)
    static func / (one: Lanes16, other: Float) -> Lanes16 { one / Lanes16(repeating: other) }
    @inline(__always)
    static func / (one: Float, other: Lanes16) -> Lanes16 { Lanes16(repeating: one) / other }

    @inline(__always)
    static func += (one: inout Lanes16, other: Lanes16) { one = one + other }
}

extension Lanes16 {
    @inline(__always)
    static func .< (one: Lanes16, other: Lanes16) -> Mask16 { one.values .< other.values }
    @inline(__always)
    static func .< (one: Lanes16, other: Float) -> Mask16 { one .< Lanes16(repeating: other) }

    @inline(__always)
    static func .<= (one: Lanes16, other: Lanes16) -> Mask16 { one.values .<= other.values }
    @inline(__always)
    static func .<= (one: Lanes16, other: Float) -> Mask16 { one .<= Lanes16(repeating: other) }

    @inline(__always)
    static func .> (one: Lanes16, other: Lanes16) -> Mask16 { one.values .> other.values }
    @inline(__always)
    static func .> (one: Lanes16, other: Float) -> Mask16 { one .> Lanes16(repeating: other) }

    @inline(__always)
    static func .== (one: Lanes16, other: Lanes16) -> Mask16 { one.values .== other.values }
    @inline(__always)
    static func .== (one: Lanes16, other: Float) -> Mask16 { one .== Lanes16(repeating: other) }
}

extension Floats {
    /// Sixteen elements from `index` on.
    @inline(__always)
    subscript(lanes index: Int) -> Lanes16 {
        // SAFETY: see the type; columns are whole vectors.
        get { unsafe UnsafeRawPointer(base + index).loadUnaligned(as: Lanes16.self) }
        nonmutating set { unsafe UnsafeMutableRawPointer(base + index).storeBytes(of: newValue, as: Lanes16.self) }
    }
}

extension Words {
    @inline(__always)
    subscript(lanes index: Int) -> Words16 {
        // SAFETY: see the type; columns are whole vectors.
        get { unsafe UnsafeRawPointer(base + index).loadUnaligned(as: Words16.self) }
        nonmutating set { unsafe UnsafeMutableRawPointer(base + index).storeBytes(of: newValue, as: Words16.self) }
    }
}
