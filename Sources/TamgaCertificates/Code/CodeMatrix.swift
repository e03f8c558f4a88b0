/// The modules of a QR code in the making: which are dark, and which belong to patterns.
struct CodeMatrix {
    let version: CodeVersion
    let size: Int
    private(set) var isDark: [Bool]
    private var isPattern: [Bool]

    /// With all patterns, the version, and light where format and data will be.
    init(_ version: CodeVersion) {
        self.version = version
        size = version.size
        isDark = [Bool](repeating: false, count: size * size)
        isPattern = isDark
        drawTiming()
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        drawAlignment()
        drawVersion()
        drawFormat(mask: 0)
    }

    subscript(row: Int, column: Int) -> Bool { isDark[row * size + column] }

    private mutating func set(_ row: Int, _ column: Int, _ dark: Bool) {
        isDark[row * size + column] = dark
        isPattern[row * size + column] = true
    }

    private mutating func drawTiming() {
        for place in 0..<size {
            set(6, place, place.isMultiple(of: 2))
            set(place, 6, place.isMultiple(of: 2))
        }
    }

    /// Around its centre, with the separator.
    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for y in max(0, row - 4)...min(size - 1, row + 4) {
            for x in max(0, column - 4)...min(size - 1, column + 4) {
                let distance = max(abs(y - row), abs(x - column))
                set(y, x, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment() {
        let centres = version.alignmentCentres
        guard let last = centres.last else { return }
        for row in centres {
            for column in centres {
                // Where the finder patterns are.
                if (row, column) == (6, 6) || (row, column) == (6, last) || (row, column) == (last, 6) { continue }
                for y in (row - 2)...(row + 2) {
                    for x in (column - 2)...(column + 2) { set(y, x, max(abs(y - row), abs(x - column)) != 1) }
                }
            }
        }
    }

    /// 18 bits, twice, from version 7 on (ISO/IEC 18004:2015, 7.10).
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = version.number << 12 | Self.remainder(of: version.number << 12, by: 0x1F25, degree: 12)
        for place in 0..<18 {
            let dark = bits >> place & 1 == 1
            set(place / 3, size - 11 + place % 3, dark)
            set(size - 11 + place % 3, place / 3, dark)
        }
    }

    /// 15 bits, twice: level M and the mask (7.9).
    mutating func drawFormat(mask: Int) {
        let bits = Self.format(mask: mask)
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0..<6 { set(place, 8, bit(place)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for place in 9..<15 { set(8, 14 - place, bit(place)) }
        for place in 0..<8 { set(8, size - 1 - place, bit(place)) }
        for place in 8..<15 { set(size - 15 + place, 8, bit(place)) }
        set(size - 8, 8, true)
    }

    static func format(mask: Int) -> Int {
        // Level M is 00.
        let bits = mask << 10
        return (bits | remainder(of: bits, by: 0x537, degree: 10)) ^ 0x5412
    }

    /// Of a division of polynomials over two elements.
    private static func remainder(of value: Int, by divisor: Int, degree: Int) -> Int {
        var rest = value
        while let top = (degree..<Int.bitWidth - 1).last(where: { rest >> $0 & 1 == 1 }) {
            rest ^= divisor << (top - degree)
        }
        return rest
    }

    /// Two columns at a time from the right, up and down in turn, around the patterns (7.7.3).
    mutating func place(_ symbols: [UInt8]) {
        var isUpward = true
        var bit = 0
        for right in [Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1] {
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * size + column] {
                    // What is left over at the end stays light.
                    guard bit < symbols.count * 8 else { return }
                    isDark[row * size + column] = symbols[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
            isUpward.toggle()
        }
    }

    /// Turns the data modules that the mask names; a second time, back (7.8.2).
    mutating func apply(mask: Int) {
        for row in 0..<size {
            for column in 0..<size where !isPattern[row * size + column] && Self.isMasked(mask, row, column) {
                isDark[row * size + column].toggle()
            }
        }
    }

    private static func isMasked(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}
