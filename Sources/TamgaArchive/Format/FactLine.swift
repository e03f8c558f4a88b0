import Foundation
import TamgaRegistry
import TamgaStore

/// A line of `facts.jsonl`.
struct FactLine: Codable {
    @Whole var number: UInt64
    @Whole var ordinal: Int
    /// Nil: of nobody. The member has to be there.
    let person: String?
    /// The fact, where it is a text that a line can hold as such.
    let text: String?
    /// The fact otherwise.
    let base64: String?

    enum CodingKeys: String, CodingKey { case number, ordinal, person, text, base64 }

    init(_ fact: StoredFact) {
        (number, ordinal, person) = (fact.number, fact.ordinal, fact.person?.text)
        text = Self.text(fact.bytes)
        base64 = text == nil ? Data(fact.bytes).base64EncodedString() : nil
    }

    /// A person left out is a fault of the line, not a fact of nobody.
    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        number = try members.decode(Whole<UInt64>.self, forKey: .number).wrappedValue
        ordinal = try members.decode(Whole<Int>.self, forKey: .ordinal).wrappedValue
        person = try members.decodeNil(forKey: .person) ? nil : members.decode(String.self, forKey: .person)
        text = try members.decodeIfPresent(String.self, forKey: .text)
        base64 = try members.decodeIfPresent(String.self, forKey: .base64)
    }

    /// Says null where it is of nobody, rather than nothing.
    func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(number, forKey: .number)
        try members.encode(ordinal, forKey: .ordinal)
        try members.encode(person, forKey: .person)
        try members.encodeIfPresent(text, forKey: .text)
        try members.encodeIfPresent(base64, forKey: .base64)
    }

    /// The bytes; nil unless there is one text that stands for some.
    var bytes: [UInt8]? {
        switch (text, base64) {
        case (let text?, nil): Array(text.utf8)
        case (nil, let base64?): Data(base64Encoded: base64).map(Array.init)
        default: nil
        }
    }

    /// UTF-8 whose every byte takes two characters of JSON at most, so that the largest fact fits a line.
    private static func text(_ bytes: [UInt8]) -> String? {
        let plain: Set<UInt8> = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
        guard bytes.allSatisfy({ $0 >= 0x20 || plain.contains($0) }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
