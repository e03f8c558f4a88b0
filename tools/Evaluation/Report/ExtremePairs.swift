import TamgaMatcher
import TamgaTemplates

/// Which pairs a report draws: where the matcher failed most.
enum ExtremePairs {
    static let count = 12

    /// The mated pairs of lowest score; ties by their order.
    static func worstMated(_ verification: Verification) -> [DrawnPair] {
        verification.trials.enumerated().filter { $0.element.isMated }
            .sorted { ($0.element.score, $0.offset) < ($1.element.score, $1.offset) }
            .prefix(count).compactMap { drawn($0.element, verification, lowest: true) }
    }

    /// The non-mated pairs of highest score; ties by their order.
    static func bestNonMated(_ verification: Verification) -> [DrawnPair] {
        verification.trials.enumerated().filter { !$0.element.isMated }
            .sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }
            .prefix(count).compactMap { drawn($0.element, verification, lowest: false) }
    }

    private static func drawn(_ trial: Trial, _ verification: Verification, lowest: Bool) -> DrawnPair? {
        let set = verification.sets[Int(trial.set)]
        let rotation = verification.rules.maximumRotation
        let samples = trial.fingers == 0
            ? [(Int(trial.probe), Int(trial.reference))] : fingers(of: trial, in: set)
        let pairs = samples.map { one, other in
            DrawnPair(
                probe: (title(set.databases.probes, set.probes[one], verification), set.probes[one].descriptor),
                reference: (
                    title(set.databases.references, set.references[other], verification),
                    set.references[other].descriptor
                ),
                score: trial.score, maximumRotation: rotation)
        }
        // Of several fingers the one that did most to the outcome.
        let ranked = pairs.map { pair in
            (pair, Matcher.compare(pair.probe.finger, pair.reference.finger, maximumRotation: rotation))
        }.sorted { lowest ? $0.1 < $1.1 : $0.1 > $1.1 }
        return ranked.first?.0
    }

    private static func fingers(of trial: Trial, in set: VerificationSet) -> [(Int, Int)] {
        let probes = Capture.all(of: set.probes)
        let references = Capture.all(of: set.references)
        let (one, other) = (probes[Int(trial.probe)], references[Int(trial.reference)])
        return (UInt8(0)...10).filter { trial.fingers >> UInt16($0) & 1 == 1 }.compactMap { code in
            one.samples[code].flatMap { first in other.samples[code].map { (first, $0) } }
        }
    }

    private static func title(_ database: String, _ sample: Sample, _ verification: Verification) -> String {
        let isAlone = verification.sets.count == 1 && verification.sets[0].isWithin
        return isAlone ? sample.name.stem : "\(database)/\(sample.name.stem)"
    }
}

extension ExtremePairs {
    /// The searches in which the mate scored lowest.
    static func lowestMates(_ identification: Identification) -> [DrawnPair] {
        identification.searches.enumerated()
            .sorted { ($0.element.outcome.mateScore, $0.offset) < ($1.element.outcome.mateScore, $1.offset) }
            .prefix(count).compactMap {
                drawn($0.element, identification, against: $0.element.person, score: $0.element.outcome.mateScore)
            }
    }

    /// The searches in which somebody else scored highest.
    static func highestStrangers(_ identification: Identification) -> [DrawnPair] {
        identification.searches.enumerated().filter { $0.element.stranger != nil }
            .sorted { one, other in
                let (first, second) = (one.element.outcome.strangerScore ?? 0, other.element.outcome.strangerScore ?? 0)
                return first != second ? first > second : one.offset < other.offset
            }
            .prefix(count).compactMap { _, search in
                search.stranger.flatMap {
                    drawn(search, identification, against: $0, score: search.outcome.strangerScore ?? 0)
                }
            }
    }

    /// The finger of the probe and the reference of the person that are most alike.
    private static func drawn(
        _ search: Identification.Search, _ identification: Identification, against person: Int, score: Float
    ) -> DrawnPair? {
        let set = identification.sets[search.set]
        let rotation = identification.rules.maximumRotation
        let pairs = search.samples.flatMap { index in
            identification.enrolled[person].references.compactMap { reference -> (DrawnPair, Float)? in
                let sample = set.probes[index]
                let asked = identification.rules.hidesPositions ? .unknown : sample.name.position
                guard asked.mayEqual(reference.position) else { return nil }
                let pair = DrawnPair(
                    probe: ("\(set.databases.probes)/\(sample.name.stem)", sample.descriptor),
                    reference: (reference.title, reference.descriptor), score: score, maximumRotation: rotation)
                return (pair, Matcher.compare(sample.descriptor, reference.descriptor, maximumRotation: rotation))
            }
        }
        return pairs.max { $0.1 < $1.1 }?.0
    }
}
