import TamgaKernels

extension Selftest.Check {
    /// The table of distances, within rotations from none to any.
    static let table = Selftest.Check(name: "distances") { level in
        var random = Generator(state: 0x7AB1)
        var hash = Hash()
        for (size, rotation) in [(1, 0), (7, 43), (40, 43), (63, 127), (64, 128)] {
            let probe = GeneratedRows(sizes: [9], &random)
            let reference = GeneratedRows(sizes: [size], &random)
            for byte in probe.table(to: reference, rotation: rotation, level: level) { hash.add(UInt64(byte)) }
        }
        return hash.value
    }
}

extension GeneratedRows {
    fileprivate func table(to other: GeneratedRows, rotation: Int, level: KernelLevel) -> [UInt8] {
        // SAFETY: the arrays hold what is promised and outlive the call.
        unsafe [UInt8](unsafeUninitializedCapacity: angles.count * HammingTable.stride) { table, count in
            guard let into = table.baseAddress else { return }
            unsafe HammingTable.fill(
                probeSignatures: signatures, probeAngles: angles, probeCount: angles.count,
                referenceSignatures: other.signatures, referenceAngles: other.angles,
                referenceCount: other.angles.count, maximumRotation: rotation, into: into, level: level)
            count = angles.count * HammingTable.stride
        }
    }
}
