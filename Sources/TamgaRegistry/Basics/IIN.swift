/// The individual identification number of Kazakhstan: twelve decimal digits, the last a check digit.
///
/// Accepted on form and check digit only. The leading digits once spelt a birth date, a century and a sex;
/// since 2013 the number is not tied to them, so they are never read here.
///
/// The check digit is the sum of the first eleven digits weighted 1 to 11, modulo 11; where that is 10, the
/// weights are 3 to 11, 1, 2; where that is 10 again the number is not issued. Weight 11 is 0 modulo 11, so a
/// wrong eleventh digit passes in the first round, and a wrong digit may pass where it changes the round:
/// a valid check digit is evidence against a slip, not proof.
///
/// The number is personal data: descriptions and mirrors hide it, only ``text`` shows it.
public struct IIN: Hashable, Sendable {
    /// The twelve digits.
    public let text: String

    /// - Throws: ``IINError`` naming what is wrong; it never carries the digits.
    public init(_ text: String) throws(IINError) {
        let count = text.utf8.count
        guard count == RegistryLimits.iinDigits else { throw .wrongLength(bytes: count) }
        let digits = try Self.digits(of: text)
        guard let expected = Self.checkDigit(of: digits.dropLast()) else { throw .neverIssued }
        guard digits.last == expected else { throw .wrongCheckDigit }
        self.text = text
    }

    private static func digits(of text: String) throws(IINError) -> [Int] {
        var digits: [Int] = []
        for (index, byte) in text.utf8.enumerated() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .notADigit(index: index) }
            digits.append(Int(byte - UInt8(ascii: "0")))
        }
        return digits
    }

    /// Nil where both rounds give 10.
    private static func checkDigit(of digits: ArraySlice<Int>) -> Int? {
        for weights in rounds {
            let remainder = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % modulus
            if remainder < 10 { return remainder }
        }
        return nil
    }

    private static let modulus = 11
    private static let rounds = [
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
    ]
}

extension IIN: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "IIN (hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Why a text is not an individual identification number.
public enum IINError: Error, Hashable, Sendable, CustomStringConvertible {
    case wrongLength(bytes: Int)
    case notADigit(index: Int)
    case wrongCheckDigit
    /// Both rounds of the check digit give 10: such numbers are not issued.
    case neverIssued

    public var description: String {
        switch self {
        case .wrongLength(let bytes):
            "IIN has \(bytes) bytes instead of \(RegistryLimits.iinDigits)"
        case .notADigit(let index): "IIN: byte \(index) is not a decimal digit"
        case .wrongCheckDigit: "IIN: the check digit does not fit"
        case .neverIssued: "IIN: a number with these digits is never issued"
        }
    }
}
