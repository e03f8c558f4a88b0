import TamgaRegistry
import Testing

@Suite struct IINTests {
    /// Computed by hand from the rule, none of a person: four of the first round, four of the second.
    static let good = [
        "890524286846", "510825108490", "600212340394", "740904440856",
        "870120555366", "801206041979", "691111229070", "123456789013",
    ]
    static let ofFirstRound = good.prefix(4)

    @Test(arguments: good)
    func acceptsAFittingCheckDigit(_ text: String) throws {
        #expect(try IIN(text).text == text)
    }

    /// Impossible dates, centuries and sexes: since 2013 these digits mean nothing.
    @Test(arguments: ["000000000000", "999999999990", "123456789013"])
    func readsNoDateAndNoSex(_ text: String) throws {
        #expect(try IIN(text).text == text)
    }

    @Test(arguments: [("", 0), ("12345678901", 11), ("1234567890133", 13), ("12345678901é", 13)])
    func refusesOtherLengths(text: String, bytes: Int) {
        #expect(throws: IINError.wrongLength(bytes: bytes)) { try IIN(text) }
    }

    @Test(arguments: [
        ("89052428684 ", 11), ("/90524286846", 0), ("8905:4286846", 4), ("+90524286846", 0), ("8905242868é", 10),
        ("89052428\u{0}846", 8),
    ])
    func refusesWhatIsNoDecimalDigit(text: String, index: Int) {
        #expect(throws: IINError.notADigit(index: index)) { try IIN(text) }
    }

    @Test(arguments: ["54051265014", "87100710090", "86050313882", "86081913865"])
    func refusesNumbersThatAreNeverIssued(_ eleven: String) {
        for digit in 0...9 {
            #expect(throws: IINError.neverIssued) { try IIN(eleven + "\(digit)") }
        }
    }

    /// Every other value of every digit: refused unless the rule itself, written out again here, lets it pass.
    @Test(arguments: good)
    func reportsEverySingleWrongDigitTheRuleCanSee(_ text: String) throws {
        let digits = text.utf8.map { Int($0) - 48 }
        for (place, value) in Self.otherValues(of: digits) {
            var wrong = digits
            wrong[place] = value
            let expected = Self.naiveVerdict(wrong)
            let found = Self.verdict(wrong.map(String.init).joined())
            #expect(found == expected, "digit \(place) replaced by \(value)")
        }
    }

    @Test(arguments: good)
    func reportsEveryWrongCheckDigit(_ text: String) throws {
        for digit in 0...9 where !text.hasSuffix("\(digit)") {
            #expect(throws: IINError.wrongCheckDigit) { try IIN(text.dropLast() + "\(digit)") }
        }
    }

    /// Weight 11 is 0 modulo 11: the known hole of the rule, so that nobody takes it for a fault of ours.
    @Test(arguments: ofFirstRound)
    func cannotSeeTheEleventhDigitInTheFirstRound(_ text: String) throws {
        for digit in 0...9 {
            let other = text.prefix(10) + "\(digit)" + text.suffix(1)
            #expect(try IIN(String(other)).text == other)
        }
    }

    /// Of the first ten digits a wrong one passes only by changing the round.
    @Test(arguments: ofFirstRound)
    func seesTheFirstTenDigitsWithinTheFirstRound(_ text: String) throws {
        let digits = text.utf8.map { Int($0) - 48 }
        for (place, value) in Self.otherValues(of: digits) where place < 10 {
            var wrong = digits
            wrong[place] = value
            guard Self.weighted(wrong, from: 1) != 10 else { continue }
            #expect(Self.verdict(wrong.map(String.init).joined()) == .wrongCheckDigit)
        }
    }

    @Test func hidesTheNumber() throws {
        let text = "890524286846"
        let number = try IIN(text)
        var dumped = ""
        dump(number, to: &dumped)
        for shown in ["\(number)", String(reflecting: number), "\([number])", "\(Optional(number) as Any)", dumped] {
            #expect(!shown.contains(text))
            #expect(!shown.contains("8905"))
        }
    }

    @Test func errorsCarryNoDigits() {
        #expect(Self.verdict("890524286840")?.description == "IIN: the check digit does not fit")
        #expect(Self.verdict("1")?.description.contains("instead of 12") == true)
        #expect(Self.verdict("8905x4286846")?.description == "IIN: byte 4 is not a decimal digit")
    }

    private static func verdict(_ text: String) -> IINError? {
        do throws(IINError) {
            _ = try IIN(text)
            return nil
        } catch {
            return error
        }
    }

    private static func otherValues(of digits: [Int]) -> [(place: Int, value: Int)] {
        digits.indices.flatMap { place in
            (0...9).filter { $0 != digits[place] }.map { (place, $0) }
        }
    }

    private static func naiveVerdict(_ digits: [Int]) -> IINError? {
        var sum = weighted(digits, from: 1)
        if sum == 10 { sum = weighted(digits, from: 3) }
        if sum == 10 { return .neverIssued }
        return sum == digits[11] ? nil : .wrongCheckDigit
    }

    /// Weights count up from `first` to 11, then from 1.
    private static func weighted(_ digits: [Int], from first: Int) -> Int {
        var sum = 0
        for place in 0..<11 { sum += digits[place] * ((first - 1 + place) % 11 + 1) }
        return sum % 11
    }
}
