public import TamgaMatcher
public import TamgaRegistry
public import TamgaTemplates

extension Gallery {
    /// Searches a snapshot for the persons whose fingers these are.
    ///
    /// Every template that the probe's most telling finger may equal is compared by S1, those of the other fingers for
    /// the persons it leaves, the best persons by S3, and the best by that exactly. It is looked at within the usual
    /// rotation first, then within `maximumRotation`; then, as `positions` allows, with the hands exchanged, and at any
    /// position. The first look in which somebody reaches the threshold of `target` is the answer, or else the last one
    /// as labelled. The same persons and probe give the same bits, whatever the shards and the threads, the order of
    /// fingers, and whoever else is searched for at the same time.
    ///
    /// - Parameters:
    ///   - snapshot: nil for the newest.
    ///   - maximumCandidates: persons in the answer at most, ``GalleryLimits/candidates``.
    ///   - target: the rate of false hits the threshold is made for.
    ///   - positions: what the positions of the probe are worth.
    ///   - urgency: who waits for it.
    ///   - stop: ends the search at its next part.
    /// - Throws: `.outOfRange` for a number outside ``GalleryLimits``, `.stopped` once `stop` is raised.
    /// - Complexity: O(minutiae of a finger x minutiae of the gallery).
    public func find(
        _ snapshot: GallerySnapshot? = nil, for fingers: [ProbeFinger], maximumCandidates: Int,
        maximumRotation: Rotation = .any, target: TargetFPIR = .usual, positions: PositionPolicy = .lookForSwaps,
        urgency: Urgency = .border, parameters: SearchParameters = SearchParameters(), stop: StopSignal? = nil
    ) async throws(GalleryError) -> SearchResult {
        try GalleryError.check(maximumCandidates, "candidates", within: GalleryLimits.candidates)
        let snapshot = snapshot ?? self.snapshot()
        let means = means
        let result = await means.crew.run(urgency) {
            Result { () throws(GalleryError) in try PreparedProbe(fingers) }.map { probe in
                SearchPlan(probe, in: snapshot, means, urgency, parameters, stop: stop)
            }
        }
        let plan = try result.get()
        let found = await means.crew.run(urgency) { () async -> SearchResult? in
            let outcome = await plan.search(upTo: maximumRotation, target, positions)
            return plan.isStopped ? nil : SearchResult(plan, outcome, snapshot, maximumCandidates)
        }
        guard let found else { throw GalleryError(.stopped, field: "search") }
        return found
    }

    /// The same, blocking the calling thread until it is done; not for threads that others wait for.
    public func search(
        _ snapshot: GallerySnapshot? = nil, for fingers: [ProbeFinger], maximumCandidates: Int,
        maximumRotation: Rotation = .any, target: TargetFPIR = .usual, positions: PositionPolicy = .lookForSwaps,
        urgency: Urgency = .border, parameters: SearchParameters = SearchParameters()
    ) throws(GalleryError) -> SearchResult {
        let outcome = means.crew.wait(urgency) { () async -> Result<SearchResult, GalleryError> in
            do throws(GalleryError) {
                return .success(
                    try await self.find(
                        snapshot, for: fingers, maximumCandidates: maximumCandidates,
                        maximumRotation: maximumRotation, target: target, positions: positions, urgency: urgency,
                        parameters: parameters))
            } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    /// Compares a probe with one person exactly; as labelled the score is the one a search within the same rotation
    /// gives. Where `positions` allows it, exchanged hands and fingers are looked for, and named in the match.
    ///
    /// - Returns: the match, and the number of the snapshot that held the person.
    /// - Throws: `.personUnknown`, or `.outOfRange` for a number outside ``GalleryLimits``.
    public func compare(
        _ fingers: [ProbeFinger], with person: PersonID, maximumRotation: Rotation = .any,
        positions: PositionPolicy = .lookForSwaps, parameters: SearchParameters = SearchParameters()
    ) throws(GalleryError) -> (match: PersonMatch, snapshot: UInt64) {
        let probe = try PreparedProbe(fingers)
        guard let found = locate(person) else {
            throw GalleryError(.personUnknown, field: "person")
        }
        let workspace = ComparisonWorkspace()
        let references = found.slot.views(of: found.owner)
        let match = Widening.look(upTo: maximumRotation, decision: parameters.decision) { rotation in
            guard positions == .lookForSwaps, probe.isLabelled else {
                return PersonComparison(probe, references, within: rotation, workspace).match
            }
            return PersonComparison.best(
                probe, references, within: rotation, workspace, decision: parameters.decision)
        }
        return (match, found.snapshot)
    }
}

extension SearchResult {
    fileprivate init(
        _ plan: SearchPlan, _ outcome: SearchPlan.Outcome, _ snapshot: GallerySnapshot, _ maximumCandidates: Int
    ) {
        let uncovered = plan.uncovered(least: plan.parameters.leastShared)
        self.init(
            candidates: outcome.found.candidates.prefix(maximumCandidates).map(\.candidate),
            searched: plan.templates(of: outcome.looks), gallery: snapshot.references, persons: outcome.persons,
            notCompared: uncovered.persons, fencedPersons: snapshot.fencedPersons,
            missing: uncovered.positions.positions, threshold: outcome.threshold, look: outcome.found.look.swap,
            snapshot: snapshot.number, rotation: outcome.found.look.rotation, effort: plan.effort.total)
    }
}
