/// The part of a font that a text needs, as a font of its own with glyphs numbered anew.
package struct FontSubset {
    let font: TrueTypeFont
    /// The glyphs of the font, in the order of their new numbers.
    private(set) var glyphs = [0]
    /// The characters of the new numbers; nil for those that are only parts of others.
    private(set) var scalars: [Unicode.Scalar?] = [nil]
    private var numbers: [Unicode.Scalar: Int] = [:]

    package init(_ font: TrueTypeFont) { self.font = font }

    /// The new number of a character's glyph. Each character has one of its own, also where the font draws two alike:
    /// otherwise text that is copied out could not tell Latin letters from Cyrillic ones.
    ///
    /// - Returns: nil where the font has no glyph.
    package mutating func number(of scalar: Unicode.Scalar) throws(FontError) -> Int? {
        if let number = numbers[scalar] { return number }
        guard let glyph = try font.glyph(of: scalar) else { return nil }
        numbers[scalar] = glyphs.count
        glyphs.append(glyph)
        scalars.append(scalar)
        return glyphs.count - 1
    }

    /// The width of a glyph by its new number, in thousandths of an em, rounded: what the PDF file states.
    func width(_ number: Int) throws(FontError) -> Int {
        let advance = try font.metrics(of: glyphs[number]).advance
        return (advance * 1_000 + font.unitsPerEm / 2) / font.unitsPerEm
    }

    /// The font file: TrueType, without character codes, which PDF does not need here.
    package func file() throws(FontError) -> [UInt8] {
        let (glyphs, outlines) = try self.outlines()
        var glyf: [UInt8] = [], loca: [UInt8] = [], hmtx: [UInt8] = []
        for (glyph, outline) in zip(glyphs, outlines) {
            loca += Self.bytes(glyf.count, 4)
            glyf += outline
            glyf += [UInt8](repeating: 0, count: (4 - outline.count % 4) % 4)
            let metrics = try font.metrics(of: glyph)
            hmtx += Self.bytes(metrics.advance, 2) + Self.bytes(metrics.bearing & 0xFFFF, 2)
        }
        loca += Self.bytes(glyf.count, 4)
        var tables: [(String, [UInt8])] = []
        // The programs that hint outlines, where the font has them; in order of the names.
        for name in ["cvt ", "fpgm"] { font.optionalTable(name).map { tables.append((name, Array($0))) } }
        tables.append(("glyf", glyf))
        tables.append(("head", try patched("head", [(8, 0, 4), (50, 1, 2)])))
        tables.append(("hhea", try patched("hhea", [(34, glyphs.count, 2)])))
        tables.append(("hmtx", hmtx))
        tables.append(("loca", loca))
        tables.append(("maxp", try patched("maxp", [(4, glyphs.count, 2)])))
        font.optionalTable("prep").map { tables.append(("prep", Array($0))) }
        return SFNTFile.bytes(tables)
    }

    /// Adds the glyphs that others are made of, and numbers them anew in the outlines.
    private func outlines() throws(FontError) -> (glyphs: [Int], outlines: [[UInt8]]) {
        var glyphs = glyphs
        var parts: [Int: Int] = [:]
        var outlines: [[UInt8]] = []
        var checked: Set<[Int]> = []
        for glyph in self.glyphs { try checkDepth(of: glyph, CertificateLimits.compositeDepth, &checked) }
        while outlines.count < glyphs.count {
            let outline = try font.outline(of: glyphs[outlines.count])
            var bytes = Array(outline.bytes)
            for (offset, glyph) in outline.components {
                let number = parts[glyph] ?? glyphs.count
                if number == glyphs.count {
                    parts[glyph] = number
                    glyphs.append(glyph)
                }
                bytes.replaceSubrange(offset..<(offset + 2), with: Self.bytes(number, 2))
            }
            outlines.append(bytes)
        }
        return (glyphs, outlines)
    }

    /// Refuses glyphs that hold themselves; none is looked at twice, however often others hold it.
    private func checkDepth(of glyph: Int, _ left: Int, _ checked: inout Set<[Int]>) throws(FontError) {
        guard checked.insert([glyph, left]).inserted else { return }
        for (_, part) in try font.outline(of: glyph).components {
            guard left > 0, part < font.glyphCount else {
                throw .valueRefused(table: "glyf", field: "a component of glyph \(glyph)")
            }
            try checkDepth(of: part, left - 1, &checked)
        }
    }

    private func patched(_ name: String, _ values: [(Int, Int, Int)]) throws(FontError) -> [UInt8] {
        var bytes = Array(try font.table(name).bytes)
        for (offset, value, count) in values {
            bytes.replaceSubrange(offset..<(offset + count), with: Self.bytes(value, count))
        }
        return bytes
    }

    private static func bytes(_ value: Int, _ count: Int) -> [UInt8] { SFNTFile.bytes(value, count) }
}

/// A font file out of its tables.
enum SFNTFile {
    static func bytes(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// - Parameter tables: in order of their names, with `head`.
    static func bytes(_ tables: [(String, [UInt8])]) -> [UInt8] {
        let exponent = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
        let power = 16 << exponent
        var directory = bytes(0x0001_0000, 4) + bytes(tables.count, 2) + bytes(power, 2) + bytes(exponent, 2)
            + bytes(16 * tables.count - power, 2)
        var body: [UInt8] = []
        var head = 0
        let start = 12 + 16 * tables.count
        for (name, table) in tables {
            if name == "head" { head = start + body.count }
            directory += Array(name.utf8) + bytes(checkSum(table), 4) + bytes(start + body.count, 4)
                + bytes(table.count, 4)
            body += table + [UInt8](repeating: 0, count: (4 - table.count % 4) % 4)
        }
        var file = directory + body
        // checkSumAdjustment: OpenType, table head.
        file.replaceSubrange((head + 8)..<(head + 12), with: bytes(0xB1B0_AFBA &- checkSum(file), 4))
        return file
    }

    private static func checkSum(_ bytes: [UInt8]) -> Int {
        stride(from: 0, to: bytes.count, by: 4).reduce(0) { sum, start in
            let word = (start..<(start + 4)).reduce(0) { $0 << 8 | ($1 < bytes.count ? Int(bytes[$1]) : 0) }
            return (sum + word) & 0xFFFF_FFFF
        }
    }
}
