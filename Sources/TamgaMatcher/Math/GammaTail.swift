/// The upper tail of the gamma distribution, as decades: what is left of a sum of exponentials beyond a value.
package enum GammaTail {
    /// `-log10 Q(shape, x)`, Q the regularised upper incomplete gamma function; relative error below 1e-8.
    ///
    /// Sources: the series and the continued fraction of Press et al., Numerical Recipes, 6.2, in a fixed number of
    /// steps. For shapes from 0.5 to 50 and x from 0 to 5,000.
    package static func decades(shape: Double, at x: Double) -> Double {
        guard x > 0 else { return 0 }
        let logarithm = x < shape + 1
            ? ExactMath.ln(1 - lower(shape, x))
            : logOfPower(shape, x) + ExactMath.ln(fraction(shape, x))
        return -logarithm / Decades.ln10
    }

    /// The series of P(shape, x): converges fast for x < shape + 1.
    private static func lower(_ shape: Double, _ x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        for order in 1...200 {
            term *= x / (shape + Double(order))
            sum += term
        }
        return min(sum * ExactMath.exp(logOfPower(shape, x)), 1 - 1e-15)
    }

    /// Lentz's continued fraction of Q(shape, x) / (x^shape e^-x / Gamma(shape)): for x >= shape + 1.
    private static func fraction(_ shape: Double, _ x: Double) -> Double {
        var b = x + 1 - shape
        var c = 1e300
        var d = 1 / b
        var product = d
        for order in 1...200 {
            let a = -Double(order) * (Double(order) - shape)
            b += 2
            d = 1 / (a * d + b)
            c = b + a / c
            product *= d * c
        }
        return product
    }

    /// `ln(x^shape e^-x / Gamma(shape))`.
    private static func logOfPower(_ shape: Double, _ x: Double) -> Double {
        shape * ExactMath.ln(x) - x - logGamma(shape)
    }

    /// ln Gamma(z), z > 0: Stirling's series (Abramowitz and Stegun 6.1.40) at z + 8, brought back by the recurrence.
    package static func logGamma(_ z: Double) -> Double {
        var product = 1.0
        for step in 0..<8 { product *= z + Double(step) }
        let w = z + 8
        let square = w * w
        let series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / (1680 * square)) / square) / square) / w
        return (w - 0.5) * ExactMath.ln(w) - w + 0.918938533204672742 + series - ExactMath.ln(product)
    }
}
