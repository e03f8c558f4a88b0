import TamgaTemplates

/// Makes the lengths of a mutated record agree with its bytes again, as far as they can be found: a record whose length
/// is wrong is refused at once, and what lies behind the length is never looked at.
struct LengthMender {
    let format: TemplateFormat

    func mend(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        switch format {
        case .iso2005, .ansi2009, .ansi2009Amendment1: put(bytes.count, 4, at: 8, in: &bytes)
        case .iso2011:
            put(bytes.count, 4, at: 8, in: &bytes)
            mendLastRepresentation(&bytes)
        case .ansi2004:
            let isLong = bytes.count > 9 && bytes[8] == 0 && bytes[9] == 0
            put(bytes.count, isLong ? 4 : 2, at: isLong ? 10 : 8, in: &bytes)
        case .iso2005CardNormal: bytes.removeLast(bytes.count % 5)
        case .iso2005CardCompact: bytes.removeLast(bytes.count % 3)
        case .ansiNIST: bytes = transaction(bytes)
        }
        return bytes
    }

    private func put(_ value: Int, _ count: Int, at offset: Int, in bytes: inout [UInt8]) {
        guard offset + count <= bytes.count else { return }
        for place in 0..<count { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - place))) }
    }

    /// The last of the representations that the others' lengths leave room for reaches to the end.
    private func mendLastRepresentation(_ bytes: inout [UInt8]) {
        guard bytes.count > 19 else { return }
        var left = Int(bytes[12]) << 8 | Int(bytes[13])
        var offset = 15
        while left > 1, offset + 4 <= bytes.count {
            let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            guard length >= 36, offset + length + 36 <= bytes.count else { break }
            offset += length
            left -= 1
        }
        put(bytes.count - offset, 4, at: offset, in: &bytes)
    }

    /// Each tagged record, up to its FS, gets its length anew.
    private func transaction(_ bytes: [UInt8]) -> [UInt8] {
        var mended: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x1C).map { $0 + 1 } ?? rest.endIndex
            let record = rest[..<end]
            rest = rest[end...]
            guard let colon = record.firstIndex(of: 0x3A),
                let stop = record.firstIndex(where: { $0 == 0x1C || $0 == 0x1D }),
                colon < stop, colon - record.startIndex < 8
            else {
                mended += record
                continue
            }
            let fixed = (colon + 1 - record.startIndex) + (record.endIndex - stop)
            var length = fixed + 1
            while "\(length)".utf8.count + fixed != length { length += 1 }
            mended += record[...colon] + Array("\(length)".utf8) + record[stop...]
        }
        return mended
    }
}
