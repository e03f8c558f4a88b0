import TamgaRegistry
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: [
        "iin:871201300015", "document:UZB:AA1234567", "names:ИВАНОВА/АННА ПЕТРОВНА/1987-12-01", "names:SUKARNO//",
    ])
    func theTextFormRoundTrips(_ text: String) throws {
        #expect(try Identifier(text).text == text)
    }

    @Test(arguments: [
        ("document:uzb:aa 123-45 67", "document:UZB:AA1234567"),
        ("names:  Ivanova   Smith /Anna/", "names:Ivanova Smith/Anna/"),
    ])
    func spellingIsTidied(_ text: String, _ tidy: String) throws {
        #expect(try Identifier(text).text == tidy)
    }

    @Test func namesAreTheSameInAnyCase() throws {
        let one = try Identifier("names:Әлібек/Ғани/1990-01-02")
        let other = try Identifier("names:ӘЛІБЕК/ҒАНИ/1990-01-02")
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != (try Identifier("names:ӘЛІБЕК/ҒАНИ/1990-01-03")))
    }

    @Test(arguments: [
        "", "iin", "iin:", "iin:871201300016", "passport:UZB:1", "document:UZB", "document:UZ:AA1", "document:UZB:",
        "document:UZB:AA_1", "document:UZB:1234567890123456789012345", "names:A/B", "names:A/B/1990-02-30", "names://",
        "names:A\u{7}/B/", "names:A/B/C/1990-01-01", "names:" + String(repeating: "x", count: 700) + "//",
    ])
    func whatIsNoneIsRefusedWithTheFieldAndWithoutTheValue(_ text: String) {
        let error = #expect(throws: FieldError.self) { try Identifier(text, field: "claims[2]") }
        #expect(error?.field.isEmpty == false && error?.allowed.isEmpty == false)
        if text.utf8.count > 8 { #expect(error?.description.contains(text.dropFirst(6)) == false) }
    }

    @Test func descriptionsHideIt() throws {
        for text in ["iin:871201300015", "document:UZB:AA1234567", "names:IVANOVA/ANNA/1987-12-01"] {
            let identifier = try Identifier(text)
            for shown in ["\(identifier)", String(reflecting: identifier), "\([identifier])"] {
                #expect(!shown.contains("871201300015") && !shown.contains("1234567") && !shown.contains("IVANOVA"))
            }
        }
    }

    @Test func numbersOfTheRegisterFindEverySlip() {
        let number = RegistrationNumber.make(0x0123_4567_89AB_CDEF).text
        #expect(RegistrationNumber.isWellFormed(number))
        let characters = Array(number)
        for index in 3..<characters.count where characters[index] != "-" {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" where other != characters[index] {
                var slip = characters
                slip[index] = other
                #expect(!RegistrationNumber.isWellFormed(String(slip)), "\(String(slip))")
            }
            guard index + 1 < characters.count, characters[index + 1] != "-", characters[index] != characters[index + 1]
            else { continue }
            var swapped = characters
            swapped.swapAt(index, index + 1)
            #expect(!RegistrationNumber.isWellFormed(String(swapped)), "\(String(swapped))")
        }
        #expect(RegistrationNumber.make(1) != RegistrationNumber.make(2))
    }
}
