/// Stage B: the comparison score of two fingers and how it came about.
///
/// The steps, in order: similar pairs, pairs that agree, motions, the best of them refined, an elastic
/// correction, and a score normalised by the overlap. Complexity: O(n^2), n <= 64 minutiae each.
package struct ExactComparison: Sendable {
    /// The raw score, 0 or more; calibration turns it into a false match rate.
    package private(set) var score: Float = 0
    package private(set) var pairing: [Pairing.Pair] = []
    package private(set) var motion: RigidMotion?

    package init(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int = Rotation.any.steps
    ) {
        let matrix = SimilarityMatrix(probe, reference, maximumRotation: maximumRotation)
        self.init(probe: FingerPoints(probe), reference: FingerPoints(reference), matrix: matrix)
    }

    package init(probe a: FingerPoints, reference b: FingerPoints, matrix: SimilarityMatrix) {
        let pairs = CandidatePairs(matrix, probe: a, reference: b)
        guard pairs.count > 0 else { return }
        let ranked = Alignment.hypotheses(pairs, probe: a, reference: b).map { motion in
            (motion, Alignment.softCount(motion, matrix, probe: a, reference: b))
        }.enumerated().sorted { (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset) }
        for (_, (motion, _)) in ranked.prefix(MatcherConstants.refined) {
            let refinement = Refinement(motion, probe: a, reference: b, matrix: matrix)
            if refinement.score > score || self.motion == nil {
                (score, pairing, self.motion) = (refinement.score, refinement.pairs, refinement.motion)
            }
        }
    }
}
