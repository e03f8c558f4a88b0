public import TamgaTemplates

/// A made-up person to test a shard with: what is planted, and impressions of the same fingers to search by.
public struct Canary: Sendable {
    /// A template of a finger that nobody has.
    public struct Finger: Sendable {
        public let position: FingerPosition
        public let template: FingerTemplate

        /// A finger and what a sensor might have made of it.
        public init(_ position: FingerPosition, _ template: FingerTemplate) {
            (self.position, self.template) = (position, template)
        }
    }

    public let reference: [Finger]
    /// Each of them other impressions of the fingers of `reference`; searched by in turn.
    public let probes: [[Finger]]

    /// Fingers of one person who does not exist.
    public init(reference: [Finger], probes: [[Finger]]) {
        (self.reference, self.probes) = (reference, probes)
    }
}

/// Why a canary cannot be planted: a fault of whoever made it.
public struct CanaryError: Error, Hashable, Sendable, CustomStringConvertible {
    public let shard: Int
    /// For people.
    public let description: String
}
