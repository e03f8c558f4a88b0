/// How well every two candidate pairs agree on one motion.
public enum PairAgreement {
    /// Fills `count` rows of 64 floats, a symmetric matrix of values 0 to 1: `(1 - dl^2)(1 - dr^2)(1 - ds^2)` of the
    /// length, rotation and direction of the line between two pairs; 0 where they share a minutia.
    ///
    /// First the few that turn alike are listed, then sixteen of these at a time are measured.
    ///
    /// - Parameters:
    ///   - turns: cosine and sine of 512 directions.
    ///   - rotations: `1 - dr^2` by difference of rotation, 0 to `reach` steps of 1/256 turn.
    ///   - lengths: tolerance of lengths, pixels: base and share of the mean length.
    ///   - list: room for 2,048 words; `scratch` for eight vectors.
    /// - Complexity: O(count^2), count <= 64.
    @inline(never)
    public static func fill(
        floats: UnsafeMutablePointer<Float>, words: UnsafeMutablePointer<UInt32>, count: Int,
        turns: UnsafePointer<Float>, rotations: UnsafePointer<Float>, reach: Int, lengths: UnsafePointer<Float>,
        list: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Float>,
        into matrix: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: the pointers hold what is said above.
        let (floats, words, list) = unsafe (Floats(floats), Words(words), Words(list))
        let (scratch, matrix) = unsafe (Floats(scratch), Floats(matrix))
        for block in 0..<4 &* count { matrix[lanes: block &* Vector.width] = .zero }
        let listed = alike(words, count, reach: UInt32(truncatingIfNeeded: reach), into: list)
        for batch in 0..<Vector.blocks(listed) {
            let first = batch &* Vector.width
            let held = listed &- first < Vector.width ? listed &- first : Vector.width
            for lane in 0..<held {
                let (t, u) = (Int(list[first &+ lane] &>> 8), Int(list[first &+ lane] & 255))
                scratch[lane] = floats.column(PairColumns.fromX)[u] - floats.column(PairColumns.fromX)[t]
                scratch[16 &+ lane] = floats.column(PairColumns.fromY)[u] - floats.column(PairColumns.fromY)[t]
                scratch[32 &+ lane] = floats.column(PairColumns.toX)[u] - floats.column(PairColumns.toX)[t]
                scratch[48 &+ lane] = floats.column(PairColumns.toY)[u] - floats.column(PairColumns.toY)[t]
                let (one, other) = (words.column(PairColumns.turn)[t], words.column(PairColumns.turn)[u])
                let apart = Int(Int8(truncatingIfNeeded: other &- one))
                // Half way between the two rotations, 1/512 turn.
                let middle = (2 &* Int(one) &+ apart) & 511
                // SAFETY: the tables have the sizes said above.
                scratch[64 &+ lane] = unsafe turns[2 &* middle]
                scratch[80 &+ lane] = unsafe turns[2 &* middle &+ 1]
                scratch[96 &+ lane] = unsafe rotations[apart < 0 ? 0 &- apart : apart]
            }
            scratch[lanes: 112] = unsafe agreement(scratch, base: lengths[0], slope: lengths[1])
            for lane in 0..<held {
                let (t, u) = (Int(list[first &+ lane] &>> 8), Int(list[first &+ lane] & 255))
                matrix[t &* Vector.column &+ u] = scratch[112 &+ lane]
                matrix[u &* Vector.column &+ t] = scratch[112 &+ lane]
            }
        }
    }

    /// Lists `t << 8 | u` of the pairs t < u that share no minutia and turn alike.
    @inline(__always)
    static func alike(_ words: Words, _ count: Int, reach: UInt32, into list: Words) -> Int {
        var listed = 0
        for t in 0..<count {
            let myProbe = Words16(repeating: words.column(PairColumns.probe)[t])
            let myReference = Words16(repeating: words.column(PairColumns.reference)[t])
            let myTurn = Words16(repeating: words.column(PairColumns.turn)[t] &- reach)
            let (after, end) = (Vector.words(t), Vector.words(count))
            let width = Words16(repeating: 2 &* reach)
            for block in t / Vector.width..<Vector.blocks(count) {
                let first = block &* Vector.width
                let apart = (words.column(PairColumns.turn)[lanes: first] &- myTurn) & 255
                let numbers = Vector.numbers(from: first)
                let isAlike =
                    (apart .<= width) .& (words.column(PairColumns.probe)[lanes: first] .!= myProbe)
                    .& (words.column(PairColumns.reference)[lanes: first] .!= myReference)
                    .& (numbers .> after) .& (numbers .< end)
                var left = Vector.bits(isAlike)
                while left != 0 {
                    list[listed] = UInt32(truncatingIfNeeded: t &<< 8 | (first &+ left.trailingZeroBitCount))
                    left &= left &- 1
                    listed &+= 1
                }
            }
        }
        return listed
    }

    /// Of sixteen lines: their ends apart in probe and reference, the middle rotation's cosine and sine, `1 - dr^2`.
    @inline(__always)
    static func agreement(_ lines: Floats, base: Float, slope: Float) -> Lanes16 {
        let (fromX, fromY) = (lines[lanes: 0], lines[lanes: 16])
        let (toX, toY) = (lines[lanes: 32], lines[lanes: 48])
        let (cosine, sine) = (lines[lanes: 64], lines[lanes: 80])
        let fromLength = Vector.root(fromX * fromX + fromY * fromY)
        let toLength = Vector.root(toX * toX + toY * toY)
        let mean = (fromLength + toLength) / 2
        let length = Vector.magnitude(fromLength - toLength) / (base + slope * mean)
        let turnedX = cosine * fromX - sine * fromY
        let turnedY = sine * fromX + cosine * fromY
        let across = Vector.magnitude(turnedX * toY - turnedY * toX) / (fromLength * toLength)
        let widest = Vector.smaller(0.4 + 4 / (mean + 1), Lanes16(repeating: 0.7))
        let direction = across / widest
        let value = (1 - length * length) * lines[lanes: 96] * (1 - direction * direction)
        let agrees =
            (length .< 1) .& (fromLength .> 0) .& (toLength .> 0) .& (turnedX * toX + turnedY * toY .> 0)
            .& (direction .< 1)
        return Vector.keep(agrees, value)
    }
}
