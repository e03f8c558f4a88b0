/// A subset as a font of a PDF file: glyphs by number, with their characters beside them for copying and searching
/// (ISO 32000-1, 9.7.4, 9.10.3).
enum PDFFont {
    /// Adds the font; the number of its dictionary.
    static func add(_ subset: FontSubset, named name: String, bold: Bool, to objects: inout PDFObjects)
        throws(FontError) -> Int
    {
        let data = try subset.file()
        let file = objects.addStream("/Length1 \(data.count) ", data)
        let descriptor = objects.add(try descriptor(subset, name, bold: bold, file: file))
        var widths: [String] = []
        for number in subset.glyphs.indices { widths.append("\(try subset.width(number))") }
        let descendant = objects.add(
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /\(name)
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
            /FontDescriptor \(descriptor) 0 R /CIDToGIDMap /Identity /W [0 [\(widths.joined(separator: " "))]] >>
            """)
        let unicode = objects.addStream("", Array(characters(of: subset).utf8))
        return objects.add(
            """
            << /Type /Font /Subtype /Type0 /BaseFont /\(name) /Encoding /Identity-H
            /DescendantFonts [\(descendant) 0 R] /ToUnicode \(unicode) 0 R >>
            """)
    }

    private static func descriptor(
        _ subset: FontSubset, _ name: String, bold: Bool, file: Int
    ) throws(FontError) -> String {
        let font = subset.font
        func scaled(_ value: Int) -> Int { value * 1_000 / font.unitsPerEm }
        let capital = try font.glyph(of: "H").map { glyph throws(FontError) in try font.outline(of: glyph).top }
        let bounds = font.bounds.map { "\(scaled($0))" }.joined(separator: " ")
        // Flags: symbolic, since glyphs are chosen by number. StemV is not in the font; these are usual values.
        return """
            << /Type /FontDescriptor /FontName /\(name) /Flags 4 /FontBBox [\(bounds)] /ItalicAngle 0
            /Ascent \(scaled(font.ascent)) /Descent \(scaled(font.descent))
            /CapHeight \(scaled(capital ?? font.ascent)) /StemV \(bold ? 140 : 80) /FontFile2 \(file) 0 R >>
            """
    }

    private static func characters(of subset: FontSubset) -> String {
        let pairs = subset.scalars.enumerated().compactMap { number, scalar in
            scalar.map { scalar in
                let units = String(scalar).utf16.map { PDFNumber.hex4(Int($0)) }.joined()
                return "<\(PDFNumber.hex4(number))> <\(units)>"
            }
        }
        // A block has 100 pairs at most.
        let blocks = stride(from: 0, to: pairs.count, by: 100).map { start in
            let block = pairs[start..<min(start + 100, pairs.count)]
            return "\(block.count) beginbfchar\n\(block.joined(separator: "\n"))\nendbfchar\n"
        }
        return """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            \(blocks.joined())endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }
}
