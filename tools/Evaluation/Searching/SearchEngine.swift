import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Runs the searches of an identification through the gallery's own search.
struct SearchEngine: Sendable {
    private let sets: [VerificationSet]
    private let enrolment: Enrolment
    private let rules: IdentificationRules
    private let parameters: SearchParameters

    init(_ sets: [VerificationSet], _ enrolment: Enrolment, _ rules: IdentificationRules) {
        (self.sets, self.enrolment, self.rules) = (sets, enrolment, rules)
        var parameters = SearchParameters()
        // Whoever was compared exactly is listed, so that a mate of low score has a rank too.
        parameters.floor = 0
        if rules.isExhaustive {
            let all = StageWidth(least: Self.everybody, perMillion: 0)
            (parameters.survivors, parameters.finalists) = (all, all)
            (parameters.severalSurvivors, parameters.severalFinalists) = (all, all)
            parameters.narrowing = []
            parameters.exactComparisons = all
        }
        self.parameters = parameters
    }

    private static let everybody = 1_000_000_000

    /// A probe before it is searched.
    private struct Probe: Sendable {
        var set: Int
        var person: Int
        var impression: Int
        var samples: [Int]
    }

    /// All searches, in order of set, person, impression and fingers.
    func run(_ progress: any RunProgress) throws -> [Identification.Search] {
        let probes = sets.indices.flatMap(probes)
        var galleries: [Int: GallerySnapshot] = [:]
        for person in Set(probes.map(\.person)).sorted() {
            galleries[person] = try enrolment.snapshot(without: [person] + excepted(of: person))
        }
        progress.begin("searches", steps: probes.count)
        defer { progress.end() }
        let rest = galleries
        return try Parallel.map(count: probes.count, workers: Parallel.cores) { index in
            let probe = probes[index]
            let found = Result { try search(probe, among: rest[probe.person] ?? enrolment.everybody) }
            progress.advance(by: 1)
            return found
        }.map { try $0.get() }
    }

    private func probes(of index: Int) -> [Probe] {
        let set = sets[index]
        return Capture.all(of: set.probes).flatMap { capture -> [Probe] in
            guard let number = enrolment.number(of: capture.person, in: index) else { return [] }
            let enrolled = Dictionary(
                enrolment.persons[number].references.map { ($0.position.rawValue, $0.impression) }
            ) { first, _ in first }
            let fingers = capture.samples.filter { code, _ in
                enrolled[code].map { !set.isWithin || $0 != capture.impression } ?? false
            }.sorted { $0.key < $1.key }
            return Subsets.some(of: fingers.count, taking: rules.fingers, most: rules.subsets).map {
                Probe(
                    set: index, person: number, impression: capture.impression,
                    samples: $0.map { fingers[$0].value })
            }
        }
    }

    /// Persons who may be the same one after all.
    private func excepted(of number: Int) -> [Int] {
        let person = enrolment.persons[number]
        let name = sets[person.set].databases.references
        return enrolment.persons.indices.filter { index in
            let other = enrolment.persons[index]
            guard index != number, other.set >= 0 else { return false }
            return rules.exceptions.contains(
                (name, person.name), (sets[other.set].databases.references, other.name))
        }
    }

    private func search(_ probe: Probe, among strangers: GallerySnapshot) throws -> Identification.Search {
        let set = sets[probe.set]
        let fingers = probe.samples.map { index in
            ProbeFinger(
                position: rules.hidesPositions ? .unknown : set.probes[index].name.position,
                views: [set.probes[index].descriptor])
        }
        let ignored = Set(try excepted(of: probe.person).map(Enrolment.id))
        let own = try Enrolment.id(probe.person)
        let all = try candidates(fingers, among: enrolment.everybody).filter { !ignored.contains($0.person) }
        let mate = all.first { $0.person == own }
        // Of equal scores the mate comes last: no rank is won by the order of names.
        let rank = mate.map { mate in all.count { $0.score >= mate.score } }
        let others = strangers.persons > 0 ? try candidates(fingers, among: strangers) : []
        return Identification.Search(
            set: probe.set, person: probe.person, samples: probe.samples, impression: probe.impression,
            outcome: SearchOutcome(
                rank: rank, mateScore: mate?.score ?? 0,
                strangerScore: strangers.persons > 0 ? others.first?.score ?? 0 : nil, cluster: probe.person,
                stratum: probe.set),
            stranger: others.first.flatMap { Enrolment.index(of: $0.person) })
    }

    private func candidates(_ fingers: [ProbeFinger], among snapshot: GallerySnapshot) throws -> [Candidate] {
        try enrolment.gallery.search(
            snapshot, for: fingers, maximumCandidates: GalleryLimits.candidates.upperBound,
            maximumRotation: rules.maximumRotation, parameters: parameters
        ).candidates
    }
}
