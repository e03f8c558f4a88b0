/// A descriptor as floating point: pixels, radians, and how much each minutia says.
package struct FingerPoints: Sendable {
    package let places: [SIMD2<Float>]
    package let directions: [Float]
    package let steps: [UInt8]
    package let reliability: Reliability

    /// Complexity: O(n^2).
    package init(_ finger: FingerDescriptor) {
        places = (0..<finger.count).map { SIMD2(Float(finger.xs[$0]), Float(finger.ys[$0])) }
        directions = finger.angles.map { Float(Int8(bitPattern: $0)) * TurnTable.radiansPerStep }
        steps = finger.angles
        reliability = Reliability(places, finger.qualities)
    }

    package var count: Int { places.count }
}
