import TamgaKernels

extension Selftest.Check {
    /// S1 within a rotation of 60 degrees.
    static let scan = scan("S1", gate: 43)
    /// S1 at any rotation.
    static let scanAnyRotation = scan("S1-any-rotation", gate: 128)

    private static func scan(_ name: String, gate: Int) -> Selftest.Check {
        Selftest.Check(name: name) { level in
            var random = Generator(state: 0x5E1F)
            var hash = Hash()
            let rows = GeneratedRows(sizes: (0..<48).map { ($0 * 37) % 65 }, &random)
            for size in [0, 1, 7, 8, 9, 40, 64] {
                let probe = GeneratedRows(sizes: [size], &random)
                let weights = probe.angles.map { _ in UInt8(truncatingIfNeeded: random.next()) }
                let lanes = ProbeLanes(
                    signatures: probe.signatures, angles: probe.angles, weights: weights, gate: gate)
                for score in rows.scores(of: lanes, level: level) { hash.add(UInt64(bitPattern: Int64(score))) }
            }
            return hash.value
        }
    }
}

/// Minutiae of rows whose signatures lie near each other, so that scores are not all zero.
struct GeneratedRows: Sendable {
    private(set) var signatures: [UInt64] = []
    private(set) var angles: [UInt8] = []
    private(set) var ends: [UInt32] = []

    init(sizes: [Int], _ random: inout Generator) {
        for size in sizes {
            angles += (0..<size).map { _ in UInt8(truncatingIfNeeded: random.next()) }.sorted()
            // Three words and-ed: one bit in eight is set, so distances lie about 28.
            for _ in 0..<2 * size { signatures.append(random.next() & random.next() & random.next()) }
            ends.append(UInt32(angles.count))
        }
    }

    func scores(of lanes: ProbeLanes, level: KernelLevel) -> [Int32] {
        var scores = [Int32](repeating: -1, count: ends.count)
        SignatureScan.score(
            lanes, signatures: signatures, angles: angles, ends: ends, into: &scores, level: level)
        return scores
    }
}
