/// FNV-1a of 64 bits over the bit patterns of scores in order: changes as soon as one bit of one score does.
package struct ResultHash: Hashable, Sendable {
    package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    /// Takes a score in: its four bytes, the lowest first.
    package mutating func add(_ score: Float) {
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            value = (value ^ UInt64(score.bitPattern >> shift & 0xff)) &* 0x0000_0100_0000_01b3
        }
    }

    /// 16 hexadecimal digits.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension ResultHash {
    /// The hash over the raw scores of stage B of every pair of the sets, in order of set, probe and reference.
    package init(of sets: [VerificationSet], rules: ComparisonRules, progress: any RunProgress = NoProgress()) {
        self.init()
        var clusters = ClusterNumbers()
        for (index, set) in sets.enumerated() {
            let comparing = FingerTrials(set, index: index, rules: rules, clusters: &clusters)
            progress.begin("\(set.name), raw scores", steps: comparing.count)
            for score in comparing.rawScores(progress) { add(score) }
            progress.end()
        }
    }
}
