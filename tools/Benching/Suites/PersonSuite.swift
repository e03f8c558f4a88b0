import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaTemplates

/// 1, 2, 4 and 10 named fingers of a person against a gallery of persons of ten.
struct PersonSuite {
    let context: BenchContext
    let gallery: GallerySubject

    private static let counts = [1, 2, 4, 10]
    private var persons: Int { context.options.fingers / DistractorSource.fingersPerPerson }

    func run() throws {
        context.progress.begin("1, 2, 4 and 10 fingers", steps: 1)
        defer { context.progress.end() }
        try strangers()
        let probes = try decidedAtOnce(wanted: context.options.isQuick ? 1 : 2)
        guard !probes.isEmpty else {
            return context.report.missing("ten_finger_ratio", because: "no mate was found in the first look")
        }
        let times = try measure(probes, GallerySubject.Manner(workers: 1))
        for (index, count) in Self.counts.enumerated() {
            context.report.add(
                "fingers_\(count)_ms", Samples(times[index]).scaled(by: 1e3 / Double(probes.count)))
        }
        for (index, name) in [(1, "two"), (2, "four"), (3, "ten")] {
            context.report.add("\(name)_finger_ratio", Samples.ratios(times[index], times[0]))
        }
    }

    private func measure(_ probes: [[ProbeFinger]], _ manner: GallerySubject.Manner) throws -> [[Double]] {
        try context.watch.interleaved(
            runs: context.options.runs,
            Self.counts.map { count in
                {
                    try probes.reduce(0) { mixed, fingers in
                        mixed ^ AnswerHash([try gallery.search(Array(fingers.prefix(count)), manner)]).value
                    }
                }
            })
    }

    /// The mate of a person, all ten fingers.
    private func probe(_ person: Int) -> [ProbeFinger] {
        let first = person * DistractorSource.fingersPerPerson
        return (first..<first + DistractorSource.fingersPerPerson).map { context.mate($0, isNamed: true) }
    }

    /// Mates of enrolled persons who are found in the first look by one finger as by ten: what is compared is then
    /// one look each.
    private func decidedAtOnce(wanted: Int) throws -> [[ProbeFinger]] {
        var found: [[ProbeFinger]] = []
        var person = 3
        for _ in 0..<min(40, persons) where found.count < wanted {
            person = (person + 7_919) % persons
            let fingers = probe(person)
            let isDecided = try Self.counts.allSatisfy { count in
                let answer = try gallery.search(Array(fingers.prefix(count)))
                return answer.look == .none && answer.rotation == .usual
                    && answer.candidates.first.map { answer.threshold.isReached(by: $0.score) } ?? false
            }
            if isDecided { found.append(fingers) }
        }
        return found
    }

    /// Persons who are not enrolled, in one look: the distractors that come after the enrolled ones.
    private func strangers() throws {
        let probes = (0..<(context.options.isQuick ? 1 : 2)).map { probe(persons + 5 + $0) }
        let times = try measure(probes, .oneLook(workers: 1))
        for (index, count) in Self.counts.enumerated() {
            context.report.add(
                "fingers_\(count)_stranger_ms", Samples(times[index]).scaled(by: 1e3 / Double(probes.count)))
        }
        context.report.add("ten_finger_stranger_ratio", Samples.ratios(times[3], times[0]))
    }
}
