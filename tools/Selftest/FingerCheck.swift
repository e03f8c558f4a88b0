import TamgaKernels
import TamgaMatcher

extension Selftest.Check {
    /// S3, S4 and B within a rotation of 60 degrees, and at any.
    static let preselection = fingers("S3", .usual, Matcher.preselect)
    static let preselectionAnyRotation = fingers("S3-any-rotation", .any, Matcher.preselect)
    static let overlay = fingers("S4", .usual, Matcher.overlay)
    static let overlayAnyRotation = fingers("S4-any-rotation", .any, Matcher.overlay)
    static let comparison = fingers("B", .usual, Matcher.compare)
    static let comparisonAnyRotation = fingers("B-any-rotation", .any, Matcher.compare)

    private static func fingers(
        _ name: String, _ rotation: Rotation,
        _ score: @escaping @Sendable (PreparedFinger, DescriptorView, Rotation, ComparisonWorkspace) -> Float
    ) -> Selftest.Check {
        Selftest.Check(name: name) { level in
            let workspace = ComparisonWorkspace(level: level)
            var random = Generator(state: 0xF19E)
            var hash = Hash()
            for size in [0, 1, 3, 16, 17, 40, 63, 64] {
                let finger = FingerDescriptor.generated(size, &random)
                let probe = PreparedFinger(finger)
                for other in [finger, finger.shaken(&random), .generated(40, &random), .generated(64, &random)] {
                    let value = other.withView { score(probe, $0, rotation, workspace) }
                    hash.add(UInt64(value.bitPattern))
                }
            }
            return hash.value
        }
    }
}

extension FingerDescriptor {
    /// Minutiae anywhere, their signatures near each other, so that scores are not all zero.
    fileprivate static func generated(_ size: Int, _ random: inout Generator) -> FingerDescriptor {
        let row = GeneratedRows(sizes: [size], &random)
        let places = (0..<size).map { _ in (Int16(random.next() % 300), Int16(random.next() % 400)) }
        return FingerDescriptor(
            xs: places.map(\.0), ys: places.map(\.1), angles: row.angles, signatures: row.signatures,
            qualities: (0..<size).map { _ in UInt8(random.next() % 101) })
    }

    /// The same finger, each minutia a few pixels and bits off.
    fileprivate func shaken(_ random: inout Generator) -> FingerDescriptor {
        let xs = xs.map { $0 + Int16(random.next() % 5) }
        let ys = ys.map { $0 + Int16(random.next() % 5) }
        let signatures = signatures.map { $0 ^ (1 << (random.next() % 64)) }
        return FingerDescriptor(xs: xs, ys: ys, angles: angles, signatures: signatures, qualities: qualities)
    }
}
