internal import TamgaKernelsBaseline
#if arch(x86_64)
internal import TamgaKernelsAVX2
internal import TamgaKernelsAVX512
#endif

/// The inner loops of S3, B and the signature at one level: what each does stands at its function in
/// `TamgaKernelsBaseline`.
///
/// Functions and not a choice at each call: a comparison calls some eighty of them. All levels give the same bits.
// SAFETY: only functions are kept; whoever calls one vouches for the memory it is given.
@safe
public struct FingerKernels: Sendable {
    /// Mutable numbers of one kind in memory.
    public typealias Floats = UnsafeMutablePointer<Float>
    /// As ``Floats``, of 32-bit words.
    public typealias Words = UnsafeMutablePointer<UInt32>
    /// As ``Floats``, of bytes.
    public typealias Bytes = UnsafeMutablePointer<UInt8>

    /// Places, angles, count, radians of a step, weights, crowding, into: `FingerPoints.fill`.
    public let fillPoints: @Sendable (
        UnsafePointer<UInt32>, UnsafePointer<UInt8>, Int, Float, UnsafePointer<Float>, UnsafePointer<Float>,
        Floats
    ) -> Void
    /// Probe, its angles, rows, reference, its angles, columns, rotation, farthest, wanted, index, list, keys:
    /// `NearestPairs.select`.
    public let nearest: @Sendable (
        UnsafePointer<UInt64>, UnsafePointer<UInt8>, Int, UnsafePointer<UInt64>, UnsafePointer<UInt8>, Int, Int,
        Int, Int, Bytes, Words, Words
    ) -> Int
    /// Floats, words, count, reach, base, slope, into: `PivotSupport.best`.
    public let support: @Sendable (Floats, Words, Int, Int, Float, Float, Floats) -> Float
    /// Table, rows, floor, ceiling, wanted, scratch, keys: `LowestPairs.select`.
    public let lowest: @Sendable (UnsafePointer<UInt8>, Int, Int, Int, Int, Words, Words) -> Int
    /// Floats, words, count, turns, rotations, reach, lengths, list, scratch, into: `PairAgreement.fill`.
    public let agree: @Sendable (
        Floats, Words, Int, UnsafePointer<Float>, UnsafePointer<Float>, Int, UnsafePointer<Float>, Words, Floats,
        Floats
    ) -> Void
    /// Matrix, count, rounds, divisor, strengths: `Relaxation.run`.
    public let relax: @Sendable (Floats, Int, Int, Float, Floats) -> Void
    /// Cylinder, words, rows, thresholds, into: `SignatureKernel.project`.
    public let project: @Sendable (
        UnsafePointer<UInt64>, Int, UnsafePointer<Int16>, UnsafePointer<Int16>, UnsafeMutablePointer<UInt64>
    ) -> Void
    /// Angles, count, into: `TurnIndex.fill`.
    public let indexTurns: @Sendable (UnsafePointer<UInt8>, Int, Bytes) -> Void
    /// Keys, count, into: `Ranking.ascending`.
    public let rank: @Sendable (Words, Int, Words) -> Void
    /// Finger, count, motion, into: `Placement.move`.
    public let move: @Sendable (Floats, Int, UnsafePointer<Float>, Floats) -> Void
    /// Placed, count, residuals, pairs, width: `Placement.bend`.
    public let bend: @Sendable (Floats, Int, Floats, Int, Float) -> Void
    /// Probe, rows, reference, index, columns, limit, gate, table, scratch, pairs, squares, angles, distances:
    /// `NearPairs.find`.
    public let findNear: @Sendable (
        Floats, Int, Floats, Bytes, Int, Float, Float, Bytes, Floats, Words, Floats, Floats, Bytes
    ) -> Int
    /// Pairs, squares, angles, distances, count, likeness, place, turn, limit, scratch: `PairWeights.softCount`.
    public let softCount: @Sendable (
        Words, Floats, Floats, Bytes, Int, UnsafePointer<Float>, Float, Float, Float, Floats
    ) -> Float
    /// Squares, angles, count, place, turn, into: `PairWeights.gaussians`.
    public let gaussians: @Sendable (Floats, Floats, Int, Float, Float, Floats) -> Void
    /// Pairs, squares, angles, distances, count, similarity, limit, gate, into: `PairWeights.costs`.
    public let costs: @Sendable (Words, Floats, Floats, Bytes, Int, UnsafePointer<Float>, Float, Float, Words) -> Int
    /// Places, count, into: `Hull.order`.
    public let hullOrder: @Sendable (Floats, Int, Words) -> Void
    /// Places, count, order, corners, into: `Hull.edges`.
    public let hullEdges: @Sendable (Floats, Int, Words, Words, Floats) -> Int
    /// Places, count, edges, how many, into: `Hull.depths`.
    public let hullDepths: @Sendable (Floats, Int, Floats, Int, Floats) -> Void

    /// Those of the level in use.
    public static let current = of(.current)

    /// The kernels of a level, one of ``KernelLevel/available``.
    public static func of(_ level: KernelLevel) -> FingerKernels {
        precondition(KernelLevel.available.contains(level))
        switch level {
        case .baseline: return baseline
        #if arch(x86_64)
        case .avx2: return avx2
        case .avx512: return avx512
        #else
        case .avx2, .avx512: return baseline
        #endif
        }
    }


    // SAFETY: see the type.
    private static let baseline = unsafe FingerKernels(
        fillPoints: TamgaKernelsBaseline.FingerPoints.fill,
        nearest: TamgaKernelsBaseline.NearestPairs.select,
        support: TamgaKernelsBaseline.PivotSupport.best,
        lowest: TamgaKernelsBaseline.LowestPairs.select,
        agree: TamgaKernelsBaseline.PairAgreement.fill,
        relax: TamgaKernelsBaseline.Relaxation.run,
        project: TamgaKernelsBaseline.SignatureKernel.project,
        indexTurns: TamgaKernelsBaseline.TurnIndex.fill,
        rank: TamgaKernelsBaseline.Ranking.ascending,
        move: TamgaKernelsBaseline.Placement.move,
        bend: TamgaKernelsBaseline.Placement.bend,
        findNear: TamgaKernelsBaseline.NearPairs.find,
        softCount: TamgaKernelsBaseline.PairWeights.softCount,
        gaussians: TamgaKernelsBaseline.PairWeights.gaussians,
        costs: TamgaKernelsBaseline.PairWeights.costs,
        hullOrder: TamgaKernelsBaseline.Hull.order,
        hullEdges: TamgaKernelsBaseline.Hull.edges,
        hullDepths: TamgaKernelsBaseline.Hull.depths)
    #if arch(x86_64)

    // SAFETY: see the type.
    private static let avx2 = unsafe FingerKernels(
        fillPoints: TamgaKernelsAVX2.FingerPoints.fill,
        nearest: TamgaKernelsAVX2.NearestPairs.select,
        support: TamgaKernelsAVX2.PivotSupport.best,
        lowest: TamgaKernelsAVX2.LowestPairs.select,
        agree: TamgaKernelsAVX2.PairAgreement.fill,
        relax: TamgaKernelsAVX2.Relaxation.run,
        project: TamgaKernelsAVX2.SignatureKernel.project,
        indexTurns: TamgaKernelsAVX2.TurnIndex.fill,
        rank: TamgaKernelsAVX2.Ranking.ascending,
        move: TamgaKernelsAVX2.Placement.move,
        bend: TamgaKernelsAVX2.Placement.bend,
        findNear: TamgaKernelsAVX2.NearPairs.find,
        softCount: TamgaKernelsAVX2.PairWeights.softCount,
        gaussians: TamgaKernelsAVX2.PairWeights.gaussians,
        costs: TamgaKernelsAVX2.PairWeights.costs,
        hullOrder: TamgaKernelsAVX2.Hull.order,
        hullEdges: TamgaKernelsAVX2.Hull.edges,
        hullDepths: TamgaKernelsAVX2.Hull.depths)

    // SAFETY: see the type.
    private static let avx512 = unsafe FingerKernels(
        fillPoints: TamgaKernelsAVX512.FingerPoints.fill,
        nearest: TamgaKernelsAVX512.NearestPairs.select,
        support: TamgaKernelsAVX512.PivotSupport.best,
        lowest: TamgaKernelsAVX512.LowestPairs.select,
        agree: TamgaKernelsAVX512.PairAgreement.fill,
        relax: TamgaKernelsAVX512.Relaxation.run,
        project: TamgaKernelsAVX512.SignatureKernel.project,
        indexTurns: TamgaKernelsAVX512.TurnIndex.fill,
        rank: TamgaKernelsAVX512.Ranking.ascending,
        move: TamgaKernelsAVX512.Placement.move,
        bend: TamgaKernelsAVX512.Placement.bend,
        findNear: TamgaKernelsAVX512.NearPairs.find,
        softCount: TamgaKernelsAVX512.PairWeights.softCount,
        gaussians: TamgaKernelsAVX512.PairWeights.gaussians,
        costs: TamgaKernelsAVX512.PairWeights.costs,
        hullOrder: TamgaKernelsAVX512.Hull.order,
        hullEdges: TamgaKernelsAVX512.Hull.edges,
        hullDepths: TamgaKernelsAVX512.Hull.depths)
    #endif
}
