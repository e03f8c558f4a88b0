public import TamgaRegistry
import TamgaTemplates

/// What the service says of somebody before an officer: a verdict, what it rests on, and what was done.
public struct Assessment: Hashable, Sendable, Codable {
    /// What was done.
    public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable {
        /// Nothing was asked for but the verdict.
        case assessed
        /// The person is registered: durably, and seen by every search and registration that begins from now on.
        case registered
        /// The verdict does not allow it; nobody was registered.
        case notRegistered = "not-registered"
        /// No finger could be taken; a re-capture is due.
        case deferred
    }

    public var outcome: Outcome
    public var verdict: Verdict
    /// The registration number: of who was registered, or of who was recognised; nil where nobody was.
    public var person: String?
    /// Of who was recognised.
    public var identifiers: [Identifier] = []
    /// Other registered persons to whom what was claimed belongs.
    public var owners: [String] = []
    public var doubts: [Doubt] = []
    /// A code of `FingerSwap`: whether hands or fingers came exchanged.
    public var swap: UInt8 = 0
    /// What the officer should do, in this order.
    public var next: [NextStep] = []
    /// The finger to be taken next; the request is then sent again with it beside the others.
    public var captureNext: FingerCode?
    /// Who may be meant, best first.
    public var candidates: [AssessedCandidate] = []
    /// Entry bans in force of those who reach a threshold, and of the holders of what was claimed.
    public var bans: [BanNotice] = []
    /// Fingers that were refused before under what was claimed, or what the person recognised is known by, the newest
    /// first.
    public var refusals: [RefusalNotice] = []
    public var search: SearchAccount?
    public var warnings: [AssessedWarning] = []
    /// The re-capture that is due because of this request.
    public var due: FactID?
    /// Alerts that were raised, to the owners of bans.
    public var alerts = 0
    /// The number of the change; nil where nothing was written down.
    public var sequence: UInt64?
    /// Whether this is the answer of an earlier request under the same key.
    public var isReplay = false
    /// From call to answer, by the injected clock.
    public var microseconds: UInt64 = 0

    /// All but what is true of now only, and is looked up when an answer is given again.
    private enum CodingKeys: String, CodingKey {
        case outcome, verdict, person, identifiers, owners, doubts, swap, next, captureNext, candidates, bans, search
        case warnings, due, alerts, sequence, isReplay, microseconds
    }

    init(_ outcome: Outcome, _ verdict: Verdict) {
        (self.outcome, self.verdict) = (outcome, verdict)
    }

    /// Fills in the number of the change, once it is made.
    mutating func number(_ number: UInt64) {
        sequence = number
        due = due.map { FactID(number: number, ordinal: $0.ordinal) }
    }
}

/// A registered person who may be meant.
public struct AssessedCandidate: Hashable, Sendable, Codable {
    public let person: String
    /// -log10 of the estimated false match rate of all fingers together.
    public let score: Float
    /// Whether the score reaches the threshold of the search.
    public let isHit: Bool
    /// A code of `FingerSwap`.
    public let swap: UInt8
}

/// How much was looked at, and how sure that is.
public struct SearchAccount: Hashable, Sendable, Codable {
    /// Templates compared against, and templates in the gallery.
    public let searched: Int
    public let gallery: Int
    /// Registered persons none of whose fingers could be compared.
    public let notCompared: Int
    /// The number of the gallery snapshot; of a registration also all that came after it was looked at.
    public let snapshot: UInt64
    public let matcher: String
    /// From which score on a candidate is a hit, and from which on it is in doubt.
    public let threshold: Float
    public let doubtfulThreshold: Float
    /// The false positive identification rate the threshold is made for, and between which it may really lie.
    public let targetFPIR: Double
    public let lowestFPIR: Double
    public let highestFPIR: Double
}

/// An entry ban in force.
public struct BanNotice: Hashable, Sendable, Codable {
    public let person: String
    /// The removal that brought it.
    public let removal: FactID
    public let kind: Removal.Kind
    public let ground: String
    public let owner: Agency
    public let from: CalendarDate
    /// The last day; nil for a ban without an end.
    public let until: CalendarDate?

    init(_ ban: RegistryBook.Ban, of person: PersonID) {
        self.person = person.text
        (removal, kind, ground) = (ban.id, ban.removal.kind, ban.removal.ground)
        (owner, from, until) = (ban.owner, ban.term.from, ban.term.until)
    }
}

/// That fingers were refused before.
public struct RefusalNotice: Hashable, Sendable {
    /// What was claimed then, and is known of now.
    public let claim: Identifier
    /// Its place in the history.
    public let fact: FactID
    /// Milliseconds since 1970 UTC.
    public let at: Int64
    public let agency: Agency
    public let station: String

    init(_ noted: RegistryBook.NotedRefusal) {
        (claim, fact, at) = (noted.claim, noted.id, noted.at)
        (agency, station) = (noted.by.agency, noted.by.station)
    }
}

/// That a template has a flaw; such a one is searched, and not registered.
public struct AssessedWarning: Hashable, Sendable, Codable {
    /// The record of the request, and its view, from 0.
    public let submission: Int
    public let view: Int
    /// A name of `TemplateFlaw.Kind`.
    public let flaw: String
    public let value: Int
    public let limit: String

    init(_ warning: TemplateWarning) {
        (submission, view) = (warning.submission, warning.view)
        (flaw, value, limit) = (warning.flaw.kind.rawValue, warning.flaw.value, warning.flaw.limit)
    }
}
