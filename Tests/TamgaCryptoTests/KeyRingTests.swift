import TamgaCrypto
import TamgaTestSupport
import Testing

@Suite struct KeyRingTests {
    private static let key = RingText.first
    private static let line = "tamga-key-v1 a \(key)\n"

    private func ring(_ text: String) throws -> KeyRing { try KeyRing(parsing: Array(text.utf8)) }

    @Test func theLastKeyIsActive() throws {
        let ring = try ring(RingText.two)
        #expect(ring.ids == ["2024", "2025"])
        #expect(ring.active.id == "2025")
        #expect(ring["2024"]?.key == SecretKey(bytes: hex(RingText.first)))
        #expect(ring["2025"] == ring.active)
        #expect(ring.active.key == SecretKey(bytes: hex(RingText.second)))
        #expect(ring["2026"] == nil)
        #expect("\(ring)" == "2 keys, active 2025")
    }

    @Test(arguments: [
        "tamga-key-v1 a \(key)", "\r\n# \u{15F}\r\n\ttamga-key-v1\ta  \(key) \r\n", "#\n#tamga-key-v1\n\n\(line)\n\n",
        "tamga-key-v1 \(String(repeating: "A", count: 28))z0-_ \(key)", "tamga-key-v1 . \(key.uppercased())",
    ])
    func formsThatAreRead(text: String) throws {
        #expect(try ring(text).active.key == SecretKey(bytes: hex(Self.key)))
    }

    /// A text to refuse; the error alone names it in the test's output.
    struct Refused: Sendable, CustomTestStringConvertible {
        var text: String
        var error: KeyRingError
        var testDescription: String { "\(error)" }

        init(_ text: String, _ error: KeyRingError) { (self.text, self.error) = (text, error) }
    }

    static let refused: [Refused] = [
        Refused("", .noKey),
        Refused("\n# nothing\n\n", .noKey),
        Refused("key\n", .unknownFormat(line: 1)),
        Refused("\n\ntamga-key-v2 a \(key)", .unknownFormat(line: 3)),
        Refused("\(line)tamga-key-v1 b", .fieldCount(line: 2, fields: 2)),
        Refused("\(line)tamga-key-v1 \(key)", .fieldCount(line: 2, fields: 2)),
        Refused("\(line)tamga-key-v1 b \(key) more", .fieldCount(line: 2, fields: 4)),
        Refused("tamga-key-v1 \(key) a", .idTooLong(line: 1, bytes: 64, limit: 32)),
        Refused("tamga-key-v1 \(String(repeating: "a", count: 33)) \(key)", .idTooLong(line: 1, bytes: 33, limit: 32)),
        Refused("tamga-key-v1 a/b \(key)", .idMalformed(line: 1)),
        Refused("tamga-key-v1 \u{15F} \(key)", .idMalformed(line: 1)),
        Refused("tamga-key-v1 a\0 \(key)", .idMalformed(line: 1)),
        Refused("\(line)#\n\(line)", .duplicateID(line: 3, earlier: 1)),
        Refused("tamga-key-v1 a \(key)0", .keyLength(line: 1, digits: 65, limit: 64)),
        Refused("tamga-key-v1 a \(key.dropLast())", .keyLength(line: 1, digits: 63, limit: 64)),
        Refused("tamga-key-v1 a \(key.dropLast())g", .keyMalformed(line: 1)),
        Refused("tamga-key-v1 a -\(key.dropLast())", .keyMalformed(line: 1)),
        Refused(many(65), .tooManyKeys(line: 65, limit: 64)),
        Refused(line + String(repeating: "#", count: 16_385 - line.count), .textTooLong(limit: 16_384)),
    ]

    static func many(_ count: Int) -> String { (1...count).map { "tamga-key-v1 \($0) \(key)\n" }.joined() }

    @Test(arguments: refused)
    func whatIsWrongIsSaid(refused: Refused) {
        let error = #expect(throws: KeyRingError.self) { try ring(refused.text) }
        #expect(error == refused.error)
        #expect(error.map { !holdsDigits("\($0) \(String(reflecting: $0))") } == true)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        let line = Array(Self.line.utf8)
        #expect(throws: KeyRingError.notText(line: 2)) { try KeyRing(parsing: line + [0x23, 0xFF]) }
        #expect(throws: KeyRingError.notText(line: 1)) { try KeyRing(parsing: [0xC3]) }
    }

    @Test func theLimitsThemselvesAreAllowed() throws {
        #expect(try ring(Self.many(64)).ids.count == 64)
        #expect(try ring(Self.line + String(repeating: "#", count: 16_384 - Self.line.count)).ids == ["a"])
    }

    @Test func aNewLineIsRead() throws {
        let line = try KeyRing.newLine(id: "2026-01_b.c")
        let both = try ring(RingText.two + line)
        #expect(both.active.id == "2026-01_b.c")
        #expect(try line != KeyRing.newLine(id: "2026-01_b.c"))
        let digits = line.split(separator: " ")[2]
        #expect(both.active.key == SecretKey(bytes: hex(String(digits))))
    }

    @Test(arguments: ["", "a b", "a\n", "ş", String(repeating: "a", count: 33)])
    func aNewLineOfABadNameIsRefused(id: String) {
        #expect(throws: KeyRingError.newIDRefused) { try KeyRing.newLine(id: id) }
    }

    /// Whatever happens to the text: it is read or refused, and no error holds digits of a key.
    @Test func mutatedRingsNeverCrash() {
        var random = SeededGenerator(seed: 20_260_101)
        let original = Array((Self.many(3) + RingText.two).utf8)
        var (read, refused) = (0, 0)
        for _ in 0..<20_000 {
            let bytes = mutated(original, &random)
            do {
                read += try KeyRing(parsing: bytes).ids.isEmpty ? 0 : 1
            } catch {
                refused += 1
                if holdsDigits("\(error)") || holdsDigits(String(reflecting: error)) { Issue.record("\(error)") }
            }
        }
        #expect(read > 100 && refused > 100 && read + refused == 20_000)
    }

    private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert([10, 32, 35, 0, 255, 48].randomElement(using: &random) ?? 0, at: place)
            case 3: bytes.removeSubrange(place...)
            default: bytes.insert(contentsOf: bytes[place...].prefix(90), at: place)
            }
        }
        return bytes
    }

    /// Six digits of a key in a row.
    private func holdsDigits(_ text: String) -> Bool {
        let bytes = Array(text.lowercased().utf8)
        return bytes.indices.dropLast(5).contains { Self.pieces.contains(Array(bytes[$0..<($0 + 6)])) }
    }

    private static let pieces = Set(
        [RingText.first, RingText.second.lowercased()].flatMap { text in
            let key = Array(text.utf8)
            return key.indices.dropLast(5).map { Array(key[$0..<($0 + 6)]) }
        })
}
