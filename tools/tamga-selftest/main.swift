import Glibc
import TamgaKernels
import TamgaSelftest

// Says which kernel level this processor gets and whether every level it can run gives the same bits.
do {
    let level = try KernelLevel.chosen()
    let results = Selftest.run()
    for line in Selftest.lines(results, level: level) { print(line) }
    let differing = results.filter { !$0.agrees }
    print(differing.isEmpty ? "all agree" : "levels differ: \(differing.map(\.name).joined(separator: ", "))")
    exit(differing.isEmpty ? 0 : 1)
} catch {
    print("error: \(error)")
    exit(2)
}
