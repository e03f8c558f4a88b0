import TamgaMatcher

/// Stage B: the comparison score of two fingers and how it came about.
///
/// The steps, in order: similar pairs, pairs that agree, motions, the best of them refined, an elastic
/// correction, and a score normalised by the overlap. Complexity: O(n^2), n <= 64 minutiae each.
struct PlainComparison: Sendable {
    /// The raw score, 0 or more; calibration turns it into a false match rate.
    private(set) var score: Float = 0
    private(set) var pairing: [PlainPairing.Pair] = []
    private(set) var motion: RigidMotion?

    /// - Parameters:
    ///   - maximumRotation: 1/256 turn either way, 0 to 128.
    init(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int = Rotation.any.steps
    ) {
        let matrix = PlainSimilarity(probe, reference, maximumRotation: maximumRotation)
        self.init(probe: PlainPoints(probe), reference: PlainPoints(reference), matrix: matrix)
    }

    init(
        probe a: PlainPoints, reference b: PlainPoints, matrix: PlainSimilarity
    ) {
        let pairs = PlainCandidates(matrix, probe: a, reference: b)
        guard pairs.count > 0 else { return }
        let motions = PlainAlignment.hypotheses(pairs, probe: a, reference: b)
        let counts = motions.map { PlainAlignment.softCount($0, matrix, probe: a, reference: b) }
        let ranked = motions.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
        for index in ranked.prefix(MatcherConstants.refined) {
            let refinement = PlainRefinement(motions[index], probe: a, reference: b, matrix: matrix)
            if refinement.score.score > score || motion == nil {
                (score, pairing, motion) = (refinement.score.score, refinement.pairs, refinement.motion)
            }
        }
    }
}
