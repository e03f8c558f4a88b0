/// The matcher: what two fingers have in common, as a calibrated score.
///
/// Symmetric use is not promised: the probe is turned, the reference stays. The same pair gives the same bits
/// everywhere, whichever of the forms below is called.
public enum Matcher {
    /// Names algorithm and weights: two answers with the same version are comparable bit by bit.
    public static let version = "tamga-b4/" + SignatureModelData.name

    /// Stage B: the comparison score, -log10 of the estimated false match rate; 0 or more.
    ///
    /// Complexity: O(n^2), n <= 64 minutiae each; nothing is allocated.
    public static func compare(
        _ probe: PreparedFinger, _ reference: DescriptorView, maximumRotation: Rotation,
        using workspace: ComparisonWorkspace
    ) -> Float {
        Calibration.comparisonScore(workspace.compare(probe, reference, gate: maximumRotation.steps))
    }

    /// Stage S3: cheap enough for every survivor of S1, good enough to choose who is compared exactly; 0 or more.
    ///
    /// Complexity: O(n^2); nothing is allocated.
    public static func preselect(
        _ probe: PreparedFinger, _ reference: DescriptorView, maximumRotation: Rotation,
        using workspace: ComparisonWorkspace
    ) -> Float {
        workspace.preselect(probe, reference, gate: maximumRotation.steps)
    }

    /// Stage S4: a quarter of the price of B, and nearly as good at telling mates from others; 0 or more.
    ///
    /// Complexity: O(n^2); nothing is allocated.
    public static func overlay(
        _ probe: PreparedFinger, _ reference: DescriptorView, maximumRotation: Rotation,
        using workspace: ComparisonWorkspace
    ) -> Float {
        workspace.overlay(probe, reference, gate: maximumRotation.steps)
    }
}

extension Matcher {
    /// Stage B of one pair, for who has no more to compare: prepares the probe and allocates anew each time.
    public static func compare(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Rotation = .any
    ) -> Float {
        reference.withView {
            compare(PreparedFinger(probe), $0, maximumRotation: maximumRotation, using: ComparisonWorkspace())
        }
    }

    /// Stage S3 of one pair, likewise.
    public static func preselect(
        _ probe: FingerDescriptor, _ reference: FingerDescriptor, maximumRotation: Rotation
    ) -> Float {
        reference.withView {
            preselect(PreparedFinger(probe), $0, maximumRotation: maximumRotation, using: ComparisonWorkspace())
        }
    }
}
