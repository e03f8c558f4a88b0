/// A finger moved: where its minutiae come to lie.
public enum Placement {
    /// Moves places and turns directions.
    ///
    /// - Parameters:
    ///   - finger: columns x, y, direction, as ``PointColumns``.
    ///   - motion: cosine, sine, shift x, shift y, rotation in radians within (-pi, pi].
    ///   - placed: room for three columns: x, y, direction. Complexity: O(count).
    @inline(never)
    public static func move(
        _ finger: UnsafeMutablePointer<Float>, count: Int, by motion: UnsafePointer<Float>,
        into placed: UnsafeMutablePointer<Float>
    ) {
        // SAFETY: the pointers hold what is said above.
        let (finger, placed) = unsafe (Floats(finger), Floats(placed))
        let (cosine, sine, rotation) = unsafe (motion[0], motion[1], motion[4])
        let (shiftX, shiftY) = unsafe (motion[2], motion[3])
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let (x, y) = (finger[lanes: first], finger.column(1)[lanes: first])
            placed[lanes: first] = (cosine * x - sine * y) + shiftX
            placed.column(1)[lanes: first] = (sine * x + cosine * y) + shiftY
            placed.column(2)[lanes: first] = Vector.wrap(finger.column(2)[lanes: first] + rotation)
        }
    }

    /// Shifts each place by the residuals of the pairs around it, weighed by a Gaussian: a smooth plastic distortion.
    ///
    /// - Parameters:
    ///   - placed: columns x, y; changed in place.
    ///   - residuals: columns: x, y of where a pair lies; x, y of how far it is off, pixels.
    ///   - width: twice the variance of the Gaussian, pixels^2. Complexity: O(count x pairs).
    @inline(never)
    public static func bend(
        _ placed: UnsafeMutablePointer<Float>, count: Int, residuals: UnsafeMutablePointer<Float>, pairs: Int,
        width: Float
    ) {
        // SAFETY: the pointers hold what is said above.
        let (placed, residuals) = unsafe (Floats(placed), Floats(residuals))
        for block in 0..<Vector.blocks(count) {
            let first = block &* Vector.width
            let (x, y) = (placed[lanes: first], placed.column(1)[lanes: first])
            var total = Lanes16(repeating: 0.5)
            var (shiftX, shiftY) = (Lanes16.zero, Lanes16.zero)
            for pair in 0..<pairs {
                let dx = residuals[pair] - x
                let dy = residuals.column(1)[pair] - y
                let weight = Vector.expNegative((dx * dx + dy * dy) / width)
                total += weight
                shiftX += residuals.column(2)[pair] * weight
                shiftY += residuals.column(3)[pair] * weight
            }
            placed[lanes: first] = x + shiftX / total
            placed.column(1)[lanes: first] = y + shiftY / total
        }
    }
}
