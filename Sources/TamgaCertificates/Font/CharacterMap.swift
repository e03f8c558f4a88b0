/// The glyphs of characters (OpenType, table cmap, formats 4 and 12).
struct CharacterMap {
    private enum Format {
        case segments(count: Int)
        case groups(count: Int)
    }

    private let table: FontTable
    private let format: Format

    /// Takes the largest of Unicode's tables: that of all planes before that of the first.
    init(_ cmap: FontTable) throws(FontError) {
        let count = try cmap.u16(2)
        guard count <= CertificateLimits.characterMaps else { throw cmap.refuse("numTables") }
        var best: (rank: Int, offset: Int)?
        for index in 0..<count {
            let entry = 4 + 8 * index
            let rank = Self.rank(platform: try cmap.u16(entry), encoding: try cmap.u16(entry + 2))
            let offset = try cmap.u32(entry + 4)
            let format = try cmap.u16(offset)
            if (format == 4 || format == 12), rank > best?.rank ?? 0 { best = (rank, offset) }
        }
        guard let offset = best?.offset else { throw .noUnicode }
        let format = try cmap.u16(offset)
        let length = format == 4 ? try cmap.u16(offset + 2) : try cmap.u32(offset + 4)
        table = FontTable(name: "cmap", bytes: try cmap.slice(offset, length))
        if format == 4 {
            let double = try table.u16(6)
            guard double >= 2, double.isMultiple(of: 2) else { throw cmap.refuse("segCountX2") }
            _ = try table.slice(16, 4 * double)
            self.format = .segments(count: double / 2)
        } else {
            let count = try table.u32(12)
            _ = try table.slice(16, 12 * count)
            self.format = .groups(count: count)
        }
    }

    /// 0: not of Unicode.
    private static func rank(platform: Int, encoding: Int) -> Int {
        switch (platform, encoding) {
        case (3, 10): 4
        case (0, 4), (0, 6): 3
        case (3, 1): 2
        case (0, 0...3): 1
        default: 0
        }
    }

    /// 0 where there is none.
    func glyph(of scalar: Unicode.Scalar) throws(FontError) -> Int {
        switch format {
        case .segments(let count): try glyph(of: Int(scalar.value), segments: count)
        case .groups(let count): try glyph(of: Int(scalar.value), groups: count)
        }
    }

    private func glyph(of code: Int, segments count: Int) throws(FontError) -> Int {
        guard code <= 0xFFFF else { return 0 }
        for index in 0..<count where try table.u16(14 + 2 * index) >= code {
            let starts = 16 + 2 * count + 2 * index
            let start = try table.u16(starts)
            guard start <= code else { return 0 }
            let delta = try table.u16(starts + 2 * count)
            let place = starts + 4 * count
            let range = try table.u16(place)
            guard range != 0 else { return (code + delta) & 0xFFFF }
            let glyph = try table.u16(place + range + 2 * (code - start))
            return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF
        }
        return 0
    }

    private func glyph(of code: Int, groups count: Int) throws(FontError) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            let group = 16 + 12 * middle
            if try table.u32(group + 4) < code {
                low = middle + 1
            } else if try table.u32(group) > code {
                high = middle
            } else {
                return try table.u32(group + 8) + code - (try table.u32(group))
            }
        }
        return 0
    }
}
