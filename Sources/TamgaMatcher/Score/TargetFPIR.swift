/// How often a search may call somebody a hit though the probe's person is not enrolled: the false positive
/// identification rate (ISO/IEC 19795-1) an answer is to have.
public struct TargetFPIR: Hashable, Sendable {
    /// A share of the searches, within ``allowed``.
    public let value: Double

    /// One in 10^9 to all but one in 10^9: what the protocol's parts per billion can say.
    public static let allowed: ClosedRange<Double> = 1e-9...0.999_999_999

    /// - Returns: nil for a value outside ``allowed``, and for what is no number.
    public init?(_ value: Double) {
        guard Self.allowed.contains(value) else { return nil }
        self.value = value
    }

    private init(trusted value: Double) { self.value = value }

    /// One search in a thousand: where nobody says otherwise.
    public static let usual = TargetFPIR(trusted: 1e-3)
}
