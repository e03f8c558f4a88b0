/// What pairs that lie near each other count.
public enum PairWeights {
    /// The soft count that ranks motions: for each minutia of the probe the best of
    /// `exp(-squared / place - angle^2 / turn) x likeness`, added up in the probe's order.
    ///
    /// - Parameters:
    ///   - pairs: `count` of a list of ``NearPairs``, with their squared distances, angles and Hamming distances.
    ///   - likeness: by Hamming distance, 256.
    ///   - place: pixels^2; `turn` radians^2; `limit` the exponent from which a pair counts nothing.
    ///   - scratch: room for one vector.
    @inline(never)
    public static func softCount(
        pairs: UnsafeMutablePointer<UInt32>, squares: UnsafeMutablePointer<Float>,
        angles: UnsafeMutablePointer<Float>, distances: UnsafeMutablePointer<UInt8>, count: Int,
        likeness: UnsafePointer<Float>, place: Float, turn: Float, limit: Float, scratch: UnsafeMutablePointer<Float>
    ) -> Float {
        // SAFETY: the pointers hold what is said above.
        let (pairs, squares, angles) = unsafe (Words(pairs), Floats(squares), Floats(angles))
        let (distances, scratch) = unsafe (Bytes(distances), Floats(scratch))
        var total: Float = 0
        var best: Float = 0
        var minutia: UInt32 = 0
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let angle = angles[lanes: first]
            let exponent = squares[lanes: first] / place + angle * angle / turn
            scratch[lanes: 0] = Vector.keep(exponent .< limit, Vector.expNegative(exponent))
            let held = count &- first < Vector.width ? count &- first : Vector.width
            for lane in 0..<held {
                let probe = pairs[first &+ lane] &>> 8
                if probe != minutia {
                    total += best
                    (best, minutia) = (0, probe)
                }
                // SAFETY: a table of 256, by a byte.
                let weight = unsafe scratch[lane] * likeness[Int(distances[first &+ lane])]
                best = weight > best ? weight : best
            }
        }
        return total + best
    }

    /// `exp(-squared / place - angle^2 / turn)` of each pair.
    @inline(never)
    public static func gaussians(
        squares: UnsafeMutablePointer<Float>, angles: UnsafeMutablePointer<Float>, count: Int, place: Float,
        turn: Float, into weights: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: columns of whole vectors.
        let (squares, angles, weights) = unsafe (Floats(squares), Floats(angles), Floats(weights))
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let angle = angles[lanes: first]
            weights[lanes: first] = Vector.expNegative(squares[lanes: first] / place + angle * angle / turn)
        }
    }

    /// Keeps of a list the pairs that turn by less than a gate, and writes what each costs as the bits of a float.
    ///
    /// `cost = squared / limit + angle^2 / gate^2 + 1 - similarity`, which is never negative: the bits order as it.
    ///
    /// - Parameter similarity: by Hamming distance, 256.
    /// - Returns: how many are left.
    @inline(never)
    public static func costs(
        pairs: UnsafeMutablePointer<UInt32>, squares: UnsafeMutablePointer<Float>,
        angles: UnsafeMutablePointer<Float>, distances: UnsafeMutablePointer<UInt8>, count: Int,
        similarity: UnsafePointer<Float>, limit: Float, gate: Float, into costs: UnsafeMutablePointer<UInt32>
    ) -> Int {
        // SAFETY: the pointers hold what is said above.
        let (pairs, squares, angles) = unsafe (Words(pairs), Floats(squares), Floats(angles))
        let (distances, costs) = unsafe (Bytes(distances), Words(costs))
        var kept = 0
        for index in 0..<count {
            let angle = angles[index]
            guard angle.magnitude < gate else { continue }
            let distance = distances[index]
            pairs[kept] = pairs[index]
            squares[kept] = squares[index]
            angles[kept] = angle
            distances[kept] = distance
            let cost = unsafe squares[index] / limit + angle * angle / (gate * gate) + 1 - similarity[Int(distance)]
            costs[kept] = cost.bitPattern
            kept &+= 1
        }
        return kept
    }
}
