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
            #expect(scan(finger, [finger], gate: 0) == [2 * 4_096])
        }
    }

    @Test(arguments: [(250, 5, 11), (5, 250, 11), (0, 255, 1), (255, 0, 1), (0, 128, 128), (64, 192, 128), (7, 7, 0)])
    func anglesWrapAround(probe: Int, reference: Int, difference: Int) {
        let one = Finger(signatures: [1, 2], angles: [UInt8(probe)])
        let other = Finger(signatures: [1, 2], angles: [UInt8(reference)])
        #expect(scan(one, [other], gate: difference) == [4_096])
        if difference > 0 { #expect(scan(one, [other], gate: difference - 1) == [0]) }
    }

    /// `w` is `4096 ((51 - h) / 51)^1.5` to the nearest; in integers,
    /// `(2w - 1)^2 51^3 <= 4 4096^2 (51 - h)^3 <= (2w + 1)^2 51^3`.
    @Test func weightsAreWhatTheirFormulaSays() {
        #expect(SignatureScan.weights.count == 129)
        for (distance, weight) in SignatureScan.weights.enumerated() {
            let rest = max(0, 51 - distance)
            let square = 4 * 4_096 * 4_096 * rest * rest * rest
            let low = max(0, 2 * Int(weight) - 1)
            let high = 2 * Int(weight) + 1
            let cube = 51 * 51 * 51
            #expect(low * low * cube <= square && square <= high * high * cube, "h = \(distance): \(weight)")
        }
        #expect(SignatureScan.weights[0] == 4_096 && SignatureScan.weights[51...].allSatisfy { $0 == 0 })
    }
}

/// Minutiae as the kernel knows them.
struct Finger {
    var signatures: [UInt64] = []
    var angles: [UInt8] = []

    static func random(_ size: Int, _ random: inout SeededGenerator) -> Finger {
        Finger(
            signatures: (0..<2 * size).map { _ in random.next() },
            angles: (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) })
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
            finger.angles.append(probe.angles[source] &+ UInt8.random(in: 0...255, using: &random))
        }
        return finger
    }
}

func scan(_ probe: Finger, _ fingers: [Finger], gate: Int) -> [Int32] {
    var ends: [UInt32] = []
    for finger in fingers { ends.append((ends.last ?? 0) + UInt32(finger.angles.count)) }
    var scores = [Int32](repeating: -1, count: fingers.count)
    SignatureScan.score(
        ProbeLanes(signatures: probe.signatures, angles: probe.angles), gate: gate,
        signatures: fingers.flatMap(\.signatures), angles: fingers.flatMap(\.angles), ends: ends, into: &scores)
    return scores
}

/// The definition, minutia by minutia.
func oracle(_ probe: Finger, _ reference: Finger, gate: Int) -> Int32 {
    var total: Int32 = 0
    for i in probe.angles.indices {
        var best = 128
        for j in reference.angles.indices {
            let apart = abs(Int(probe.angles[i]) - Int(reference.angles[j]))
            guard min(apart, 256 - apart) <= gate else { continue }
            let low = (probe.signatures[2 * i] ^ reference.signatures[2 * j]).nonzeroBitCount
            let high = (probe.signatures[2 * i + 1] ^ reference.signatures[2 * j + 1]).nonzeroBitCount
            best = min(best, low + high)
        }
        total += SignatureScan.weights[best]
    }
    return total
}
