internal import TamgaKernels

/// A probe's finger prepared once for all its comparisons: whatever does not depend on the reference.
// SAFETY: the memory is written in the initialiser, only read after it, and freed with the object.
@safe
public final class PreparedFinger: @unchecked Sendable {
    /// Minutiae, 0 to 64.
    public let count: Int

    let signatures: UnsafeMutablePointer<UInt64>
    let angles: Bytes
    let places: Words
    /// As ``PointColumns``.
    let points: Floats
    /// The weight of each minutia in S3: evidence without regard to crowding.
    let evidence: Floats
    private let arena: Arena

    /// Takes a copy of the finger. Complexity: O(n^2).
    public convenience init(_ finger: FingerDescriptor) {
        self.init(count: finger.count)
        finger.withView(take)
    }

    /// As above, of a finger where it lies.
    public convenience init(_ finger: DescriptorView) {
        self.init(count: finger.count)
        take(finger)
    }

    private init(count: Int) {
        var arena = Arena(bytes: 4096)
        self.count = count
        // SAFETY: the columns have room for 64 minutiae, which no view exceeds.
        unsafe signatures = arena.signatures(2 * Vector.column)
        angles = arena.bytes(Vector.column)
        places = arena.words(Vector.column)
        points = arena.floats(PointColumns.count * Vector.column)
        evidence = arena.floats(Vector.column)
        self.arena = arena
    }

    private func take(_ finger: DescriptorView) {
        let tables = ComparisonTables.shared
        // SAFETY: as above.
        unsafe signatures.update(from: finger.signatures, count: 2 * count)
        unsafe angles.base.update(from: finger.angles, count: count)
        unsafe places.base.update(from: finger.places, count: count)
        for index in 0..<count { evidence[index] = tables.weights[Int(places[index] >> 28)] }
        tables.fillPoints(of: finger, into: points, .current)
    }

    /// What each minutia says when it is paired, and when it is missed, 0 to 1; see ``Reliability``.
    package var reliability: (evidence: [Float], presence: [Float]) {
        let columns = (points.column(PointColumns.evidence), points.column(PointColumns.presence))
        return ((0..<count).map { columns.0[$0] }, (0..<count).map { columns.1[$0] })
    }

    deinit {
        // SAFETY: the only owner.
        unsafe arena.base.deallocate()
    }
}
