/// How alike each minutia of a probe is to each of a reference, 0 to 1, row by row.
package struct SimilarityMatrix: Sendable {
    package let columns: Int
    package private(set) var values: [Float]

    package init(rows: Int, columns: Int, of value: (Int, Int) -> Float) {
        self.columns = columns
        values = []
        values.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { values.append(value(row, column)) }
        }
    }

    /// From signatures: `clamp(1.2 (1 - 2h/128), 0, 1)`, zero beyond the rotation allowed (1/256 turn).
    package init(_ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Int) {
        self.init(rows: probe.count, columns: reference.count) { i, j in
            let turn = TurnTable.difference(probe.angles[i], reference.angles[j])
            guard abs(turn) <= maximumRotation else { return 0 }
            return Self.bySignatureDistance[probe.distance(i, reference, j)]
        }
    }

    private static let bySignatureDistance: [Float] = (0...128).map { distance in
        min(max(1.2 * (1 - 2 * Float(distance) / 128), 0), 1)
    }

    @inline(__always)
    package subscript(row: Int, column: Int) -> Float { values[row * columns + column] }
}
