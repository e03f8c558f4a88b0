/// Stage B: the comparison score of two fingers and how it came about.
///
/// The steps, in order: similar pairs, pairs that agree, motions, the best of them refined, an elastic
/// correction, and a score normalised by the overlap. Complexity: O(n^2), n <= 64 minutiae each.
package struct ExactComparison: Sendable {
    /// The raw score, 0 or more; calibration turns it into a false match rate.
    package private(set) var score: Float = 0
    package private(set) var pairing: [Pairing.Pair] = []
    package private(set) var motion: RigidMotion?

    /// - Parameters:
    ///   - maximumRotation: 1/256 turn either way, 0 to 128.
    ///   - sink: sees every stage; nil costs nothing.
    package init(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int = Rotation.any.steps,
        sink: ComparisonSink? = nil
    ) {
        let matrix = SimilarityMatrix(probe, reference, maximumRotation: maximumRotation)
        self.init(probe: FingerPoints(probe), reference: FingerPoints(reference), matrix: matrix, sink: sink)
    }

    package init(
        probe a: FingerPoints, reference b: FingerPoints, matrix: SimilarityMatrix, sink: ComparisonSink? = nil
    ) {
        let pairs = CandidatePairs(matrix, probe: a, reference: b)
        guard pairs.count > 0 else { return }
        let motions = Alignment.hypotheses(pairs, probe: a, reference: b, sink: sink)
        let counts = motions.map { Alignment.softCount($0, matrix, probe: a, reference: b) }
        for (motion, count) in zip(motions, counts) { sink?(.hypothesis(motion, softCount: count)) }
        let ranked = motions.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
        for index in ranked.prefix(MatcherConstants.refined) {
            let refinement = Refinement(motions[index], probe: a, reference: b, matrix: matrix)
            sink?(
                .refined(refinement.motion, places: refinement.places, pairs: refinement.pairs, refinement.score))
            if refinement.score.score > score || motion == nil {
                (score, pairing, motion) = (refinement.score.score, refinement.pairs, refinement.motion)
            }
        }
    }
}
