public import TamgaKernels

/// The scratch memory of one thread: used again from comparison to comparison, none of which sees what another left.
///
/// About 120 KB, of which an ordinary comparison touches a third.
@safe
public final class ComparisonWorkspace {
    /// Hamming distances, rows of 64.
    let table: Bytes
    /// The reference as ``PointColumns``; how many of its directions are smaller than each; the hull of its minutiae.
    let reference: Floats
    let referenceIndex: Bytes
    let referenceHull: Floats
    var referenceEdges = 0
    /// The probe where a motion and the skin's distortion put it: x, y, direction; its hull there.
    let placed: Floats
    let placedHull: Floats
    /// Candidate pairs: the columns of ``PairColumns``; how strong they are; how they agree.
    let candidates: Floats
    let candidateWords: Words
    let strengths: Floats
    let agreement: Floats
    /// Lists of ``NearColumns``; what each pair costs, and the order by cost.
    let near: NearList
    let costs: Words
    let order: Words
    /// The pairs that were chosen, at most 64.
    let paired: NearList
    let pairedWeights: Floats
    let residuals: Floats
    /// Pairs that a motion is fitted to: from x, y; to x, y; weight.
    let fitted: Floats
    /// Pairs of S3: the columns of ``PivotColumns``.
    let pivots: Floats
    let pivotWords: Words
    /// The motions found; room for a column of them.
    let motions: Motions
    /// Short-lived: eight vectors of floats; three columns of words.
    let scratch: Floats
    let scratchWords: Words
    /// The inner loops, and what processor they are for.
    let kernels: FingerKernels
    let level: KernelLevel
    private let arena: Arena

    /// Memory for fingers of at most 64 minutiae.
    ///
    /// - Parameter level: one of `KernelLevel.available`; all give the same scores.
    public init(level: KernelLevel = .current) {
        self.level = level
        kernels = .of(level)
        var arena = Arena(bytes: 127 * 1024)
        let side = Vector.column
        table = arena.bytes(side * side)
        reference = arena.floats(PointColumns.count * side)
        referenceIndex = arena.bytes(512)
        referenceHull = arena.floats(2 * side * HullEdge.floats)
        placed = arena.floats(3 * side)
        placedHull = arena.floats(2 * side * HullEdge.floats)
        candidates = arena.floats(4 * side)
        candidateWords = arena.words(3 * side)
        strengths = arena.floats(side)
        agreement = arena.floats(side * side)
        near = NearList(&arena, capacity: NearColumns.capacity)
        costs = arena.words(NearColumns.capacity)
        order = arena.words(NearColumns.capacity)
        paired = NearList(&arena, capacity: side)
        pairedWeights = arena.floats(side)
        residuals = arena.floats(4 * side)
        fitted = arena.floats(5 * side)
        pivots = arena.floats(PivotColumns.floatCount * side)
        pivotWords = arena.words(2 * side)
        scratch = arena.floats(8 * Vector.width)
        scratchWords = arena.words(3 * side)
        motions = Motions(floats: arena.floats(Motions.capacity * Motions.floatsEach))
        self.arena = arena
    }

    deinit {
        // SAFETY: the only owner.
        unsafe arena.base.deallocate()
    }
}

/// The lists of ``NearColumns``: words `i << 8 | j`, squared distances, angles, Hamming distances.
struct NearList {
    let pairs: Words
    let squares: Floats
    let angles: Floats
    let distances: Bytes

    init(_ arena: inout Arena, capacity: Int) {
        pairs = arena.words(capacity)
        squares = arena.floats(capacity)
        angles = arena.floats(capacity)
        distances = arena.bytes(capacity)
    }

    /// The minutia of the probe, and that of the reference.
    @inline(__always)
    func probe(_ index: Int) -> Int { Int(pairs[index] >> 8) }

    @inline(__always)
    func reference(_ index: Int) -> Int { Int(pairs[index] & 255) }
}
