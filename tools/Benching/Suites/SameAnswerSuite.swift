import TamgaEvaluation
import TamgaGallery

/// The same probes against the same fingers in one shard and in three, by one worker and by two, alone and
/// together: the answers must be the same bits.
struct SameAnswerSuite {
    let context: BenchContext

    /// Of the galleries that are compared, at most.
    private static let fingers = 10_000

    func run() throws {
        let fingers = min(Self.fingers, context.options.fingers)
        let probes = probes(fingers)
        var answers: [(name: String, hash: String)] = []
        for shards in [1, 3] {
            let subject = try context.gallery(fingers: fingers, shards: shards)
            for workers in [1, 2] {
                for inFlight in [1, 8] {
                    let found = try Callers.map(count: probes.count, inFlight: inFlight) {
                        try subject.search(probes[$0], GallerySubject.Manner(workers: workers))
                    }
                    answers.append(
                        ("\(shards) shards, \(workers) workers, \(inFlight) in flight", AnswerHash(found).text))
                }
            }
        }
        for answer in answers where answer.hash != answers[0].hash {
            context.report.fail("\(answer.name): \(answer.hash), not \(answers[0].hash) as \(answers[0].name)")
        }
    }

    /// Mates of unknown position, named ones, and whole persons.
    private func probes(_ fingers: Int) -> [[ProbeFinger]] {
        let lone = context.probes(context.options.isQuick ? 2 : 6, among: fingers)
        let named = lone.map { [context.mate($0.finger, isNamed: true)] }
        let persons = lone.prefix(context.options.isQuick ? 1 : 2).map { chosen in
            let first = chosen.finger / DistractorSource.fingersPerPerson * DistractorSource.fingersPerPerson
            return (first..<first + DistractorSource.fingersPerPerson).map { context.mate($0, isNamed: true) }
        }
        return lone.map { [$0.probe] } + named + persons
    }
}
