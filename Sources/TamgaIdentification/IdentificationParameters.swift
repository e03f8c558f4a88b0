public import TamgaGallery
public import TamgaRegistry
public import TamgaTemplates

/// How a service answers where a request leaves it open.
public struct IdentificationParameters: Hashable, Sendable {
    /// Candidates of an answer where the request names no number.
    public var maximumCandidates = 10
    /// The widest rotation looked at where the request names none, 1/256 turn.
    public var maximumRotation = 128
    /// The false positive identification rate where the request names none, ``IdentificationLimits/targetFPIR``.
    public var targetFPIR = 1e-3
    /// What the positions of a probe are worth where the request does not say.
    public var positions = PositionPolicy.lookForSwaps
    /// What becomes of an enrolment with a template that has flaws.
    public var enrolmentQuality = QualityPolicy.refuse
    /// What becomes of a probe with a template that has flaws: somebody waits, and a poor answer is better than none
    /// as long as it says so.
    public var probeQuality = QualityPolicy.flag
    /// Changes made in one durable transaction at most; 1 makes each by itself.
    public var changesPerCommit = IdentificationLimits.changesPerCommit
    /// Bytes the gallery may take; what would take more is refused. Nil for no ceiling. A gallery that is loaded at the
    /// start may take more: nobody registered is left out.
    public var galleryBytes: Int?
    /// From what on evidence suffices for a verdict.
    public var verdicts = VerdictPolicy()
    /// The false positive identification rate at which fingers raise an alert of somebody banned.
    public var alertFPIR = 1e-4
    /// For how long an answer is given again to the same request, seconds.
    public var answersKeptSeconds = 86_400
    /// Minutes the calendar day is ahead of UTC: Kazakhstan has one time zone, UTC+5, since 1 March 2024.
    public var offsetMinutes = 300
    /// Milliseconds that a request of each urgency may have to wait, whatever its deadline: what would take longer is
    /// refused at once.
    public var longestWaitMilliseconds: [Urgency: Int] = [.border: 30_000, .enrolment: 120_000, .bulk: 3_600_000]
    /// The widths of the search's stages.
    public var search = SearchParameters()

    /// What a service does where nobody says otherwise.
    public init() {}

    /// µs, by urgency; an hour for one that is not named.
    var longestWaits: [UInt64] {
        Urgency.allCases.map { UInt64(clamping: longestWaitMilliseconds[$0] ?? 3_600_000) * 1_000 }
    }
}
