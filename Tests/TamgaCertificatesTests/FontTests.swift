import TamgaCertificates
import TamgaTestSupport
import Testing

/// Fonts that can be embedded, and those that are refused.
@Suite(.enabled(if: Samples.hasFonts, "\(Samples.noFonts)")) struct FontTests {
    private let file: [UInt8]
    private let letters = "АБVӘҒҚҢӨҰҮҺІәғқңөұүһійё№«—"

    init() throws { file = try Samples.bytes(CertificateFonts.regularPath) }

    /// The subset of the letters; nil where the font is refused.
    private func subset(_ file: [UInt8]) throws(FontError) -> [UInt8] {
        var subset = FontSubset(try TrueTypeFont(file))
        for scalar in letters.unicodeScalars { _ = try subset.number(of: scalar) }
        return try subset.file()
    }

    /// The place of a table's entry in the directory.
    private func entry(_ name: String) throws -> Int {
        let count = Int(file[4]) << 8 | Int(file[5])
        return try #require((0..<count).map { 12 + 16 * $0 }.first { file[$0..<($0 + 4)].elementsEqual(name.utf8) })
    }

    private func number(_ bytes: [UInt8], _ offset: Int, _ count: Int = 4) -> Int {
        bytes[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// What the table `glyf` of a file has of a glyph, read by the tables alone.
    private func outline(_ glyph: Int, _ file: [UInt8]) throws -> [UInt8] {
        var tables: [String: Int] = [:]
        for place in (0..<number(file, 4, 2)).map({ 12 + 16 * $0 }) {
            tables[String(decoding: file[place..<(place + 4)], as: UTF8.self)] = number(file, place + 8)
        }
        let loca = try #require(tables["loca"]), glyf = try #require(tables["glyf"])
        let isLong = number(file, try #require(tables["head"]) + 50, 2) == 1
        func offset(_ index: Int) -> Int {
            isLong ? number(file, loca + 4 * index) : 2 * number(file, loca + 2 * index, 2)
        }
        return Array(file[(glyf + offset(glyph))..<(glyf + offset(glyph + 1))])
    }

    /// й is и and a mark: in the subset both parts are glyphs anew, under the numbers that й now has for them.
    @Test func partsOfGlyphsComeAlong() throws {
        let font = try TrueTypeFont(file)
        var part = FontSubset(font)
        let new = try #require(try part.number(of: "й"))
        let subset = try part.file()
        let (before, after) = (try outline(#require(try font.glyph(of: "й")), file), try outline(new, subset))
        try #require(before[0] & 0x80 != 0, "not made of others")
        #expect(after.count == (before.count + 3) / 4 * 4)
        var place = 10, parts = 0
        while true {
            let flags = number(before, place, 2)
            let (old, new) = (number(before, place + 2, 2), number(after, place + 2, 2))
            try #require(old != new && new < 6)
            let drawn = try outline(old, file)
            #expect(drawn.count > 12)
            #expect(try outline(new, subset).starts(with: drawn))
            parts += 1
            guard flags & 0x20 != 0 else { break }
            try #require(flags & (8 | 0x40 | 0x80) == 0, "scaled")
            place += 4 + (flags & 1 != 0 ? 4 : 2)
        }
        #expect(parts == 2)
    }

    @Test func aSubsetIsSmallAndStatesItsTables() throws {
        let subset = try subset(file)
        #expect(subset.count < file.count / 20)
        #expect(subset.prefix(4) == [0, 1, 0, 0])
        // All of it, read as numbers, adds up to what the format asks for (OpenType, head, checkSumAdjustment).
        let sum = stride(from: 0, to: subset.count, by: 4).reduce(0) { ($0 + number(subset, $1)) & 0xFFFF_FFFF }
        #expect(sum == 0xB1B0_AFBA)
    }

    @Test func lettersThatLookAlikeKeepNumbersOfTheirOwn() throws {
        var subset = FontSubset(try TrueTypeFont(file))
        let latin = try #require(try subset.number(of: "A")), cyrillic = try #require(try subset.number(of: "А"))
        #expect(latin != cyrillic)
        #expect(try subset.number(of: "A") == latin)
        #expect(try subset.number(of: "\u{10FFFD}") == nil)
    }

    /// A font that draws both with one glyph, as many do: the number is the character's all the same.
    @Test func charactersThatShareAGlyphKeepNumbersOfTheirOwn() throws {
        let font = try TrueTypeFont(file)
        let cyrillic = try #require(try font.glyph(of: "А"))
        var shared = file
        // Every group of a table of format 12 that has A now begins so many glyphs later that A is А.
        let cmap = number(file, try entry("cmap") + 8)
        for table in 0..<number(file, cmap + 2, 2) {
            let start = cmap + number(file, cmap + 8 + 8 * table)
            guard number(file, start, 2) == 12 else { continue }
            for place in (0..<number(file, start + 12)).map({ start + 16 + 12 * $0 }) {
                guard (number(file, place)...number(file, place + 4)).contains(0x41) else { continue }
                let first = cyrillic - (0x41 - number(file, place))
                shared.replaceSubrange((place + 8)..<(place + 12), with: [0, 0, UInt8(first >> 8), UInt8(first & 255)])
            }
        }
        try #require(try TrueTypeFont(shared).glyph(of: "A") == cyrillic)
        var subset = FontSubset(try TrueTypeFont(shared))
        #expect(try subset.number(of: "A") == 1)
        #expect(try subset.number(of: "А") == 2)
        #expect(try subset.number(of: "A") == 1)
    }

    @Test(arguments: ["head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"])
    func aTableThatIsMissingIsNamed(name: String) throws {
        var broken = file
        broken[try entry(name)] = UInt8(ascii: "x")
        #expect(throws: FontError.tableMissing(name)) { _ = try TrueTypeFont(broken) }
    }

    @Test(arguments: ["head", "hhea", "hmtx", "maxp", "loca", "cmap"])
    func aTableThatIsCutOffIsRefused(name: String) throws {
        var broken = file
        let place = try entry(name) + 12
        broken.replaceSubrange(place..<(place + 4), with: [0, 0, 0, 3])
        #expect(throws: FontError.truncated(table: name)) { _ = try TrueTypeFont(broken) }
        broken.replaceSubrange(place..<(place + 4), with: [255, 255, 255, 255])
        #expect(throws: FontError.truncated(table: name)) { _ = try TrueTypeFont(broken) }
    }

    @Test func otherFilesAreRefused() {
        #expect(throws: FontError.notTrueType) { _ = try TrueTypeFont([]) }
        #expect(throws: FontError.notTrueType) { _ = try TrueTypeFont(Array("OTTO".utf8) + file.dropFirst(4)) }
        let bytes = CertificateLimits.fontBytes + 1
        #expect(throws: FontError.tooLong(bytes: bytes)) { _ = try TrueTypeFont([UInt8](repeating: 0, count: bytes)) }
        #expect(throws: CertificateError.fontRefused(font: "bold", .notTrueType)) {
            _ = try CertificateFonts(regular: file, bold: [])
        }
    }

    @Test func everyCutIsRefused() throws {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let cut = Array(file.prefix(.random(in: 0..<(file.count - 4), using: &generator)))
            #expect(throws: FontError.self) { _ = try TrueTypeFont(cut) }
        }
    }

    @Test func aGlyphThatHoldsItselfIsRefused() throws {
        let font = try TrueTypeFont(file)
        let glyph = try #require(try font.glyph(of: "й"))
        let outline = Array(try font.outline(of: glyph).bytes)
        try #require(outline[0] & 0x80 != 0, "not made of others")
        let place = try #require(file.indices.first { file[$0...].starts(with: outline) })
        var broken = file
        broken.replaceSubrange((place + 12)..<(place + 14), with: [UInt8(glyph >> 8), UInt8(glyph & 255)])
        #expect(throws: FontError.valueRefused(table: "glyf", field: "a component of glyph \(glyph)")) {
            _ = try subset(broken)
        }
    }

    /// Where a changed byte is not refused, what comes out is a subset still.
    @Test func noMutationCrashes() throws {
        var generator = SeededGenerator(seed: 9)
        let tables = try ["head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"].map { name in
            let place = try entry(name)
            return (number(file, place + 8), number(file, place + 12))
        } + [(0, 12 + 16 * 20)]
        var refused = 0
        for _ in 0..<3_000 {
            var broken = file
            let (start, length) = try #require(tables.randomElement(using: &generator))
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                // The first bytes of a table steer it.
                let reach = Bool.random(using: &generator) ? min(length, 80) : length
                broken[start + .random(in: 0..<reach, using: &generator)] = .random(in: 0...255, using: &generator)
            }
            do {
                let subset = try subset(broken)
                #expect(subset.count > 12)
            } catch { refused += 1 }
        }
        #expect(refused > 300, "the mutations reached what is checked")
    }
}
