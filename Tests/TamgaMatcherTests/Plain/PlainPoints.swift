import TamgaMatcher

/// A descriptor as floating point: pixels, radians, and how much each minutia says.
struct PlainPoints: Sendable {
    let places: [SIMD2<Float>]
    let directions: [Float]
    let steps: [UInt8]
    let reliability: PlainReliability

    /// Complexity: O(n^2).
    init(_ finger: FingerDescriptor) {
        places = zip(finger.xs, finger.ys).map { SIMD2(Float($0), Float($1)) }
        directions = finger.angles.map { Float(Int8(bitPattern: $0)) * TurnTable.radiansPerStep }
        steps = finger.angles
        reliability = PlainReliability(places, finger.qualities)
    }

    var count: Int { places.count }
}
