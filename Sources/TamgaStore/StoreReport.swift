/// What a check of a store found.
public struct StoreReport: Hashable, Sendable {
    /// Something that is not as it should be; names rows by number, never a person.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// What is not as it should be.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// The file's own structure.
            case structure
            /// A record or a fact without its person.
            case reference
            /// A row that is not what was written.
            case checksum
            /// Numbers that do not add up.
            case count
        }

        /// What is not as it should be.
        public let kind: Kind
        /// For people.
        public let message: String
        /// The change number of the person concerned, where there is one.
        public let sequence: UInt64?

        /// - Parameter message: for people; names rows by number.
        public init(_ kind: Kind, _ message: String, sequence: UInt64? = nil) {
            self.kind = kind
            self.message = message
            self.sequence = sequence
        }

        public var description: String { "\(kind.rawValue): \(message)" }
    }

    /// What is really there, counted row by row; the sequence is what the store states.
    public let counts: StoreCounts
    /// In the order of discovery, the first ``findingsKept`` of them.
    public let findings: [Finding]
    /// All findings, those left out included.
    public let findingCount: Int

    /// Findings a report keeps.
    public static let findingsKept = 1_000

    /// Puts a report together.
    public init(counts: StoreCounts, findings: [Finding], findingCount: Int) {
        self.counts = counts
        self.findings = findings
        self.findingCount = findingCount
    }

    /// Whether nothing was found.
    public var isSound: Bool { findingCount == 0 }
}
