public import TamgaMatcher
public import TamgaRegistry

extension Gallery {
    /// Searches a snapshot for the persons whose fingers these are; blocks until it is done.
    ///
    /// Every template that a finger of the probe may equal is compared by S1, the best of them by S3, the persons
    /// best by that exactly. It is looked at within the usual rotation first and, where nobody reaches the threshold
    /// of `target`, again within `maximumRotation`: then the second look is the answer. The same persons and probe
    /// give the same bits, whatever the shards and the threads, and the order of fingers.
    ///
    /// - Parameters:
    ///   - snapshot: nil for the newest.
    ///   - target: the rate of false hits the threshold is made for.
    ///   - maximumCandidates: persons in the answer at most, ``GalleryLimits/candidates``.
    /// - Throws: `.outOfRange` for a number outside ``GalleryLimits``.
    /// - Complexity: O(minutiae of the probe x minutiae of the gallery).
    public func search(
        _ snapshot: GallerySnapshot? = nil, for fingers: [ProbeFinger], maximumCandidates: Int,
        maximumRotation: Rotation = .any, target: TargetFPIR = .usual,
        parameters: SearchParameters = SearchParameters()
    ) throws(GalleryError) -> SearchResult {
        try GalleryError.check(maximumCandidates, "candidates", within: GalleryLimits.candidates)
        let probe = try PreparedProbe(fingers)
        let snapshot = snapshot ?? self.snapshot()
        let plan = SearchPlan(probe, in: snapshot, workers: workers, parameters: parameters)
        // The wider look compares all that the first one did, and more: for a stranger it is one chance, not two, and
        // the calibration was measured at any rotation.
        let threshold = IdentificationThreshold(target, chances: Double(plan.comparable))
        let (found, rotation) = Widening.look(upTo: maximumRotation, decision: threshold.score) { rotation in
            let found = plan.run(within: rotation)
            return (found.candidates.first?.score ?? 0, found)
        }
        return SearchResult(
            candidates: Array(found.candidates.prefix(maximumCandidates)), searched: found.searched,
            gallery: snapshot.references, persons: plan.comparable, threshold: threshold,
            snapshot: snapshot.number, rotation: rotation)
    }

    /// Compares a probe with one person exactly; the score is the one a search within the same rotation gives.
    ///
    /// - Returns: the match, and the number of the snapshot that held the person.
    /// - Throws: `.personUnknown`, or `.outOfRange` for a number outside ``GalleryLimits``.
    public func compare(
        _ fingers: [ProbeFinger], with person: PersonID, maximumRotation: Rotation = .any,
        parameters: SearchParameters = SearchParameters()
    ) throws(GalleryError) -> (match: PersonMatch, snapshot: UInt64) {
        let probe = try PreparedProbe(fingers)
        guard let (known, snapshot) = find(person) else {
            throw GalleryError(.personUnknown, field: "person")
        }
        let (match, _) = Widening.look(upTo: maximumRotation, decision: parameters.decision) { rotation in
            let match = PersonComparison(probe, known.references, within: rotation).match
            return (match.score, match)
        }
        return (match, snapshot)
    }
}
