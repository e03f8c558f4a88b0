import TamgaKernels
import TamgaTestSupport
import Testing

@Suite struct HammingTableTests {
    @Test(arguments: KernelLevel.available) func everyLevelGivesTheDistances(level: KernelLevel) {
        var random = SeededGenerator(seed: 12)
        let sizes = [0, 1, 2, 7, 8, 9, 31, 32, 33, 40, 63, 64]
        for (rows, columns) in sizes.flatMap({ one in sizes.map { (one, $0) } }) {
            let probe = Finger.random(rows, &random)
            let reference = Finger.relative(of: probe, size: columns, &random)
            for rotation in [0, 1, 43, 64, 127, 128] {
                let found = table(probe, reference, rotation, level)
                #expect(found == expected(probe, reference, rotation), "\(rows) x \(columns), rotation \(rotation)")
            }
        }
    }

    @Test(arguments: KernelLevel.available) func allBitsMayDiffer(level: KernelLevel) {
        let one = Finger(signatures: [0, 0], angles: [255])
        let other = Finger(signatures: [.max, .max], angles: [0])
        #expect(table(one, other, 1, level).prefix(2) == [128, 255])
        #expect(table(one, other, 0, level).first == 255)
    }

    private func table(_ probe: Finger, _ reference: Finger, _ rotation: Int, _ level: KernelLevel) -> [UInt8] {
        // One row more, to see that none is written behind the last.
        let size = probe.angles.count * HammingTable.stride
        var table = [UInt8](repeating: 77, count: size + HammingTable.stride)
        unsafe table.withUnsafeMutableBufferPointer { table in
            guard let into = table.baseAddress else { return }
            unsafe HammingTable.fill(
                probeSignatures: probe.signatures, probeAngles: probe.angles, probeCount: probe.angles.count,
                referenceSignatures: reference.signatures, referenceAngles: reference.angles,
                referenceCount: reference.angles.count, maximumRotation: rotation, into: into, level: level)
        }
        #expect(table[size...].allSatisfy { $0 == 77 })
        return Array(table[..<size])
    }

    private func expected(_ probe: Finger, _ reference: Finger, _ rotation: Int) -> [UInt8] {
        probe.angles.indices.flatMap { one in
            (0..<HammingTable.stride).map { other -> UInt8 in
                guard other < reference.angles.count else { return 255 }
                let apart = abs(Int(probe.angles[one]) - Int(reference.angles[other]))
                guard min(apart, 256 - apart) <= rotation else { return 255 }
                return UInt8((0...1).reduce(0) {
                    $0 + (probe.signatures[2 * one + $1] ^ reference.signatures[2 * other + $1]).nonzeroBitCount
                })
            }
        }
    }
}
