/// One table of a font, read with bounds: numbers are big-endian (OpenType, "The OpenType font file").
struct FontTable {
    let name: String
    let bytes: ArraySlice<UInt8>

    var count: Int { bytes.count }

    /// A part of the table.
    func slice(_ offset: Int, _ length: Int) throws(FontError) -> ArraySlice<UInt8> {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            throw .truncated(table: name)
        }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + length)]
    }

    func u16(_ offset: Int) throws(FontError) -> Int {
        try slice(offset, 2).reduce(0) { $0 << 8 | Int($1) }
    }

    func i16(_ offset: Int) throws(FontError) -> Int {
        Int(Int16(truncatingIfNeeded: try u16(offset)))
    }

    func u32(_ offset: Int) throws(FontError) -> Int {
        try slice(offset, 4).reduce(0) { $0 << 8 | Int($1) }
    }

    func refuse(_ field: String) -> FontError { .valueRefused(table: name, field: field) }
}
