/// A person was changed: durably, and for every search that begins from now on.
public struct PersonChange: Hashable, Sendable {
    public let person: String
    /// The number of this change in the store; of an encounter added, its number too.
    public let sequence: UInt64
    /// The number of the first gallery snapshot that has the change.
    public let snapshot: UInt64
    /// Templates of the person now.
    public let references: Int
    /// From call to answer, by the injected clock.
    public let microseconds: UInt64
    /// Templates that were taken although they have flaws.
    public let warnings: [TemplateWarning]

    /// What was done.
    package init(
        person: String, sequence: UInt64, snapshot: UInt64, references: Int, microseconds: UInt64,
        warnings: [TemplateWarning]
    ) {
        self.person = person
        self.sequence = sequence
        self.snapshot = snapshot
        self.references = references
        self.microseconds = microseconds
        self.warnings = warnings
    }
}
