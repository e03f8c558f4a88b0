import Synchronization
import TamgaClient
import TamgaHarness
import TamgaLoading
import TamgaSynthesis
import TamgaWire

/// Values that several tests need.
enum Samples {
    static let cast = Cast(seed: 5, run: 9, persons: 6, fingers: 4, difficulty: .easy)
    static let goal = try? LatencyGoal(.border, milliseconds: 100)

    static func goal(_ kind: LoadClass = .border, _ milliseconds: Double = 100) throws -> LatencyGoal {
        try LatencyGoal(kind, milliseconds: milliseconds)
    }

    /// A whole answer: 6 persons of 4 fingers in the gallery, a probe of 2 fingers.
    static func identified(
        _ candidates: [Candidate], searched: UInt64 = 12, gallery: UInt64 = 24, persons: UInt64 = 6
    ) -> Identified {
        Identified(
            candidates: candidates, searched: searched, gallery: gallery, snapshot: 1, matcher: "m", microseconds: 1,
            rotation: 128,
            decision: SearchDecision(
                threshold: 6_000, targetFPIR: 1_000, lowestFPIR: 0, highestFPIR: 1_000, persons: persons, look: 0))
    }

    static func candidate(_ person: String, rank: UInt16, isHit: Bool?) -> Candidate {
        Candidate(person: person, rank: rank, score: 7_000, fingers: [], isHit: isHit, swap: 0)
    }

    /// A probe with a fake record: for stations of tests, which do not look at it.
    static func probe(_ kind: LoadClass, _ expectation: ExpectedAnswer = .nobody(fingers: 2)) -> Probe {
        Probe(
            kind, .identify(Identify(fingers: [FingerRecord(position: 2, format: 1, record: [1])])), expectation)
    }

    static func pools(_ kinds: [LoadClass] = [.border]) -> ProbePools {
        ProbePools(
            ProbeDraw(cast, ProbeRules()),
            pools: Dictionary(uniqueKeysWithValues: kinds.map { ($0, [probe($0)]) }))
    }
}

/// Answers as it is told, at once; counts what it was asked.
final class FakeStation: LoadStation {
    private let answer: @Sendable (Int, Probe) async -> Reply
    private let asked = Atomic(0)
    let reconnections = 0

    init(_ answer: @escaping @Sendable (Int, Probe) async -> Reply) { self.answer = answer }

    var count: Int { asked.load(ordering: .relaxed) }

    func ask(_ probe: Probe) async -> Reply {
        // As a connection does: whoever asks lets others have the thread.
        await Task.yield()
        return await answer(asked.add(1, ordering: .relaxed).oldValue, probe)
    }
}
