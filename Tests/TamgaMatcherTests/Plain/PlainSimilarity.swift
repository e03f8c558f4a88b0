import TamgaMatcher

/// How alike each minutia of a probe is to each of a reference, row by row.
struct PlainSimilarity: Sendable {
    let columns: Int
    /// 0 to 1, steep: what chooses pairs and aligns.
    private(set) var values: [Float]
    /// Hamming distances, 0 to 128; `beyondRotation` where the rotation is not allowed.
    private var distances: [UInt8]

    /// The distance that stands for "not allowed".
    static let beyondRotation = 255

    /// - Parameter distance: Hamming distance of two signatures, 0 to 128, or `beyondRotation`.
    init(rows: Int, columns: Int, distance: (Int, Int) -> Int) {
        self.columns = columns
        values = []
        distances = []
        values.reserveCapacity(rows * columns)
        distances.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let distance = distance(row, column)
                distances.append(UInt8(distance))
                values.append(Self.valueByDistance[distance])
            }
        }
    }

    /// From signatures; beyond the rotation allowed (1/256 turn) nothing is alike.
    init(_ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int) {
        self.init(rows: probe.count, columns: reference.count) { i, j in
            let turn = TurnTable.difference(probe.angles[i], reference.angles[j])
            guard abs(turn) <= maximumRotation else { return Self.beyondRotation }
            return probe.distance(i, reference, j)
        }
    }

    /// `clamp(1.2 (1 - 2h/128), 0, 1)`.
    private static let valueByDistance: [Float] = (0...beyondRotation).map { distance in
        min(max(1.2 * (1 - 2 * Float(distance) / 128), 0), 1)
    }

    /// `1 - h/127`, at least 0: once the fingers lie on each other, even a poor likeness says something.
    private static let likenessByDistance: [Float] = (0...beyondRotation).map { distance in
        max(1 - Float(distance) / MatcherConstants.likenessEnd, 0)
    }

    @inline(__always)
    subscript(row: Int, column: Int) -> Float { values[row * columns + column] }

    /// What the signatures of a pair that lies right contribute to the score, 0 to 1.
    @inline(__always)
    func likeness(_ row: Int, _ column: Int) -> Float {
        Self.likenessByDistance[Int(distances[row * columns + column])]
    }
}
