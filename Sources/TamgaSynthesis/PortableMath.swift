/// Elementary functions from additions, multiplications, divisions and square roots alone.
///
/// IEEE 754 fixes the result of each of those, and Swift neither reorders nor fuses them, so a seed
/// gives the same bits on every machine; the C library's functions differ from one to the next.
/// Errors are below 1e-12 for arguments up to 1e6; this is for synthesis, not for numerics.
package enum PortableMath {
    static let naturalLogOfTwo = 0.693147180559945309
    static let halfPiHigh = 1.57079632673412561417
    static let halfPiLow = 6.07710050650619224932e-11

    /// Sine of an angle in radians.
    package static func sine(_ x: Double) -> Double { sineAndCosine(x).sine }

    /// Cosine of an angle in radians.
    package static func cosine(_ x: Double) -> Double { sineAndCosine(x).cosine }

    /// Both at once; zero and one for an argument that is not a moderate number.
    package static func sineAndCosine(_ x: Double) -> (sine: Double, cosine: Double) {
        guard x.magnitude < 1e9 else { return (0, 1) }
        let turns = (x * (2 / Double.pi)).rounded()
        let rest = (x - turns * halfPiHigh) - turns * halfPiLow
        let (s, c) = (sineNearZero(rest), cosineNearZero(rest))
        switch Int(turns) & 3 {
        case 0: return (s, c)
        case 1: return (c, -s)
        case 2: return (-s, -c)
        default: return (-c, s)
        }
    }

    /// The exponential function; arguments beyond ±700 count as ±700.
    package static func exponential(_ x: Double) -> Double {
        guard !x.isNaN else { return x }
        let bounded = min(max(x, -700), 700)
        let doublings = (bounded / naturalLogOfTwo).rounded()
        let rest = bounded - doublings * naturalLogOfTwo
        var (sum, k) = (1.0, 15.0)
        while k >= 1 {
            sum = 1 + sum * rest / k
            k -= 1
        }
        return Double(sign: .plus, exponent: Int(doublings), significand: sum)
    }

    /// Natural logarithm; minus infinity for zero and below.
    package static func logarithm(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x > 0 ? x : -.infinity }
        var (mantissa, exponent) = (x.significand, Double(x.exponent))
        if mantissa > 1.4142135623730951 {
            mantissa /= 2
            exponent += 1
        }
        let s = (mantissa - 1) / (mantissa + 1)
        return 2 * s * logarithmSeries(s * s) + exponent * naturalLogOfTwo
    }

    /// Angle of the vector (x, y) in radians, -pi to pi; zero for the zero vector.
    package static func arcTangent(y: Double, x: Double) -> Double {
        let (a, b) = (x.magnitude, y.magnitude)
        let larger = max(a, b)
        guard larger > 0, larger.isFinite else { return 0 }
        var angle = arcTangentOfRatio(min(a, b) / larger)
        if b > a { angle = Double.pi / 2 - angle }
        if x < 0 { angle = Double.pi - angle }
        return y < 0 ? -angle : angle
    }
}

extension PortableMath {
    /// Taylor's series to the 15th power, for arguments up to an eighth of a turn.
    private static func sineNearZero(_ r: Double) -> Double {
        let z = r * r
        var s = 1.0 / 6_227_020_800 - z / 1_307_674_368_000
        s = s * z - 1.0 / 39_916_800
        s = s * z + 1.0 / 362_880
        s = s * z - 1.0 / 5_040
        s = s * z + 1.0 / 120
        s = s * z - 1.0 / 6
        return r * (s * z + 1)
    }

    /// Taylor's series to the 16th power.
    private static func cosineNearZero(_ r: Double) -> Double {
        let z = r * r
        var c = z / 20_922_789_888_000 - 1.0 / 87_178_291_200
        c = c * z + 1.0 / 479_001_600
        c = c * z - 1.0 / 3_628_800
        c = c * z + 1.0 / 40_320
        c = c * z - 1.0 / 720
        c = c * z + 1.0 / 24
        return (c * z - 0.5) * z + 1
    }

    /// 1 + z/3 + z^2/5 + ...: the logarithm's series.
    private static func logarithmSeries(_ z: Double) -> Double {
        var (sum, k) = (0.0, 21.0)
        while k >= 1 {
            sum = sum * z + 1 / k
            k -= 2
        }
        return sum
    }

    /// Arc tangent of a ratio from 0 to 1, the upper part folded down by an eighth of a turn.
    private static func arcTangentOfRatio(_ ratio: Double) -> Double {
        let folded = ratio > 0.41421356237309503
        let t = folded ? (ratio - 1) / (ratio + 1) : ratio
        let z = t * t
        var (sum, k) = (0.0, 31.0)
        while k >= 1 {
            sum = 1 / k - sum * z
            k -= 2
        }
        return t * sum + (folded ? Double.pi / 4 : 0)
    }
}
