import TamgaKernels
import TamgaMatcher

extension Selftest.Check {
    /// Cylinders of any bits, from none to all, projected to signatures.
    static let signature = Selftest.Check(name: "signature") { level in
        var random = Generator(state: 0x51C4)
        var hash = Hash()
        let kernels = FingerKernels.of(level)
        for share in 0...8 {
            var words = SIMD8<UInt64>.zero
            for bit in 0..<Cylinder.bitCount where random.next() % 8 < share { words[bit / 64] |= 1 << (bit % 64) }
            let signature = SignatureModel.shipped.signature(of: Cylinder(words: words), kernels)
            hash.add(signature.0)
            hash.add(signature.1)
        }
        return hash.value
    }
}
