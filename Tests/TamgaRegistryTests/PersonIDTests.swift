import TamgaRegistry
import Testing

@Suite struct PersonIDTests {
    @Test(arguments: ["a", "Z", "0", "person-1", "KZ:2024_09.17", String(repeating: "x", count: 64)])
    func keepsAllowedText(_ text: String) throws {
        let person = try PersonID(text)
        #expect(person.text == text)
        #expect(person.description == text)
    }

    @Test func refusesEmptyText() {
        #expect(throws: PersonIDError.empty) { try PersonID("") }
    }

    @Test func refusesTextOverTheLimit() {
        #expect(throws: PersonIDError.tooLong(bytes: 65)) { try PersonID(String(repeating: "x", count: 65)) }
    }

    @Test(arguments: [
        ("a b", 1), ("a/b", 1), ("\u{0}", 0), ("ab\n", 2), ("қ", 0), ("a@", 1), ("a[", 1), ("a`", 1), ("a{", 1),
        ("a,", 1), ("a;", 1),
    ])
    func refusesOtherBytesAndSaysWhere(text: String, index: Int) {
        #expect(throws: PersonIDError.badCharacter(index: index)) { try PersonID(text) }
    }

    @Test func ordersByBytes() throws {
        let sorted = try ["b", "B", "a-1", "a", "10", "9"].map { try PersonID($0) }.sorted().map(\.text)
        #expect(sorted == ["10", "9", "B", "a", "a-1", "b"])
    }

    @Test func errorsNameTheLimit() {
        #expect(PersonIDError.tooLong(bytes: 70).description.contains("64"))
        #expect(PersonIDError.empty.description.contains("64"))
        #expect(PersonIDError.badCharacter(index: 3).description.contains("byte 3"))
    }
}
