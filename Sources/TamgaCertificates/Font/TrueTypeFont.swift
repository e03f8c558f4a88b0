/// A TrueType font, as far as setting and embedding text need it (OpenType 1.9: head, hhea, hmtx, maxp, loca, glyf,
/// cmap).
package struct TrueTypeFont: Sendable {
    private let tables: [String: ArraySlice<UInt8>]
    let unitsPerEm: Int
    /// xMin, yMin, xMax, yMax of all glyphs, in font units.
    let bounds: [Int]
    let ascent: Int
    let descent: Int
    let glyphCount: Int
    private let metricsCount: Int
    private let isLongLoca: Bool
    private let characters: CharacterMap

    /// - Throws: any ``FontError``; glyphs are looked at when they are asked for.
    package init(_ file: [UInt8]) throws(FontError) {
        guard file.count <= CertificateLimits.fontBytes else { throw .tooLong(bytes: file.count) }
        tables = try Self.directory(of: file)
        let tables = tables
        func table(_ name: String) throws(FontError) -> FontTable { try Self.table(name, tables) }
        let head = try table("head")
        unitsPerEm = try head.u16(18)
        guard (16...16_384).contains(unitsPerEm) else { throw head.refuse("unitsPerEm") }
        bounds = [try head.i16(36), try head.i16(38), try head.i16(40), try head.i16(42)]
        let locaFormat = try head.u16(50)
        guard locaFormat <= 1, head.count >= 54 else { throw head.refuse("indexToLocFormat") }
        isLongLoca = locaFormat == 1
        let hhea = try table("hhea")
        ascent = try hhea.i16(4)
        descent = try hhea.i16(6)
        metricsCount = try hhea.u16(34)
        let maxp = try table("maxp")
        glyphCount = try maxp.u16(4)
        guard glyphCount > 0, maxp.count >= 32 else { throw maxp.refuse("numGlyphs") }
        guard (1...glyphCount).contains(metricsCount) else { throw hhea.refuse("numberOfHMetrics") }
        _ = try table("hmtx").slice(0, 4 * metricsCount + 2 * (glyphCount - metricsCount))
        _ = try table("loca").slice(0, (glyphCount + 1) * (isLongLoca ? 4 : 2))
        _ = try table("glyf")
        characters = try CharacterMap(table("cmap"))
    }

    private static func directory(of file: [UInt8]) throws(FontError) -> [String: ArraySlice<UInt8>] {
        let whole = FontTable(name: "directory", bytes: file[...])
        guard file.count >= 12, [0x0001_0000, 0x7472_7565].contains(try whole.u32(0)) else { throw .notTrueType }
        let count = try whole.u16(4)
        guard (1...CertificateLimits.fontTables).contains(count) else { throw whole.refuse("numTables") }
        var tables: [String: ArraySlice<UInt8>] = [:]
        for index in 0..<count {
            let entry = 12 + 16 * index
            let name = String(decoding: try whole.slice(entry, 4), as: UTF8.self)
            let start = try whole.u32(entry + 8), length = try whole.u32(entry + 12)
            guard start <= file.count, length <= file.count - start else { throw .truncated(table: name) }
            guard tables.updateValue(file[start..<(start + length)], forKey: name) == nil else {
                throw whole.refuse("table \(name) twice")
            }
        }
        return tables
    }

    private static func table(
        _ name: String, _ tables: [String: ArraySlice<UInt8>]
    ) throws(FontError) -> FontTable {
        guard let bytes = tables[name] else { throw .tableMissing(name) }
        return FontTable(name: name, bytes: bytes)
    }

    func table(_ name: String) throws(FontError) -> FontTable { try Self.table(name, tables) }

    /// A table that may not be there.
    func optionalTable(_ name: String) -> ArraySlice<UInt8>? { tables[name] }

    /// The glyph of a character; nil where the font has none.
    package func glyph(of scalar: Unicode.Scalar) throws(FontError) -> Int? {
        let glyph = try characters.glyph(of: scalar)
        guard glyph < glyphCount else { throw .valueRefused(table: "cmap", field: "glyph of U+\(scalar.value)") }
        return glyph == 0 ? nil : glyph
    }

    /// The width of a glyph and the bearing at its left, in font units.
    func metrics(of glyph: Int) throws(FontError) -> (advance: Int, bearing: Int) {
        let table = try table("hmtx")
        guard glyph >= metricsCount else { return (try table.u16(4 * glyph), try table.i16(4 * glyph + 2)) }
        let bearing = try table.i16(4 * metricsCount + 2 * (glyph - metricsCount))
        return (try table.u16(4 * (metricsCount - 1)), bearing)
    }

    /// What the table `glyf` has of a glyph; empty for blanks.
    package func outline(of glyph: Int) throws(FontError) -> GlyphOutline {
        let loca = try table("loca")
        let start = isLongLoca ? try loca.u32(4 * glyph) : 2 * (try loca.u16(2 * glyph))
        let end = isLongLoca ? try loca.u32(4 * glyph + 4) : 2 * (try loca.u16(2 * glyph + 2))
        guard start <= end else { throw loca.refuse("offset of glyph \(glyph)") }
        return try GlyphOutline(FontTable(name: "glyf", bytes: try table("glyf").slice(start, end - start)))
    }
}
