/// How numbers lie in memory that the matcher and the kernels share: both compile this file.
enum Vector {
    /// Lanes of a vector, and elements of a column: 64 minutiae, or as many pairs.
    @inline(__always) static var width: Int { 16 }
    @inline(__always) static var column: Int { 64 }

    /// Vectors that hold so many elements.
    @inline(__always)
    static func blocks(_ count: Int) -> Int { (count &+ 15) &>> 4 }
}

/// A finger as floating point: columns of 64, one after the other.
enum PointColumns {
    /// Pixels; radians in (-pi, pi]; what a minutia says when it is paired, and when it is missed.
    @inline(__always) static var x: Int { 0 }
    @inline(__always) static var y: Int { 1 }
    @inline(__always) static var direction: Int { 2 }
    @inline(__always) static var evidence: Int { 3 }
    @inline(__always) static var presence: Int { 4 }
    @inline(__always) static var count: Int { 5 }
}

/// Columns of a candidate pair of B, one after the other.
enum PairColumns {
    /// Floats: its minutia's place in the probe, in the reference.
    @inline(__always) static var fromX: Int { 0 }
    @inline(__always) static var fromY: Int { 1 }
    @inline(__always) static var toX: Int { 2 }
    @inline(__always) static var toY: Int { 3 }
    /// Words: number of its minutia in the probe, in the reference; the rotation it implies, 1/256 turn.
    @inline(__always) static var probe: Int { 0 }
    @inline(__always) static var reference: Int { 1 }
    @inline(__always) static var turn: Int { 2 }
}

/// Columns of a pair of S3.
enum PivotColumns {
    /// Floats: weight; place in the probe, in the reference; cosine and sine of its rotation.
    @inline(__always) static var weight: Int { 0 }
    @inline(__always) static var fromX: Int { 1 }
    @inline(__always) static var fromY: Int { 2 }
    @inline(__always) static var toX: Int { 3 }
    @inline(__always) static var toY: Int { 4 }
    @inline(__always) static var cosine: Int { 5 }
    @inline(__always) static var sine: Int { 6 }
    @inline(__always) static var floatCount: Int { 7 }
    /// Words: its rotation, 1/256 turn; its minutia of the probe.
    @inline(__always) static var turn: Int { 0 }
    @inline(__always) static var probe: Int { 1 }
}

/// What is known of two minutiae that lie near each other: words `i << 8 | j`; squared distance, pixels^2; difference
/// of direction, radians; Hamming distance of the signatures.
enum NearColumns {
    /// Length of the lists: all pairs, and a vector more.
    @inline(__always) static var capacity: Int { 64 * 64 + 16 }
}

/// An edge of a hull, its inside to the left: x, y of where it begins; x, y of its direction, of length 1.
enum HullEdge {
    @inline(__always) static var floats: Int { 4 }
}
