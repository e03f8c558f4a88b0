import TamgaTemplates

/// Which finger would help most, as long as there is one that was not given.
struct AskBack {
    enum Next: Hashable {
        case capture(FingerPosition)
        /// A finger that was given and is too poor.
        case again(FingerPosition)
        case none
    }

    let next: Next

    /// The one in doubt, best first, decides which fingers can be compared at all; where nobody is, those of whom too
    /// little was compared; where there are none of these either, any can.
    init(_ evidence: FingerEvidence, _ policy: VerdictPolicy) {
        let claimed = evidence.claimed.filter { $0.score >= policy.doubtfulVerificationScore }
        let inDoubt = (evidence.doubtful + claimed).first?.registered ?? []
        let registered = inDoubt.isEmpty && evidence.notCompared > 0 ? evidence.missing : inDoubt
        let gone = Set(evidence.notTaken.map(\.position.position))
        let useful = Self.order.filter { registered.isEmpty ? !$0.isPalm : registered.contains($0) }
        let left = useful.filter { !evidence.usable.contains($0) && !gone.contains($0) }
        if let finger = left.first(where: { !evidence.poor.contains($0) }) {
            next = .capture(finger)
        } else if let finger = left.first {
            next = .again(finger)
        } else {
            next = .none
        }
    }

    /// The most telling first, right before left: index fingers and thumbs carry the most minutiae and are placed best.
    /// Palms only where somebody has nothing else.
    private static let order: [FingerPosition] = [
        .rightIndex, .leftIndex, .rightThumb, .leftThumb, .rightMiddle, .leftMiddle, .rightRing, .leftRing,
        .rightLittle, .leftLittle, .rightPalm, .leftPalm,
    ]
}
