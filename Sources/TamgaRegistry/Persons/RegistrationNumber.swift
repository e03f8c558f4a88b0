/// Makes the numbers under which persons are registered: `TG-7K3M-9QXT-4H2P-8`.
///
/// Sixty random bits in twelve characters, which say nothing of the person nor of who else is registered, and a check
/// character (ISO/IEC 7064, hybrid system MOD 37,36), which finds every single wrong character and every exchange of
/// neighbours. The letters I, L, O and U are not used in the twelve: they are misread.
public enum RegistrationNumber {
    /// The number of these bits, of which the lowest sixty count.
    public static func make(_ bits: UInt64) -> PersonID {
        let characters = stride(from: 55, through: 0, by: -5).map { digits[Int(bits >> UInt64($0) & 31)] }
        let groups = stride(from: 0, to: 12, by: 4).map { String(characters[$0..<$0 + 4]) }
        let text = prefix + groups.joined(separator: "-") + "-\(check(characters))"
        guard let number = try? PersonID(text) else { preconditionFailure("a number made of allowed characters") }
        return number
    }

    /// Whether the text has the form and the check character of such a number; others may be in use beside them.
    public static func isWellFormed(_ text: String) -> Bool {
        guard text.hasPrefix(prefix) else { return false }
        let groups = text.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.count) == [4, 4, 4, 1] else { return false }
        let characters = Array(groups[0] + groups[1] + groups[2])
        guard characters.allSatisfy(digits.contains) else { return false }
        return groups[3].first == check(characters)
    }

    private static let prefix = "TG-"
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let checkDigits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    /// ISO/IEC 7064:2003, clause 9: M = 36.
    private static func check(_ characters: [Character]) -> Character {
        let modulus = checkDigits.count
        var product = modulus
        for character in characters {
            let value = checkDigits.firstIndex(of: character) ?? 0
            let sum = (product + value) % modulus
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1)
        }
        return checkDigits[(modulus + 1 - product) % modulus]
    }
}
