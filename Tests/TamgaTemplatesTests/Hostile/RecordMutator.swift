import TamgaTemplates
import TamgaTestSupport

/// Makes records wrong: bytes changed, cut out, put in and doubled, two records spliced, counts blown up, the text of a
/// transaction disturbed, and lengths mended afterwards, left or broken. The same seed makes the same records.
struct RecordMutator {
    private let format: TemplateFormat
    private let originals: [[UInt8]]
    private var random: SeededGenerator

    /// - Parameter real: records of the format to begin with beside the made ones.
    init(format: TemplateFormat, seed: UInt64, real: [[UInt8]]) throws {
        var random = SeededGenerator(seed: seed)
        var originals = real.filter { $0.count <= Self.most }
        while originals.count < real.count + 48 {
            let bytes = try format.encode(AnyRecord(format: format).make(&random))
            if bytes.count <= Self.most { originals.append(bytes) }
        }
        (self.format, self.originals, self.random) = (format, originals, random)
    }

    /// Bytes of the longest record to begin with; longer ones only take longer.
    private static let most = 3_000

    mutating func next() -> [UInt8] {
        var bytes = original()
        for _ in 0..<number(0...3) { change(&bytes) }
        switch number(0...7) {
        case 0: break
        case 1: bytes = breakLength(LengthMender(format: format).mend(bytes))
        default: bytes = LengthMender(format: format).mend(bytes)
        }
        return bytes
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func original() -> [UInt8] { originals[number(0...originals.count - 1)] }

    /// A stretch of the bytes, shorter ones more often.
    private mutating func stretch(_ bytes: [UInt8]) -> Range<Int> {
        let start = number(0...bytes.count)
        return start..<min(bytes.count, start + number(0...1 << number(0...7)))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        if format == .ansiNIST, number(0...1) == 0 { return changeText(&bytes) }
        switch number(0...9) {
        case 0: bytes.removeLast(number(0...bytes.count))
        case 1: bytes.removeSubrange(stretch(bytes))
        case 2: bytes.insert(contentsOf: bytes[stretch(bytes)], at: number(0...bytes.count))
        case 3:
            let other = original()
            bytes = Array(bytes.prefix(number(0...bytes.count)) + other.suffix(number(0...other.count)))
        case 4: bytes += (0..<number(0...9)).map { _ in number(0...2) == 0 ? UInt8(number(0...255)) : 0 }
        case 5: for place in stretch(bytes).prefix(4) { bytes[place] = 0xFF }
        case 6: for place in stretch(bytes).prefix(4) { bytes[place] = 0 }
        case 7: flipBit(&bytes)
        default: replaceByte(&bytes)
        }
    }

    private mutating func flipBit(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        bytes[number(0...bytes.count - 1)] ^= 1 << UInt8(number(0...7))
    }

    /// Heads hold the counts: half of the changes go there.
    private mutating func replaceByte(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let most = number(0...1) == 0 ? min(48, bytes.count) : bytes.count
        bytes[number(0...most - 1)] = UInt8(number(0...255))
    }

    /// Digits, separators, tags.
    private mutating func changeText(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let place = number(0...bytes.count - 1)
        switch number(0...5) {
        case 0: bytes[place] = UInt8(number(0x1C...0x1F))
        case 1: bytes.insert(UInt8(number(0x1C...0x1F)), at: place)
        case 2: replaceDigits(&bytes, from: place)
        case 3:
            guard let separator = bytes[place...].firstIndex(where: { 0x1C...0x1F ~= $0 }) else { return }
            bytes.remove(at: separator)
        case 4: bytes.insert(contentsOf: Self.oddities[number(0...Self.oddities.count - 1)].utf8, at: place)
        default:
            guard let digit = bytes[place...].firstIndex(where: { 0x30...0x39 ~= $0 }) else { return }
            bytes[digit] = UInt8(number(0x30...0x39))
        }
    }

    private mutating func replaceDigits(_ bytes: inout [UInt8], from place: Int) {
        guard let start = bytes[place...].firstIndex(where: { 0x30...0x39 ~= $0 }) else { return }
        let end = bytes[start...].firstIndex { !(0x30...0x39 ~= $0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Self.oddities[number(0...Self.oddities.count - 1)].utf8)
    }

    private static let oddities = [
        "", "-1", "+1", "0", "00", "255", "256", "-FFF", "FFFF", "65535", "65536", "999999999", "9999999999", " 1",
        "1e9", "9.137:", "9.135:", "\u{1D}9.141:1\u{1F}2", "1\u{1F}2\u{1F}3", "\u{1E}\u{1E}", "٣",
    ]

    private mutating func breakLength(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let lengths: Range<Int> = format == .ansiNIST ? 6..<10 : 8..<20
        guard bytes.count >= lengths.upperBound else { return bytes }
        bytes[number(lengths.lowerBound...lengths.upperBound - 1)] &+= UInt8(number(1...3))
        return bytes
    }
}
