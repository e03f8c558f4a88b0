/// One of the forty sizes of a QR code, at error correction level M (ISO/IEC 18004:2015, tables 1, 7, 9 and E.1).
package struct CodeVersion: Hashable, Sendable {
    /// 1 to 40.
    package let number: Int

    package static let all = (1...40).map { CodeVersion(number: $0) }

    private init(number: Int) { self.number = number }

    /// The smallest that has room for so many bytes; nil where none has.
    package init?(forBytes count: Int) {
        guard let version = Self.all.first(where: { $0.byteCapacity >= count }) else { return nil }
        self = version
    }

    /// Modules on a side.
    package var size: Int { 17 + 4 * number }
    /// Blocks that are corrected separately.
    var blocks: Int { Self.blocks[number - 1] }
    /// Check symbols of each block.
    var checkSymbols: Int { Self.checkSymbols[number - 1] }
    /// Data and check symbols.
    var symbols: Int { dataModules / 8 }
    var dataSymbols: Int { symbols - blocks * checkSymbols }
    /// Bits of the count of bytes in byte mode.
    var countBits: Int { number < 10 ? 8 : 16 }
    /// Bytes of text, in byte mode.
    package var byteCapacity: Int { (dataSymbols * 8 - 4 - countBits) / 8 }

    /// Modules that hold data: all but patterns, format and version.
    private var dataModules: Int {
        let grid = size * size - 3 * 64 - 2 * 15 - 1 - 2 * (size - 16)
        guard number > 1 else { return grid }
        let steps = number / 7 + 2
        // All alignment patterns but three in the corners; those on the timing patterns share five modules with them.
        let patterns = 25 * (steps * steps - 3) - 10 * (steps - 2)
        return grid - patterns - (number >= 7 ? 36 : 0)
    }

    /// Where the centres of alignment patterns are, in rows and columns.
    var alignmentCentres: [Int] {
        guard number > 1 else { return [] }
        let steps = number / 7 + 2
        // Table E.1 follows this rule, but for version 32.
        let step = number == 32 ? 26 : (number * 4 + steps * 2 + 1) / (steps * 2 - 2) * 2
        return [6] + (0..<(steps - 1)).reversed().map { size - 7 - step * $0 }
    }

    private static let checkSymbols = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
        26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ]
    private static let blocks = [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
        17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49,
    ]
}
