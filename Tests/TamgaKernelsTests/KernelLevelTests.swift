import TamgaKernels
import Testing

@Suite struct KernelLevelTests {
    @Test func levelsRiseAndTheBestIsTheHighest() {
        #expect(KernelLevel.baseline < .avx2 && .avx2 < .avx512)
        #expect(!(KernelLevel.avx2 < .baseline) && !(KernelLevel.avx2 < .avx2))
        #expect(KernelLevel.available.first == .baseline)
        #expect(KernelLevel.available.max() == KernelLevel.best)
        #expect(KernelLevel.available == KernelLevel.available.sorted())
    }

    @Test func aNameChoosesAndNoNameIsTheBest() throws {
        #expect(try KernelLevel.chosen(named: nil, available: [.baseline, .avx2]) == .avx2)
        #expect(try KernelLevel.chosen(named: "", available: [.baseline, .avx2]) == .avx2)
        #expect(try KernelLevel.chosen(named: "baseline", available: [.baseline, .avx2]) == .baseline)
    }

    @Test func whatCannotBeChosenIsATypedError() {
        #expect(throws: KernelLevelError.unknown("sse9")) {
            try KernelLevel.chosen(named: "sse9", available: [.baseline])
        }
        #expect(throws: KernelLevelError.notAvailable(.avx512, available: [.baseline, .avx2])) {
            try KernelLevel.chosen(named: "avx512", available: [.baseline, .avx2])
        }
        #expect(throws: KernelLevelError.processorTooOld) { try KernelLevel.chosen(named: nil, available: []) }
        #expect("\(KernelLevelError.unknown("sse9"))".contains("TAMGA_KERNEL_LEVEL"))
        #expect("\(KernelLevelError.notAvailable(.avx512, available: [.baseline]))".contains("it can: baseline"))
    }

    /// Names what the other tests of this target could not look at.
    @Test(arguments: KernelLevel.allCases.filter { !KernelLevel.available.contains($0) })
    func skippedHere(level: KernelLevel) {
        print("skipped: this processor cannot run kernel level \(level.rawValue)")
        #expect(throws: KernelLevelError.self) {
            try KernelLevel.chosen(named: level.rawValue, available: KernelLevel.available)
        }
    }
}
