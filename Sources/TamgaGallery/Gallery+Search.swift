public import TamgaMatcher
public import TamgaRegistry
public import TamgaTemplates

extension Gallery {
    /// Searches a snapshot for the persons whose fingers these are; blocks until it is done.
    ///
    /// Every template that a finger of the probe may equal is compared by S1, the best of them by S3, the persons
    /// best by that exactly. It is looked at within the usual rotation first, then within `maximumRotation`; then, as
    /// `positions` allows, with the hands exchanged, and at any position. The first look in which somebody reaches the
    /// threshold of `target` is the answer, or else the last one as labelled. The same persons and probe give the same
    /// bits, whatever the shards and the threads, and the order of fingers.
    ///
    /// - Parameters:
    ///   - snapshot: nil for the newest.
    ///   - maximumCandidates: persons in the answer at most, ``GalleryLimits/candidates``.
    ///   - target: the rate of false hits the threshold is made for.
    ///   - positions: what the positions of the probe are worth.
    /// - Throws: `.outOfRange` for a number outside ``GalleryLimits``.
    /// - Complexity: O(minutiae of the probe x minutiae of the gallery).
    public func search(
        _ snapshot: GallerySnapshot? = nil, for fingers: [ProbeFinger], maximumCandidates: Int,
        maximumRotation: Rotation = .any, target: TargetFPIR = .usual, positions: PositionPolicy = .lookForSwaps,
        parameters: SearchParameters = SearchParameters()
    ) throws(GalleryError) -> SearchResult {
        try GalleryError.check(maximumCandidates, "candidates", within: GalleryLimits.candidates)
        let probe = try PreparedProbe(fingers)
        let snapshot = snapshot ?? self.snapshot()
        let plan = SearchPlan(probe, in: snapshot, workers: workers, parameters: parameters)
        let outcome = plan.search(upTo: maximumRotation, target, positions)
        return SearchResult(
            candidates: outcome.found.candidates.prefix(maximumCandidates).map(\.candidate),
            searched: plan.templates(of: outcome.looks), gallery: snapshot.references, persons: outcome.persons,
            threshold: outcome.threshold, look: outcome.found.look.swap, snapshot: snapshot.number,
            rotation: outcome.found.look.rotation)
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
        guard let (known, snapshot) = find(person) else {
            throw GalleryError(.personUnknown, field: "person")
        }
        let match = Widening.look(upTo: maximumRotation, decision: parameters.decision) { rotation in
            guard positions == .lookForSwaps, probe.isLabelled else {
                return PersonComparison(probe, known.references, within: rotation).match
            }
            return PersonComparison.best(
                probe, known.references, within: rotation, decision: parameters.decision)
        }
        return (match, snapshot)
    }
}
