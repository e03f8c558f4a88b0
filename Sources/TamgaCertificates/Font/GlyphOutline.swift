/// The outline of a glyph: curves of its own, or other glyphs put together (OpenType, table glyf).
package struct GlyphOutline {
    /// As they stand in the font; empty for blanks.
    package let bytes: ArraySlice<UInt8>
    /// Where in the bytes the numbers of other glyphs stand, and these.
    let components: [(offset: Int, glyph: Int)]
    /// The upper edge, in font units; 0 for blanks.
    let top: Int

    init(_ table: FontTable) throws(FontError) {
        bytes = table.bytes
        guard table.count > 0 else {
            (components, top) = ([], 0)
            return
        }
        let contours = try table.i16(0)
        top = try table.i16(8)
        if contours < 0 {
            components = try Self.components(table)
        } else {
            components = []
            try Self.check(table, contours: contours)
        }
    }

    private static func components(_ table: FontTable) throws(FontError) -> [(offset: Int, glyph: Int)] {
        var components: [(offset: Int, glyph: Int)] = []
        var offset = 10
        var flags = ComponentFlags.more
        while flags.contains(.more) {
            flags = ComponentFlags(rawValue: try table.u16(offset))
            components.append((offset + 2, try table.u16(offset + 2)))
            offset += 4 + flags.argumentBytes
            _ = try table.slice(0, offset)
        }
        if flags.contains(.instructions) { _ = try table.slice(0, offset + 2 + (try table.u16(offset))) }
        return components
    }

    /// That contours, instructions, flags and coordinates are all there.
    private static func check(_ table: FontTable, contours: Int) throws(FontError) {
        var points = 0
        for contour in 0..<contours {
            let end = try table.u16(10 + 2 * contour)
            guard end + 1 > points else { throw table.refuse("the end of a contour") }
            points = end + 1
        }
        var offset = 10 + 2 * contours
        offset += 2 + (try table.u16(offset))
        var coordinates = 0
        var seen = 0
        while seen < points {
            guard let flag = try table.slice(offset, 1).first else { throw .truncated(table: table.name) }
            let isRepeated = flag & 8 != 0
            let times = isRepeated ? 1 + Int(try table.slice(offset + 1, 1).first ?? 0) : 1
            offset += isRepeated ? 2 : 1
            seen += times
            let x = flag & 2 != 0 ? 1 : flag & 16 != 0 ? 0 : 2
            let y = flag & 4 != 0 ? 1 : flag & 32 != 0 ? 0 : 2
            coordinates += times * (x + y)
        }
        guard seen == points else { throw table.refuse("a flag repeated beyond the points") }
        _ = try table.slice(offset, coordinates)
    }
}

/// What a component says of itself.
private struct ComponentFlags: OptionSet {
    let rawValue: Int

    static let words = ComponentFlags(rawValue: 1)
    static let scale = ComponentFlags(rawValue: 8)
    static let more = ComponentFlags(rawValue: 0x20)
    static let twoScales = ComponentFlags(rawValue: 0x40)
    static let matrix = ComponentFlags(rawValue: 0x80)
    static let instructions = ComponentFlags(rawValue: 0x100)

    var argumentBytes: Int {
        (contains(.words) ? 4 : 2) + (contains(.scale) ? 2 : contains(.twoScales) ? 4 : contains(.matrix) ? 8 : 0)
    }
}
