/// A set of numbers that lie close together: a bit for each where they do.
struct NumberSet {
    /// Numbers of a block.
    private static let blockNumbers: UInt64 = 4_096
    private var blocks: [UInt64: [UInt64]] = [:]

    /// Puts the number in; false if it was there.
    mutating func insert(_ number: UInt64) -> Bool {
        let (word, bit) = Self.place(number)
        var block = blocks[number / Self.blockNumbers, default: Self.emptyBlock]
        guard block[word] & bit == 0 else { return false }
        // The one in the dictionary is let go of first, so that nothing is copied.
        blocks[number / Self.blockNumbers] = nil
        block[word] |= bit
        blocks[number / Self.blockNumbers] = block
        return true
    }

    func contains(_ number: UInt64) -> Bool {
        let (word, bit) = Self.place(number)
        return blocks[number / Self.blockNumbers].map { $0[word] & bit != 0 } ?? false
    }

    private static let emptyBlock = [UInt64](repeating: 0, count: Int(blockNumbers / 64))

    private static func place(_ number: UInt64) -> (word: Int, bit: UInt64) {
        (Int(number % blockNumbers / 64), 1 << (number % 64))
    }
}
