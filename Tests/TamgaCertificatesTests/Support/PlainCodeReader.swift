/// Reads QR codes of byte mode, level M, written from ISO/IEC 18004 by itself: it shares nothing with the encoder,
/// looks up what that one computes and computes what that one looks up.
/// It corrects nothing: every check symbol must fit.
struct PlainCodeReader {
    enum Failure: Error, Equatable {
        case size(Int), format(Int), version, pattern(row: Int, column: Int), checkSymbols(block: Int), mode(Int)
        case padding
    }

    private(set) var text: [UInt8] = []
    let version: Int
    private(set) var mask = 0

    private let size: Int
    private let isDark: (Int, Int) -> Bool
    private var fixed: Set<Int> = []

    /// - Parameter isDark: of row and column.
    init(size: Int, isDark: @escaping (Int, Int) -> Bool) throws {
        guard size >= 21, size <= 177, size % 4 == 1 else { throw Failure.size(size) }
        (self.size, self.isDark, version) = (size, isDark, (size - 17) / 4)
        try checkFinders()
        try checkTiming()
        try checkAlignment()
        try checkVersion()
        let mask = try format()
        let bits = data(mask)
        text = try Self.text(of: Self.deinterleaved(bits, version), version)
        self.mask = mask
    }

    private mutating func expect(_ row: Int, _ column: Int, _ dark: Bool) throws {
        guard isDark(row, column) == dark else { throw Failure.pattern(row: row, column: column) }
        fixed.insert(row * size + column)
    }

    private static let finder = [
        "1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111",
    ].map { $0.map { $0 == "1" } }

    private mutating func checkFinders() throws {
        for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] {
            for row in -1...7 {
                for column in -1...7 {
                    let (y, x) = (top + row, left + column)
                    guard (0..<size).contains(y), (0..<size).contains(x) else { continue }
                    let inside = (0...6).contains(row) && (0...6).contains(column)
                    try expect(y, x, inside && Self.finder[row][column])
                }
            }
        }
    }

    private mutating func checkTiming() throws {
        for place in 8..<(size - 8) {
            try expect(6, place, place % 2 == 0)
            try expect(place, 6, place % 2 == 0)
        }
    }

    /// Table E.1.
    private static let centres: [[Int]] = [
        [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50],
        [6, 30, 54], [6, 32, 58], [6, 34, 62], [6, 26, 46, 66], [6, 26, 48, 70], [6, 26, 50, 74], [6, 30, 54, 78],
        [6, 30, 56, 82], [6, 30, 58, 86], [6, 34, 62, 90], [6, 28, 50, 72, 94], [6, 26, 50, 74, 98],
        [6, 30, 54, 78, 102], [6, 28, 54, 80, 106], [6, 32, 58, 84, 110], [6, 30, 58, 86, 114], [6, 34, 62, 90, 118],
        [6, 26, 50, 74, 98, 122], [6, 30, 54, 78, 102, 126], [6, 26, 52, 78, 104, 130], [6, 30, 56, 82, 108, 134],
        [6, 34, 60, 86, 112, 138], [6, 30, 58, 86, 114, 142], [6, 34, 62, 90, 118, 146],
        [6, 30, 54, 78, 102, 126, 150], [6, 24, 50, 76, 102, 128, 154], [6, 28, 54, 80, 106, 132, 158],
        [6, 32, 58, 84, 110, 136, 162], [6, 26, 54, 82, 110, 138, 166], [6, 30, 58, 86, 114, 142, 170],
    ]
    private static let alignment = ["11111", "10001", "10101", "10001", "11111"].map { $0.map { $0 == "1" } }

    private mutating func checkAlignment() throws {
        let centres = Self.centres[version - 1]
        for row in centres {
            for column in centres {
                let isFinder = row < 9 && column < 9 || row < 9 && column > size - 10 || row > size - 10 && column < 9
                for y in 0..<5 where !isFinder {
                    for x in 0..<5 { try expect(row - 2 + y, column - 2 + x, Self.alignment[y][x]) }
                }
            }
        }
    }

    /// The number, and that the check bits fit: all words of Table D.1 differ in 8 places or more, so one that is
    /// divisible by the generator and has the right number is the right one.
    private mutating func checkVersion() throws {
        guard version >= 7 else { return }
        var words = (0, 0)
        for place in (0..<18).reversed() {
            let (far, near) = (size - 11 + place % 3, place / 3)
            words.0 = words.0 * 2 + (isDark(near, far) ? 1 : 0)
            words.1 = words.1 * 2 + (isDark(far, near) ? 1 : 0)
            fixed.formUnion([near * size + far, far * size + near])
        }
        var rest = words.0
        for shift in (0...5).reversed() where rest >> (shift + 12) & 1 == 1 { rest ^= 0b1_1111_0010_0101 << shift }
        guard words.0 == words.1, words.0 >> 12 == version, rest == 0 else { throw Failure.version }
    }

    /// Level M, masks 0 to 7: Table C.1, masked.
    private static let formats = [
        0b101010000010010, 0b101000100100101, 0b101111001111100, 0b101101101001011, 0b100010111111001,
        0b100000011001110, 0b100111110010111, 0b100101010100000,
    ]

    private mutating func format() throws -> Int {
        // Highest bit first: along row 8 to the corner, then up column 8; up from the lower left, then along row 8.
        let near = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8)]
            + [7, 5, 4, 3, 2, 1, 0].map { ($0, 8) }
        let far = (1...7).map { (size - $0, 8) } + (0..<8).map { (8, size - 8 + $0) }
        let words = [near, far].map { $0.reduce(0) { $0 * 2 + (isDark($1.0, $1.1) ? 1 : 0) } }
        guard let mask = Self.formats.firstIndex(of: words[0]), words[0] == words[1] else {
            throw Failure.format(words[0])
        }
        for (row, column) in near + far { fixed.insert(row * size + column) }
        try expect(size - 8, 8, true)
        return mask
    }

    private func data(_ mask: Int) -> [Bool] {
        let rules: [(Int, Int) -> Bool] = [
            { ($0 + $1) % 2 == 0 }, { y, _ in y % 2 == 0 }, { $1 % 3 == 0 }, { ($0 + $1) % 3 == 0 },
            { ($0 / 2 + $1 / 3) % 2 == 0 }, { ($0 * $1) % 2 + ($0 * $1) % 3 == 0 },
            { (($0 * $1) % 2 + ($0 * $1) % 3) % 2 == 0 }, { (($0 + $1) % 2 + ($0 * $1) % 3) % 2 == 0 },
        ]
        var bits: [Bool] = []
        var column = size - 1
        var rows = Array((0..<size).reversed())
        while column > 0 {
            if column == 6 { column -= 1 }
            for row in rows {
                for x in [column, column - 1] where !fixed.contains(row * size + x) {
                    bits.append(isDark(row, x) != rules[mask](row, x))
                }
            }
            rows.reverse()
            column -= 2
        }
        return bits
    }

    /// Table 9, level M: check symbols of a block, then number and length of the data of the blocks.
    private static let blocks: [(Int, [(Int, Int)])] = [
        (10, [(1, 16)]), (16, [(1, 28)]), (26, [(1, 44)]), (18, [(2, 32)]), (24, [(2, 43)]), (16, [(4, 27)]),
        (18, [(4, 31)]), (22, [(2, 38), (2, 39)]), (22, [(3, 36), (2, 37)]), (26, [(4, 43), (1, 44)]),
        (30, [(1, 50), (4, 51)]), (22, [(6, 36), (2, 37)]), (22, [(8, 37), (1, 38)]), (24, [(4, 40), (5, 41)]),
        (24, [(5, 41), (5, 42)]), (28, [(7, 45), (3, 46)]), (28, [(10, 46), (1, 47)]), (26, [(9, 43), (4, 44)]),
        (26, [(3, 44), (11, 45)]), (26, [(3, 41), (13, 42)]), (26, [(17, 42)]), (28, [(17, 46)]),
        (28, [(4, 47), (14, 48)]), (28, [(6, 45), (14, 46)]), (28, [(8, 47), (13, 48)]), (28, [(19, 46), (4, 47)]),
        (28, [(22, 45), (3, 46)]), (28, [(3, 45), (23, 46)]), (28, [(21, 45), (7, 46)]), (28, [(19, 47), (10, 48)]),
        (28, [(2, 46), (29, 47)]), (28, [(10, 46), (23, 47)]), (28, [(14, 46), (21, 47)]), (28, [(14, 46), (23, 47)]),
        (28, [(12, 47), (26, 48)]), (28, [(6, 47), (34, 48)]), (28, [(29, 46), (14, 47)]), (28, [(13, 46), (32, 47)]),
        (28, [(40, 47), (7, 48)]), (28, [(18, 47), (31, 48)]),
    ]

    private static func deinterleaved(_ bits: [Bool], _ version: Int) throws -> [UInt8] {
        let (checks, groups) = blocks[version - 1]
        let lengths = groups.flatMap { [Int](repeating: $0.1, count: $0.0) }
        var symbols = stride(from: 0, to: bits.count - 7, by: 8).map { start in
            (0..<8).reduce(UInt8(0)) { $0 * 2 + (bits[start + $1] ? 1 : 0) }
        }[...]
        var parts = lengths.map { _ in [UInt8]() }
        for place in 0..<(lengths.max() ?? 0) {
            for block in lengths.indices where place < lengths[block] { parts[block].append(symbols.removeFirst()) }
        }
        let data = parts
        for _ in 0..<checks {
            for block in lengths.indices { parts[block].append(symbols.removeFirst()) }
        }
        for (block, part) in parts.enumerated() where !isCodeword(part, checks) {
            throw Failure.checkSymbols(block: block)
        }
        return data.flatMap { $0 }
    }

    /// Whether the polynomial is 0 at 2^0 ... 2^(count - 1).
    static func isCodeword(_ symbols: [UInt8], _ count: Int) -> Bool {
        var root: UInt8 = 1
        for _ in 0..<count {
            guard symbols.reduce(0, { times($0, root) ^ $1 }) == 0 else { return false }
            root = times(root, 2)
        }
        return true
    }

    /// By shifting and adding.
    private static func times(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var (product, factor, rest) = (0, Int(one), other)
        while rest > 0 {
            if rest & 1 == 1 { product ^= factor }
            factor = factor << 1 ^ (factor & 0x80 != 0 ? 0x11D : 0)
            rest >>= 1
        }
        return UInt8(product)
    }

    private static func text(of data: [UInt8], _ version: Int) throws -> [UInt8] {
        var bits = data.flatMap { byte -> [Bool] in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }[...]
        func take(_ count: Int) -> Int {
            defer { bits = bits.dropFirst(count) }
            return bits.prefix(count).reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
        }
        let mode = take(4)
        guard mode == 4 else { throw Failure.mode(mode) }
        let count = take(version < 10 ? 8 : 16)
        let text = (0..<count).map { _ in UInt8(take(8)) }
        guard take(min(4, bits.count)) == 0, take(bits.count % 8) == 0 else { throw Failure.padding }
        for place in 0..<(bits.count / 8) where take(8) != [0xEC, 0x11][place % 2] { throw Failure.padding }
        return text
    }
}
