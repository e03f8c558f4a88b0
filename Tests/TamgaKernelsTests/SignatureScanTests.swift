import TamgaKernels
import TamgaTestSupport
import Testing

@Suite struct SignatureScanTests {
    static let sizes = [0, 1, 3, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65]

    @Test(arguments: sizes) func agreesWithTheOracleAtEverySize(probeSize: Int) {
        var random = SeededGenerator(seed: 0x5C0 + UInt64(probeSize))
        let probe = Finger.random(probeSize, &random)
        for size in Self.sizes {
            let reference = Finger.relative(of: probe, size: size, &random)
            for gate in [0, 1, 30, 43, 64, 127, 128] {
                let found = scan(probe, [reference], gate: gate)
                #expect(found == [oracle(probe, reference, gate: gate)], "\(probeSize) x \(size), gate \(gate)")
            }
        }
    }

    @Test func everyGateAgreesWithTheOracle() {
        var random = SeededGenerator(seed: 77)
        let probe = Finger.random(19, &random)
        let reference = Finger.relative(of: probe, size: 23, &random)
        for gate in 0...128 {
            #expect(scan(probe, [reference], gate: gate) == [oracle(probe, reference, gate: gate)], "gate \(gate)")
        }
    }

    @Test func everyFingerOfABlockHasItsOwnScore() {
        var random = SeededGenerator(seed: 4)
        let probe = Finger.random(33, &random)
        let fingers = (Self.sizes + Self.sizes.reversed()).map { Finger.relative(of: probe, size: $0, &random) }
        #expect(scan(probe, fingers, gate: 43) == fingers.map { oracle(probe, $0, gate: 43) })
        #expect(scan(probe, [], gate: 43).isEmpty)
    }

    @Test func equalSignaturesCountFullWhateverTheyAre() {
        for word in [UInt64.min, .max, 0x5555_5555_5555_5555] {
            let finger = Finger(signatures: [word, ~word, ~word, word], angles: [3, 250])
            #expect(scan(finger, [finger], gate: 0) == [2 * 4_131])
        }
    }

    @Test(arguments: [(250, 5, 11), (5, 250, 11), (0, 255, 1), (255, 0, 1), (0, 128, 128), (64, 192, 128), (7, 7, 0)])
    func anglesWrapAround(probe: Int, reference: Int, difference: Int) {
        let one = Finger(signatures: [1, 2], angles: [UInt8(probe)])
        let other = Finger(signatures: [1, 2], angles: [UInt8(reference)])
        #expect(scan(one, [other], gate: difference) == [4_131])
        if difference > 0 { #expect(scan(one, [other], gate: difference - 1) == [0]) }
    }

    /// `u (u + 30)`, and within 60 of `4096 (u / 51)^1.5`: `w` lies between `x` and `y` where `x^2 <= square <= y^2`.
    @Test func weightsAreWhatTheirFormulaSays() {
        for distance in 0...128 {
            let left = max(0, 51 - distance)
            let weight = Int(SignatureScan.weight(distance))
            #expect(weight == left * (left + 30))
            let square = 4_096 * 4_096 * left * left * left
            let (low, high) = (max(0, weight - 60), weight + 60)
            #expect(low * low * 51 * 51 * 51 <= square && square <= high * high * 51 * 51 * 51, "h = \(distance)")
        }
        #expect(SignatureScan.full == 4_131)
    }

    @Test func manyProbesScoreAsEachAlone() throws {
        var random = SeededGenerator(seed: 9)
        let probes = [40, 0, 17].map { Finger.random($0, &random) }
        let fingers = (0..<101).map { Finger.relative(of: probes[0], size: $0 % 65, &random) }
        let block = Block(fingers)
        let lanes = probes.map { $0.lanes(gate: 43) }
        for level in KernelLevel.available {
            var scores = [Int32](repeating: -1, count: 3 * fingers.count)
            block.withRows { rows in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                    guard let into = scores.baseAddress else { return }
                    unsafe SignatureScan.score(
                        lanes, rows, into: (0..<3).map { unsafe into + $0 * fingers.count }, level: level)
                }
            }
            #expect(scores == probes.flatMap { scan($0, fingers, gate: 43, level: level) })
        }
    }

    /// A block of a larger gallery begins where the one before it ends, and others' minutiae stand behind it.
    @Test func aBlockMayBeginAndEndAnywhere() {
        var random = SeededGenerator(seed: 10)
        let probe = Finger.random(40, &random)
        let fingers = (0..<30).map { Finger.relative(of: probe, size: ($0 * 7) % 41, &random) }
        let block = Block(fingers)
        let lanes = probe.lanes(gate: 30)
        for level in KernelLevel.available {
            let whole = scan(probe, fingers, gate: 30, level: level)
            for start in [1, 2, 13, 29] {
                var scores = [Int32](repeating: -1, count: fingers.count)
                block.withRows(from: start) { rows in
                    unsafe scores.withUnsafeMutableBufferPointer { scores in
                        guard let into = scores.baseAddress else { return }
                        unsafe SignatureScan.score(lanes, rows, into: into, level: level)
                    }
                }
                #expect(scores == whole[start...] + Array(repeating: -1, count: start))
            }
        }
    }
}

/// Minutiae as the kernel knows them.
struct Finger {
    var signatures: [UInt64] = []
    var angles: [UInt8] = []
    /// What each counts as a probe's; 1 where nothing is said.
    var weights: [UInt8]?

    static func random(_ size: Int, _ random: inout SeededGenerator) -> Finger {
        Finger(
            signatures: (0..<2 * size).map { _ in random.next() },
            angles: (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) },
            weights: (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// Minutiae near those of the probe: 0 to 60 bits flipped, turned a little or much.
    static func relative(of probe: Finger, size: Int, _ random: inout SeededGenerator) -> Finger {
        guard !probe.angles.isEmpty else { return .random(size, &random) }
        var finger = Finger()
        for _ in 0..<size {
            let source = Int.random(in: probe.angles.indices, using: &random)
            var words = [probe.signatures[2 * source], probe.signatures[2 * source + 1]]
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                let bit = Int.random(in: 0..<128, using: &random)
                words[bit / 64] ^= 1 << UInt64(bit % 64)
            }
            finger.signatures += words
            // Half of them turn little, and some directions are equal.
            let turn = UInt8.random(in: 0...255, using: &random)
            finger.angles.append(probe.angles[source] &+ (turn % 2 == 0 ? turn : turn / 16 &* 8))
        }
        return finger.sorted
    }

    func lanes(gate: Int) -> ProbeLanes {
        ProbeLanes(signatures: signatures, angles: angles, weights: weights, gate: gate)
    }

    /// As a gallery holds it: by direction.
    var sorted: Finger {
        let order = angles.indices.sorted { angles[$0] < angles[$1] }
        return Finger(
            signatures: order.flatMap { signatures[2 * $0...2 * $0 + 1] }, angles: order.map { angles[$0] })
    }
}

/// Fingers one after the other.
struct Block {
    var signatures: [UInt64] = []
    var angles: [UInt8] = []
    var ends: [UInt32] = []

    init(_ fingers: [Finger]) {
        for finger in fingers.map(\.sorted) {
            signatures += finger.signatures
            angles += finger.angles
            ends.append(UInt32(angles.count))
        }
    }

    func withRows(from start: Int = 0, _ body: (ScanRows) -> Void) {
        unsafe signatures.withUnsafeBufferPointer { signatures in
            unsafe angles.withUnsafeBufferPointer { angles in
                unsafe ends.withUnsafeBufferPointer { ends in
                    guard let words = signatures.baseAddress, let bytes = angles.baseAddress,
                        let marks = ends.baseAddress
                    else { return }
                    body(
                        unsafe ScanRows(
                            signatures: words, angles: bytes, ends: marks + start,
                            first: start == 0 ? 0 : marks[start - 1], count: ends.count - start))
                }
            }
        }
    }
}

/// The scores that every level gives; where one gives others, that is an issue.
func scan(_ probe: Finger, _ fingers: [Finger], gate: Int) -> [Int32] {
    let scores = KernelLevel.available.map { scan(probe, fingers, gate: gate, level: $0) }
    for (level, score) in zip(KernelLevel.available, scores) where score != scores[0] {
        Issue.record("\(level) differs, gate \(gate): \(score) != \(scores[0])")
    }
    return scores[0]
}

func scan(_ probe: Finger, _ fingers: [Finger], gate: Int, level: KernelLevel) -> [Int32] {
    let block = Block(fingers)
    var scores = [Int32](repeating: -1, count: fingers.count)
    SignatureScan.score(
        probe.lanes(gate: gate), signatures: block.signatures,
        angles: block.angles, ends: block.ends, into: &scores, level: level)
    return scores
}

/// The definition, minutia by minutia.
func oracle(_ probe: Finger, _ reference: Finger, gate: Int) -> Int32 {
    SignatureScan.specification(
        probe: (probe.signatures, probe.angles, probe.weights ?? probe.angles.map { _ in 1 }),
        reference: (reference.signatures, reference.angles), gate: gate)
}
