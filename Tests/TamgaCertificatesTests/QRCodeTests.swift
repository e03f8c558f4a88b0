import TamgaCertificates
import TamgaTestSupport
import Testing

/// The encoder of QR codes, read back by one that shares nothing with it.
@Suite struct QRCodeTests {
    /// ISO/IEC 18004:2015, annex I.2: the symbols of 01234567 in version 1-M.
    @Test func theCheckSymbolsOfTheStandard() {
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
        ]
        let checks: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        #expect(ReedSolomon.checkSymbols(of: data, count: 10) == checks)
        #expect(PlainCodeReader.isCodeword(data + checks, 10))
        #expect(!PlainCodeReader.isCodeword(data + checks.reversed(), 10))
    }

    /// ISO/IEC 18004:2015, table 7: bytes at level M.
    @Test func theCapacitiesOfTheStandard() {
        #expect(CodeVersion.all.map(\.byteCapacity) == [
            14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
            711, 779, 857, 911, 997, 1_059, 1_125, 1_190, 1_264, 1_370, 1_452, 1_538, 1_628, 1_722, 1_809, 1_911,
            1_989, 2_099, 2_213, 2_331,
        ])
        #expect(CodeVersion.all.last?.byteCapacity == CertificateLimits.codeTextBytes)
        #expect(CodeVersion(forBytes: 14)?.number == 1 && CodeVersion(forBytes: 15)?.number == 2)
        #expect(CodeVersion(forBytes: 2_332) == nil)
    }

    @Test func everyVersionAndEveryMaskIsRead() throws {
        var generator = SeededGenerator(seed: 5)
        for version in CodeVersion.all {
            for mask in 0..<8 {
                let text = (0..<(version.byteCapacity - mask)).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let code = try #require(QRCode(text, mask: mask))
                let read = try PlainCodeReader(size: code.size) { code[$0, $1] }
                #expect(read.text == text && read.mask == mask && read.version == version.number)
            }
        }
    }

    @Test func everyLengthOfTheSmallestIsRead() throws {
        for length in 0...26 {
            let text = [UInt8](repeating: 0xA5, count: length)
            let code = try #require(QRCode(text))
            let read = try PlainCodeReader(size: code.size) { code[$0, $1] }
            #expect(read.text == text && read.mask == code.mask)
        }
        #expect(QRCode([UInt8](repeating: 0, count: 2_331)) != nil)
        #expect(QRCode([UInt8](repeating: 0, count: 2_332)) == nil)
        #expect(QRCode([1], mask: 8) == nil)
    }

    /// Any module that is not as it was is seen by the reader, or it would prove nothing.
    @Test func theReaderSeesEveryModule() throws {
        let text = Array("TAMGA1:abc".utf8)
        let code = try #require(QRCode(text))
        for place in 0..<(code.size * code.size) {
            let read = try? PlainCodeReader(size: code.size) { row, column in
                code[row, column] != (row * code.size + column == place)
            }
            #expect(read == nil, "module \(place)")
        }
    }

    /// The mask taken is the one of least penalty, counted here from the standard once more.
    @Test func theMaskOfLeastPenaltyIsTaken() throws {
        var generator = SeededGenerator(seed: 6)
        for length in Array(1...60) + [130, 270] {
            let text = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let penalties = try (0..<8).map { mask in penalty(try #require(QRCode(text, mask: mask))) }
            let code = try #require(QRCode(text))
            #expect(penalties[code.mask] == penalties.min())
        }
    }

    private func penalty(_ code: QRCode) -> Int {
        let grid = (0..<code.size).map { row in (0..<code.size).map { code[row, $0] ? "1" : "0" }.joined() }
        let turned = (0..<code.size).map { column in (0..<code.size).map { code[$0, column] ? "1" : "0" }.joined() }
        var sum = 0
        for line in grid + turned {
            let runs = line.split(separator: "0") + line.split(separator: "1")
            for run in runs where run.count >= 5 { sum += run.count - 2 }
            let wide = "0000\(line)0000"
            sum += 40 * (count("10111010000", in: wide) + count("00001011101", in: wide))
        }
        let size = code.size
        for row in 0..<(size - 1) {
            for column in 0..<(size - 1) {
                let dark = [code[row, column], code[row, column + 1], code[row + 1, column], code[row + 1, column + 1]]
                if Set(dark).count == 1 { sum += 3 }
            }
        }
        let dark = grid.joined().count { $0 == "1" }
        let percent = Double(dark) * 100 / Double(size * size)
        return sum + 10 * Int(abs(percent - 50) / 5)
    }

    private func count(_ pattern: String, in line: String) -> Int {
        let (line, pattern) = (Array(line.utf8), Array(pattern.utf8))
        return (0...(line.count - pattern.count)).count { line[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
