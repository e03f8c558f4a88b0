import TamgaMatcher

/// Place and quality of a minutia in one word: x and y 12 bits each with sign, quality 8 bits.
///
/// The one place that knows how a descriptor's places become words and back.
enum PlaceWord {
    static func words(of finger: FingerDescriptor) -> [UInt32] {
        finger.angles.indices.map { index in
            part(finger.xs[index]) | part(finger.ys[index]) << 12 | UInt32(finger.qualities[index]) << 24
        }
    }

    static func descriptor(signatures: [UInt64], angles: [UInt8], places: [UInt32]) -> FingerDescriptor {
        FingerDescriptor(
            xs: places.map { coordinate($0) }, ys: places.map { coordinate($0 >> 12) }, angles: angles,
            signatures: signatures, qualities: places.map { UInt8($0 >> 24) })
    }

    private static func part(_ coordinate: Int16) -> UInt32 {
        UInt32(truncatingIfNeeded: min(max(coordinate, -2_048), 2_047)) & 0xFFF
    }

    private static func coordinate(_ word: UInt32) -> Int16 {
        Int16(truncatingIfNeeded: Int32(truncatingIfNeeded: word << 20) >> 20)
    }
}
