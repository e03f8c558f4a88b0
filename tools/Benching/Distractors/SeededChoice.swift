import TamgaSynthesis

/// Choices that are a function of a seed.
struct SeededChoice: Sendable {
    private var stream: SeededStream

    init(seed: UInt64) {
        stream = SeededStream(seed: seed, path: 0x6368_6f69_6365)
    }

    /// A number from 0 up to, not including, the limit.
    mutating func below(_ limit: Int) -> Int { stream.uniform(0...limit - 1) }
}
