/// Elementary functions from IEEE 754 basic operations alone, in one fixed order.
///
/// The C library's `exp`, `sin` and `atan2` may differ between versions and processors in the last
/// bit; these do not, so that a comparison score is the same bits wherever it is computed.
package enum ExactMath {
    package static let pi = 3.141592653589793

    /// e to the power `x`; relative error below 1e-15 for |x| <= 50. Used to build tables.
    package static func exp(_ x: Double) -> Double {
        let halvings = 10
        let reduced = x / 1024
        var term = 1.0
        var sum = 1.0
        for order in 1...12 {
            term = term * reduced / Double(order)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }

    /// Natural logarithm of a positive number; relative error below 1e-14.
    package static func ln(_ x: Double) -> Double {
        let mantissa = x.significand
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var power = ratio
        var sum = 0.0
        for order in stride(from: 1, through: 61, by: 2) {
            sum += power / Double(order)
            power *= square
        }
        return 2 * sum + Double(x.exponent) * 0.6931471805599453
    }

    /// Sine of an angle in radians, |x| <= 2 pi.
    package static func sin(_ x: Double) -> Double {
        var reduced = x
        if reduced > pi { reduced -= 2 * pi }
        if reduced < -pi { reduced += 2 * pi }
        if reduced > pi / 2 { reduced = pi - reduced }
        if reduced < -pi / 2 { reduced = -pi - reduced }
        var term = reduced
        var sum = reduced
        for order in stride(from: 3, through: 23, by: 2) {
            term = -term * reduced * reduced / Double(order * (order - 1))
            sum += term
        }
        return sum
    }

    package static func cos(_ x: Double) -> Double {
        x > pi ? sin(x - 1.5 * pi) : sin(x + 0.5 * pi)
    }
}

extension ExactMath {
    /// e to the power `-x` for `x >= 0`; absolute error below 4e-7. A handful of multiplications.
    @inline(__always)
    package static func expNegative(_ x: Float) -> Float {
        if x > 80 { return 0 }
        let scaled = x * 1.442695041
        let whole = Int32(scaled)
        let fraction = scaled - Float(whole)
        // 2^-f on [0, 1): the Taylor polynomial of e^(-f ln 2), degree 8.
        let y = fraction * -0.6931471806
        var sum = 1 + y * (1.0 / 8)
        sum = 1 + y * (1.0 / 7) * sum
        sum = 1 + y * (1.0 / 6) * sum
        sum = 1 + y * (1.0 / 5) * sum
        sum = 1 + y * (1.0 / 4) * sum
        sum = 1 + y * (1.0 / 3) * sum
        sum = 1 + y * (1.0 / 2) * sum
        sum = 1 + y * sum
        return sum * Float(bitPattern: UInt32(127 - whole) << 23)
    }

    /// Angle of the vector (x, y) in radians, in (-pi, pi]; absolute error below 2e-5; 0 for the zero vector.
    ///
    /// Polynomial: Abramowitz and Stegun, Handbook of Mathematical Functions, 4.4.49.
    package static func atan2(_ y: Float, _ x: Float) -> Float {
        let ax = abs(x)
        let ay = abs(y)
        let larger = max(ax, ay)
        if larger == 0 { return 0 }
        let ratio = min(ax, ay) / larger
        let square = ratio * ratio
        var sum: Float = 0.0208351
        sum = sum * square - 0.0851330
        sum = sum * square + 0.1801410
        sum = sum * square - 0.3302995
        sum = sum * square + 0.9998660
        var angle = sum * ratio
        if ay > ax { angle = 1.5707964 - angle }
        if x < 0 { angle = 3.1415927 - angle }
        return y < 0 ? -angle : angle
    }

    /// Brings a difference of two angles into (-pi, pi]; for inputs within (-3 pi, 3 pi).
    @inline(__always)
    package static func wrap(_ angle: Float) -> Float {
        if angle > 3.1415927 { return angle - 6.2831855 }
        if angle <= -3.1415927 { return angle + 6.2831855 }
        return angle
    }
}
