internal import TamgaKernels

/// What the comparison looks up: the constants of `MatcherConstants` as tables in memory that stays.
// SAFETY: written once, before anybody can read it, and never freed.
@safe
struct ComparisonTables: @unchecked Sendable {
    static let shared = ComparisonTables()

    /// Cosine and sine of the 512 directions of a half 1/256 turn.
    let turns: Floats
    /// Evidence of the 16 quality classes, then presence of them; and how crowding takes from them.
    let weights: Floats
    let crowding: Floats
    /// By Hamming distance, 0 to 255: `clamp(1.2 (1 - 2h/128), 0, 1)`, steep: what chooses pairs and aligns.
    let similarity: Floats
    /// `1 - h/127`, at least 0: once the fingers lie on each other, even a poor likeness says something.
    let likeness: Floats
    /// What similarity weighs where motions are ranked, and where they are fitted.
    let softLikeness: Floats
    let fitLikeness: Floats
    /// `1 - dr^2` by difference of rotation in 1/256 turn, as far as it is above 0; and the largest of these.
    let rotations: Floats
    let rotationReach: Int
    /// Tolerance of lengths: base, slope.
    let lengths: Floats
    /// `((51 - h) / 51)^1.5` for Hamming distances 0 to 50.
    let geometry: Floats
    /// The largest Hamming distance at which the similarity is still 1, and at which it still makes a candidate.
    let closest: Int
    let farthest: Int

    private init() {
        turns = Self.kept(TurnTable.halfSteps.flatMap { [$0.x, $0.y] })
        weights = Self.kept(Self.byClass(Reliability.evidenceByQuality) + Self.byClass(Reliability.presenceByQuality))
        crowding = Self.kept([
            MatcherConstants.crowdedDistance, MatcherConstants.crowdedWidth, MatcherConstants.crowdedEvidence,
            MatcherConstants.crowdedPresence,
        ])
        let similarities = (0...255).map { min(max(1.2 * (1 - 2 * Float($0) / 128), 0), 1) }
        similarity = Self.kept(similarities)
        softLikeness = Self.kept(similarities.map { 0.3 + 0.7 * $0 })
        fitLikeness = Self.kept(similarities.map { 0.2 + $0 })
        likeness = Self.kept((0...255).map { max(1 - Float($0) / MatcherConstants.likenessEnd, 0) })
        closest = similarities.lastIndex { $0 == 1 } ?? 0
        farthest = similarities.lastIndex { $0 > MatcherConstants.pairSimilarity } ?? 0
        let turned = (0...128).map {
            Float($0) * TurnTable.radiansPerStep / MatcherConstants.rotationTolerance
        }.prefix { $0 < 1 }
        rotations = Self.kept(turned.map { 1 - $0 * $0 })
        rotationReach = turned.count - 1
        lengths = Self.kept([MatcherConstants.lengthBase, MatcherConstants.lengthSlope])
        geometry = Self.kept(
            (0...MatcherConstants.s1Distance).map { distance in
                let ratio = Float(51 - distance) / 51
                return ratio * ratio.squareRoot()
            })
    }

    private static func byClass(_ table: [Float]) -> [Float] {
        (0..<UInt8(QualityClass.count)).map { table[Int(QualityClass.representative($0))] }
    }

    private static func kept(_ values: [Float]) -> Floats {
        // SAFETY: as many elements are allocated as are written.
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: values.count)
        for (index, value) in values.enumerated() { unsafe (memory + index).initialize(to: value) }
        return unsafe Floats(memory)
    }
}

extension ComparisonTables {
    /// A finger as ``PointColumns``.
    func fillPoints(of finger: DescriptorView, into points: Floats, _ kernels: FingerKernels) {
        // SAFETY: a view has at most the 64 minutiae that columns hold.
        unsafe kernels.fillPoints(
            finger.places, finger.angles, finger.count, TurnTable.radiansPerStep, weights.base, crowding.base,
            points.base)
    }
}
