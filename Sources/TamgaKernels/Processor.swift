internal import CCPUID

/// What this processor and its operating system offer, as far as the kernel levels ask.
enum Processor {
    /// One instruction set extension that a level's compiler may use.
    struct Features: OptionSet, Sendable {
        let rawValue: UInt8
        /// All of x86-64-v2.
        static let v2 = Features(rawValue: 1)
        /// All that x86-64-v3 adds, and that the system keeps the upper halves of the registers.
        static let v3 = Features(rawValue: 2)
        /// All that x86-64-v4 adds, VPOPCNTDQ, and that the system keeps the long registers and the masks.
        static let v4 = Features(rawValue: 4)
    }

    /// The features at hand; on other architectures none is asked for.
    static let features: Features = {
        #if arch(x86_64)
        let bits = Bits()
        guard bits.hasV2 else { return [] }
        guard bits.hasV3 else { return .v2 }
        return bits.hasV4 ? [.v2, .v3, .v4] : [.v2, .v3]
        #else
        return .v2
        #endif
    }()
}

extension KernelLevel {
    /// The features that a level needs, those of lower levels included.
    var needs: Processor.Features {
        switch self {
        case .baseline: .v2
        case .avx2: [.v2, .v3]
        case .avx512: [.v2, .v3, .v4]
        }
    }
}

#if arch(x86_64)
/// Registers of CPUID. Bits: Intel SDM volume 2A, CPUID; the sets: System V ABI for x86-64, section 3.1.1.
private struct Bits {
    private let basic = CCPUID_leaf(1, 0)
    private let structured = CCPUID_leaf(7, 0)
    private let extended = CCPUID_leaf(0x8000_0001, 0)

    private static func all(_ bits: [UInt32], in register: UInt32) -> Bool {
        bits.allSatisfy { register >> $0 & 1 == 1 }
    }

    /// SSE3, SSSE3, CMPXCHG16B, SSE4.1, SSE4.2, POPCNT; LAHF.
    var hasV2: Bool { Self.all([0, 9, 13, 19, 20, 23], in: basic.ecx) && Self.all([0], in: extended.ecx) }

    /// FMA, MOVBE, OSXSAVE, AVX, F16C; BMI1, AVX2, BMI2; LZCNT; the states of SSE and AVX.
    var hasV3: Bool {
        Self.all([12, 22, 27, 28, 29], in: basic.ecx) && Self.all([3, 5, 8], in: structured.ebx)
            && Self.all([5], in: extended.ecx) && keeps(0x06)
    }

    /// AVX-512 F, DQ, CD, BW, VL; VPOPCNTDQ; the states of the masks and of the long registers.
    var hasV4: Bool {
        Self.all([16, 17, 28, 30, 31], in: structured.ebx) && Self.all([14], in: structured.ecx) && keeps(0xE6)
    }

    /// Whether the system keeps these register states; asked only where OSXSAVE allows it.
    private func keeps(_ states: UInt64) -> Bool {
        Self.all([27], in: basic.ecx) && CCPUID_kept_states() & states == states
    }
}
#endif
