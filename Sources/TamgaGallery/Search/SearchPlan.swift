import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// A probe and a snapshot: which looks there are, and what each of them finds, in stages, each dearer and for
/// fewer.
struct SearchPlan: Sendable {
    let probe: PreparedProbe
    let shards: [ShardState]
    let fenced: Set<Int>
    let slots: SlotRow
    let means: SearchMeans
    let urgency: Urgency
    let parameters: SearchParameters
    /// Asked at every part of a scan and between stages: what a raised one leaves is no answer.
    let stop: StopSignal?
    let effort = EffortCount()

    init(
        _ probe: PreparedProbe, in snapshot: GallerySnapshot, _ means: SearchMeans, _ urgency: Urgency,
        _ parameters: SearchParameters, stop: StopSignal? = nil
    ) {
        self.probe = probe
        self.stop = stop
        (shards, fenced) = (snapshot.shards, snapshot.fenced)
        slots = SlotRow(snapshot.shards)
        (self.means, self.urgency, self.parameters) = (means, urgency, parameters)
    }

    /// Everybody above the floor, best first.
    ///
    /// - Parameters:
    ///   - threshold: where nobody reaches it, a look of one finger reaches further.
    ///   - known: persons that an earlier look found, who are compared exactly in any case, at no cost to the others.
    func run(_ look: Look, _ threshold: IdentificationThreshold, known: [PersonKey]) async -> Sighting {
        let tallies = await narrow(look)
        var found = Sighting(look: look, candidates: [])
        guard !isStopped else { return found }
        let preselected = await preselect(tallies, look)
        var covered = Covered()
        await cover(preselected, look, into: &covered)
        guard !isStopped else { return found }
        var budget = ExactBudget(left: affordableComparisons(look), compared: Set(known))
        let first = await screen(finalists(covered, look, &budget), look)
        found.candidates = await compare(known + first, look)
        guard look.reachesFurther(parameters), !found.reaches(threshold) else { return found }
        // Those whom S4 did not see, and of all the next best.
        await cover(tallies.finalists(without: preselected.map(\.key)), look, into: &covered)
        let next = await screen(finalists(covered, look, &budget), look)
        found.candidates = Self.ranked(found.candidates + (await compare(next, look)))
        return found
    }

    var isStopped: Bool { stop?.isRaised == true }

    /// Persons who have a template that a finger of the look may equal.
    func comparable(_ look: Look) -> Int { shards.reduce(0) { $0 + $1.persons(with: look.scanned.asked) } }

    /// Templates that any of the looks compared against, those of fenced shards left out.
    func templates(of looks: [Look]) -> Int {
        var asked = PositionSet([])
        for look in looks { asked.formUnion(look.scanned.asked) }
        return shards.indices.reduce(0) { $0 + (fenced.contains($1) ? 0 : shards[$1].references(at: asked)) }
    }

    /// How many each stage of a look passes on. One finger is as good as the number of templates it is compared with
    /// allows; of several, the persons count.
    func widths(_ look: Look) -> SearchParameters.Widths {
        let fingers = look.scanned.fingers
        let everybody =
            fingers.count == 1
            ? shards.reduce(0) { $0 + $1.comparable(with: fingers[0].position) } : comparable(look)
        return SearchParameters.Widths(
            parameters, fingers: fingers.count, everybody: everybody, within: look.rotation)
    }

    func number(_ key: PersonKey) -> UInt64 { slots[key.slot].number(of: Int(key.owner)) }

    func id(_ key: PersonKey) -> PersonID { slots[key.slot].id(of: Int(key.owner)) }

    /// The templates of a person, in the order of enrolment; good as long as the plan is there.
    func references(_ key: PersonKey) -> [ReferenceRow] { slots[key.slot].views(of: Int(key.owner)) }
}

/// What a search is made with: the threads, what each of them has at hand, and where scans meet.
struct SearchMeans: Sendable {
    let crew: Crew
    let benches: [Workbench]
    /// By urgency.
    let boards: [ScanBoard]
    /// Rows read so far, for who watches.
    let tally: ScanTally

    init(_ crew: Crew, shards: Int) {
        self.crew = crew
        tally = ScanTally(shards: shards)
        let benches = (0..<crew.workers).map { _ in Workbench() }
        self.benches = benches
        boards = Urgency.allCases.map { _ in ScanBoard(benches) }
    }
}
