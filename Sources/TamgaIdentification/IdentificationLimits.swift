import TamgaMatcher

/// The limits of this layer, by name and unit.
public enum IdentificationLimits {
    /// Finger records of one request, enrolment or probe.
    public static let fingersPerRequest = 40
    /// Bytes of one finger record.
    public static let recordBytes = 65_536
    /// Views of one person, all records together: sixteen impressions of ten fingers.
    public static let viewsPerPerson = 160
    /// Templates of one person: a view of a finger is one, of a palm up to nine. These views as fingers, and sixteen
    /// more of palms; every one more makes each exact comparison with the person dearer.
    public static let referencesPerPerson = 304
    /// Views of palms of one person: each costs nine comparisons or more where a finger costs one.
    public static let palmViewsPerPerson = 16
    /// Templates of one person's palms, up to nine of each view.
    public static let palmTemplatesPerPerson = 9 * palmViewsPerPerson
    /// Views of palms of one probe: what a comparison costs is the product of both sides' templates.
    public static let palmViewsPerProbe = 4
    /// Views of one probe, all records together: what one request may cost.
    public static let viewsPerProbe = 40
    /// Templates of one probe, counted likewise: ten fingers in four views and both palms in four.
    public static let templatesPerProbe = 112
    /// Minutiae with a described neighbourhood that a template needs to be told from others.
    public static let describedMinutiae = 6
    /// Candidates of one answer.
    public static let candidates: ClosedRange<Int> = 1...1_000
    /// False positive identification rates to aim at, a share of the searches.
    public static let targetFPIR = TargetFPIR.allowed
    /// Rotation either way, 1/256 turn.
    public static let rotation: ClosedRange<Int> = 0...128
    /// Searches under way at once, of each urgency; the others wait their turn. Twice as many as share a pass.
    static let searchesAtOnce = 32
    /// Changes made in one durable transaction at most, and bytes of their records together.
    public static let changesPerCommit = 256
    static let bytesPerCommit = 33_554_432
    /// Persons read, described and put into the gallery at once by a rebuild.
    static let personsPerBatch = 256
    /// Changes of the book between two times at which answers are forgotten that nobody may ask for any more.
    static let writesPerForgetting = 4_096
    /// Facts read and decoded at once by a rebuild.
    static let factsPerBatch = 1_024
    /// Persons of whom a log remembers that they came into the gallery lately.
    static let arrivalsKept = 4_096
    /// Persons who came since a search and are compared one by one; were they more, the search is made again.
    static let arrivalsCompared = 64
    /// Searches for one registration; the last one counts however many came since.
    static let registrationTries = 4
    /// Candidates a registration is judged by.
    static let assessedCandidates = 20
    /// Standing probes that one enrolment is told of, alerts it raises, and things due that it closes, at most.
    static let watchedCandidates = 8
    static let alertsAtOnce = 16
    static let closedAtOnce = 16
}
