import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// What all suites share.
struct BenchContext {
    let options: BenchOptions
    let watch: Stopwatch
    let report: BenchReport
    let progress: any RunProgress
    let source: DistractorSource
    let file: DistractorFile

    /// The enrolled name of the person of a finger.
    static func person(ofFinger index: Int) throws -> PersonID {
        try PersonID("d\(index / DistractorSource.fingersPerPerson)")
    }

    /// Another impression of an enrolled finger as a probe; of unknown position where it is not named.
    func mate(_ index: Int, isNamed: Bool, impression: Int = 1) -> ProbeFinger {
        ProbeFinger(
            position: isNamed ? source.position(index) : .unknown,
            views: [MatcherSubject.describe(source.mate(index, impression: impression))])
    }

    /// So many fingers spread over the gallery whose mates have about 40 minutiae, the number that the targets
    /// are for, with those mates as probes of unknown position.
    func probes(_ count: Int, among fingers: Int) -> [(finger: Int, probe: ProbeFinger)] {
        var found: [(finger: Int, probe: ProbeFinger)] = []
        // A prime step visits every finger, kinds and positions mixed.
        var index = 7
        for _ in 0..<fingers where found.count < count {
            index = (index + 7_919) % fingers
            let probe = mate(index, isNamed: false)
            if (38...42).contains(probe.views[0].count) { found.append((index, probe)) }
        }
        return found
    }
}
