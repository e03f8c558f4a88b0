/// The field of 256 elements of QR codes: polynomial x^8 + x^4 + x^3 + x^2 + 1, generator 2 (ISO/IEC 18004:2015,
/// 7.5.2).
enum GaloisField {
    private static let powers: [UInt8] = {
        var powers: [UInt8] = []
        var value = 1
        for _ in 0..<255 {
            powers.append(UInt8(value))
            value <<= 1
            if value > 255 { value ^= 0x11D }
        }
        return powers
    }()

    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 256)
        for (exponent, power) in powers.enumerated() { logarithms[Int(power)] = exponent }
        return logarithms
    }()

    static func power(_ exponent: Int) -> UInt8 { powers[exponent % 255] }

    static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        guard one != 0, other != 0 else { return 0 }
        return power(logarithms[Int(one)] + logarithms[Int(other)])
    }
}

/// The check symbols of a block (ISO/IEC 18004:2015, 7.5.2).
package enum ReedSolomon {
    /// - Parameter count: of check symbols.
    package static func checkSymbols(of data: some Sequence<UInt8>, count: Int) -> [UInt8] {
        let divisor = generator(of: count)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in 0..<count { remainder[index] ^= GaloisField.product(divisor[index], factor) }
        }
        return remainder
    }

    /// The product of all (x - 2^i), highest power first and left out.
    private static func generator(of count: Int) -> [UInt8] {
        var factors = [UInt8](repeating: 0, count: count - 1) + [1]
        for exponent in 0..<count {
            let root = GaloisField.power(exponent)
            for index in 0..<count {
                let next = index + 1 < count ? factors[index + 1] : 0
                factors[index] = GaloisField.product(factors[index], root) ^ next
            }
        }
        return factors
    }
}
