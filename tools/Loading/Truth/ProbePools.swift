import Synchronization
import TamgaWire

/// The probes of a run, all drawn and encoded before it, so that sending one takes little.
package final class ProbePools: Sendable {
    private let draw: ProbeDraw
    private let pools: [LoadClass: [Probe]]
    /// Newcomers sent so far, in all stretches: each under a name of its own.
    private let newcomers = Atomic(0)

    /// - Parameter pools: for each class that is asked for, at least one.
    package init(_ draw: ProbeDraw, pools: [LoadClass: [Probe]]) { (self.draw, self.pools) = (draw, pools) }

    /// Draws the probes of some classes, as many at once as there are threads.
    ///
    /// - Parameter show: takes how many are drawn, of how many.
    /// - Throws: `TemplateError` where a template cannot be encoded.
    package static func make(
        _ draw: ProbeDraw, classes: [LoadClass], count: Int, show: @escaping @Sendable (Int, Int) -> Void
    ) async throws -> ProbePools {
        let wanted = classes.flatMap { kind in (0..<count).map { (kind, $0) } }
        var pools: [LoadClass: [Int: Probe]] = [:]
        try await withThrowingTaskGroup(of: (Int, Probe).self) { group in
            for (kind, number) in wanted { group.addTask { (number, try draw.probe(kind, number)) } }
            var done = 0
            for try await (number, probe) in group {
                pools[probe.kind, default: [:]][number] = probe
                done += 1
                show(done, wanted.count)
            }
        }
        return ProbePools(draw, pools: pools.mapValues { $0.sorted { $0.key < $1.key }.map(\.value) })
    }

    /// The probe of an arrival; nil for a class none was drawn for.
    package func probe(_ kind: LoadClass, draw number: UInt64) -> Probe? {
        guard let pool = pools[kind], !pool.isEmpty else { return nil }
        guard kind == .enrolment else { return pool[Int(number % UInt64(pool.count))] }
        // Newcomers in turn: fingers come again only when all have come, and then under another name.
        let turn = newcomers.add(1, ordering: .relaxed).oldValue
        let probe = pool[turn % pool.count]
        return turn < pool.count ? probe : again(probe, as: turn)
    }

    private func again(_ probe: Probe, as number: Int) -> Probe {
        switch probe.request {
        case .enrol(let enrol): draw.newcomer(number, enrol.fingers, wasBrought: true)
        case .register(let register): draw.newcomer(number, register.subject.fingers, wasBrought: true)
        case .identify, .verify: probe
        }
    }
}
