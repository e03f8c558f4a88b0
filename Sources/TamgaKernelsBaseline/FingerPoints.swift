/// A finger as floating point: columns of 64, one after the other.
public enum FingerPoints {
    /// From what is stored. Rows from `count` on are filled too, with numbers that mean nothing.
    ///
    /// - Parameters:
    ///   - places: as ``PackedPlace`` packs them; angles in 1/256 turn.
    ///   - weights: evidence of the 16 quality classes, then presence of them.
    ///   - crowding: from how near (pixels) another minutia crowds one, over which width the effect fades, and what it
    ///     takes of evidence and of presence.
    ///   - columns: room for `PointColumns.count` columns.
    /// - Complexity: O(count^2).
    @inline(never)
    public static func fill(
        places: UnsafePointer<UInt32>, angles: UnsafePointer<UInt8>, count: Int, radiansPerStep: Float,
        weights: UnsafePointer<Float>, crowding: UnsafePointer<Float>, into columns: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: the pointers hold what is said above.
        let columns = unsafe Floats(columns)
        let (xs, ys) = (columns.column(PointColumns.x), columns.column(PointColumns.y))
        let directions = columns.column(PointColumns.direction)
        let (evidences, presences) = (columns.column(PointColumns.evidence), columns.column(PointColumns.presence))
        for index in 0..<count {
            let word = unsafe places[index]
            xs[index] = Float(Int32(truncatingIfNeeded: word & 16_383))
            ys[index] = Float(Int32(truncatingIfNeeded: word &>> 14 & 16_383))
            directions[index] = Float(Int8(bitPattern: unsafe angles[index])) * radiansPerStep
            evidences[index] = unsafe weights[Int(word &>> 28)]
            presences[index] = unsafe weights[16 &+ Int(word &>> 28)]
        }
        let (distance, width) = unsafe (crowding[0], crowding[1])
        let (ofEvidence, ofPresence) = unsafe (crowding[2], crowding[3])
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let (mineX, mineY) = (xs[lanes: first], ys[lanes: first])
            let numbers = Vector.numbers(from: first)
            var nearest = Lanes16(repeating: .greatestFiniteMagnitude)
            for other in 0..<count {
                let (dx, dy) = (xs[other] - mineX, ys[other] - mineY)
                let squared = dx * dx + dy * dy
                let isCloser = (squared .< nearest) .& (numbers .!= Vector.words(other))
                nearest = Vector.choose(isCloser, squared, else: nearest)
            }
            let beyond = Vector.root(nearest) - distance
            let crowded = Vector.smaller(Vector.larger(1 - beyond / width, .zero), Lanes16(repeating: 1))
            evidences[lanes: first] = evidences[lanes: first] * (1 - ofEvidence * crowded)
            presences[lanes: first] = presences[lanes: first] * (1 - ofPresence * crowded)
        }
    }
}
