import Foundation
import TamgaTemplates
import TamgaTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `TAMGA_MUTATIONS` says how many records of each format, `make fuzz-million` a million.
@Suite("Every format: no bytes bring a decoder down", .serialized)
struct MutationTests {
    private static let stated = ProcessInfo.processInfo.environment["TAMGA_MUTATIONS"].flatMap { Int($0) }
    private static let count = stated ?? 10_000
    /// Whoever says how many runs this suite by itself.
    private static let isAlone = stated != nil

    @Test("mutated records are refused by name or read as sound records", arguments: TemplateFormat.allCases)
    func mutated(format: TemplateFormat) throws {
        let seed = 378 + UInt64(format.rawValue)
        var mutator = try RecordMutator(format: format, seed: seed, real: Self.real(format))
        var outcomes: [RecordPromises.Outcome: Int] = [:]
        let (start, before) = (ContinuousClock.now, Self.peakKilobytes)
        for turn in 0..<Self.count {
            let bytes = mutator.next()
            let target = TemplateFormat.allCases[turn % TemplateFormat.allCases.count]
            do throws(RecordPromises.Broken) {
                outcomes[try RecordPromises(format: format, targets: [target]).check(bytes), default: 0] += 1
            } catch {
                Issue.record("seed \(seed), turn \(turn): \(error): \(BrokenInputs.hex(bytes))")
                return
            }
        }
        let time = ContinuousClock.now - start
        report(format, outcomes, "\(time), peak memory \(before / 1_024) to \(Self.peakKilobytes / 1_024) MiB")
        let accepted = outcomes.filter { if case .accepted = $0.key { true } else { false } }.values.reduce(0, +)
        #expect(Self.count / 100..<Self.count * 99 / 100 ~= accepted, "both answers are reached")
        // No record has 64 KiB here: what reading them takes does not grow with their number. Other tests in the
        // same process would be counted as well.
        if Self.isAlone { #expect(Self.peakKilobytes - before < 16 * 1_024) }
    }

    private func report(_ format: TemplateFormat, _ outcomes: [RecordPromises.Outcome: Int], _ cost: String) {
        let exact = outcomes[.accepted(deviates: false), default: 0]
        let deviating = outcomes[.accepted(deviates: true), default: 0]
        let refused = outcomes.compactMap { outcome, count in
            if case .refused(let code) = outcome { (code.rawValue, count) } else { nil }
        }
        let codes = refused.sorted { $0.1 > $1.1 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        print(
            "\(format.token): \(Self.count) mutated, \(exact) read, \(deviating) with deviations, "
                + "\(refused.map(\.1).reduce(0, +)) refused (\(codes)); \(cost)")
    }

    /// Records of the format that others wrote.
    private static func real(_ format: TemplateFormat) -> [[UInt8]] {
        TestData.allFiles(inSet: "fmr_interop").compactMap { try? $0.bytes() }.filter {
            format.isSelfDescribing && (try? format.decode($0)) != nil
        }
    }

    /// The most memory that this process has had.
    private static var peakKilobytes: Int {
        var usage = rusage()
        // SAFETY: the call fills the structure it is given, which outlives it.
        guard unsafe getrusage(numericCast(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Int(usage.ru_maxrss)
    }
}
