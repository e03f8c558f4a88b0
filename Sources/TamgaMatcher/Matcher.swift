/// The matcher: what two fingers have in common, as a calibrated score.
public enum Matcher {
    /// Names algorithm and weights: two answers with the same version are comparable bit by bit.
    public static let version = "tamga-b2/" + SignatureModelData.name

    /// Stage B: the comparison score, -log10 of the estimated false match rate; 0 or more.
    ///
    /// Symmetric use is not promised: the probe is turned, the reference stays. The same pair gives the same
    /// bits everywhere. Complexity: O(n^2), n <= 64 minutiae each.
    public static func compare(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Rotation = .any
    ) -> Float {
        Calibration.comparisonScore(
            ExactComparison(probe, reference, maximumRotation: maximumRotation.steps).score)
    }

    /// Stage S3: a hundred times cheaper, good enough to choose who is compared exactly.
    public static func preselect(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Rotation
    ) -> Float {
        GeometryScore.score(probe, reference, maximumRotation: maximumRotation.steps)
    }

    /// Stage S1's sum made comparable between fingers of few and of many minutiae.
    public static func normalised(scan sum: Int32, _ probe: Int, _ reference: Int) -> Float {
        Float(sum) / GeometryScore.normal(probe, reference)
    }
}
