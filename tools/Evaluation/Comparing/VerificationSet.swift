package import TamgaMatcher

/// What is compared with what in one database: a folder with itself, or with the references of another sensor.
package struct VerificationSet: Sendable {
    package let name: String
    /// The database of the probes and that of the references.
    package let databases: (probes: String, references: String)
    package let probes: [Sample]
    package let references: [Sample]
    /// Whether probes and references are the same impressions: then each pair is compared once.
    package let isWithin: Bool

    /// All pairs within a folder; the probe, the one that comes first by name, turned by so many degrees.
    package init(_ set: Dataset, turnedByDegrees degrees: Double = 0) {
        name = set.name
        databases = (set.name, set.name)
        probes = set.samples.map { $0.turned(byDegrees: degrees) }
        references = set.samples
        isWithin = true
    }

    /// All pairs of a folder's probes with another folder's references.
    package init(_ probes: Dataset, against references: Dataset, turnedByDegrees degrees: Double = 0) {
        name = "\(probes.name) against \(references.name)"
        databases = (probes.name, references.name)
        self.probes = probes.samples.map { $0.turned(byDegrees: degrees) }
        self.references = references.samples
        isWithin = false
    }
}

/// One comparison: of one finger with one, or of several of a person with as many, fused.
package struct Trial: Sendable {
    /// -log10 of the estimated false match rate, fused where there is more than one finger.
    package var score: Float
    package var isMated: Bool
    /// Index of the verification set.
    package var set: Int32
    /// Where the samples stand in the set: an index, or for several fingers a capture's.
    package var probe: Int32
    package var reference: Int32
    /// The fused fingers, one bit for each position code; 0 for one finger of whatever position.
    package var fingers: UInt16 = 0
    /// What the bootstrap draws: numbers over all sets.
    var cluster: Int32 = 0
    var other: Int32 = 0
}

/// How a comparison is made.
package struct ComparisonRules: Sendable {
    package var maximumRotation: Rotation
    package var exceptions: KnownExceptions
    /// Fingers of a person fused into one comparison; 1 compares fingers.
    package var fingers: Int

    package init(
        maximumRotation: Rotation = .any, exceptions: KnownExceptions = .known, fingers: Int = 1
    ) {
        self.maximumRotation = maximumRotation
        self.exceptions = exceptions
        self.fingers = fingers
    }
}
