import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// The fingers of somebody before an officer: to be searched with, and to be registered if the person is new.
struct Presented: Sendable {
    let probe: Probe
    /// What is registered: records without a flaw, where flaws are refused.
    var enrollee: Enrollee
    /// Fingers that count when somebody is said not to be registered.
    let usable: Set<FingerPosition>
    let poor: Set<FingerPosition>

    /// Minutiae that such a finger has at least: of one with fewer, too many mates are missed.
    private static let leastMinutiae = 12

    /// - Parameters:
    ///   - number: under which the person would be registered.
    ///   - quality: what becomes of records with flaws when the person is registered; they are searched in any case.
    init(
        _ fingers: [FingerSubmission], as number: PersonID, _ quality: QualityPolicy, _ crew: Crew, _ urgency: Urgency
    ) async throws(IdentificationError) {
        let views = try FingerIntake.read(
            fingers, atMost: IdentificationLimits.viewsPerProbe, palms: IdentificationLimits.palmViewsPerProbe)
        let warnings = try FingerIntake.warnings(views, .flag)
        let described = try await FingerIntake.describe(
            views, atMost: IdentificationLimits.templatesPerProbe, crew, urgency)
        let flawed = Set(warnings.map(\.submission))
        let repeated = RepeatedFingers.positions(of: described)
        let sound = Set(
            views.filter { view in
                !flawed.contains(view.submission) && view.template.minutiae.count >= Self.leastMinutiae
                    && !repeated.contains(view.position)
            }.map(\.position))
        usable = sound.filter { !$0.isPalm }
        poor = Set(views.map(\.position)).subtracting(sound)
        probe = Probe(described, warnings)
        let left = quality == .refuse ? flawed : []
        enrollee = Enrollee(
            number, fingers, described.filter { !left.contains($0.view.submission) }, warnings, leaving: left)
    }
}

extension Presented {
    /// Refuses that a finger came and was not taken: records may say themselves which finger they show.
    func check(notTaken: [MissingFinger]) throws(IdentificationError) {
        let taken = usable.union(poor)
        guard !notTaken.contains(where: { taken.contains($0.position.position) }) else {
            throw IdentificationError(
                .invalid, field: "notTaken", "a finger that was taken is there as well", limit: "one of both")
        }
    }
}

/// Fingers of one request that are the same finger under several names.
enum RepeatedFingers {
    /// -log10 of the false match rate from which on two fingers are one: among the 45 pairs of ten fingers that is
    /// wrong of one person in 20,000, who is asked for the fingers again.
    private static let score: Float = 6

    /// Complexity: O(n^2) comparisons of n fingers; palms are left out.
    static func positions(of described: [DescribedView]) -> Set<FingerPosition> {
        let fingers = described.filter { !$0.view.position.isPalm && $0.view.position.isNamed }
        var positions: Set<FingerPosition> = []
        for (index, one) in fingers.enumerated() {
            for other in fingers.dropFirst(index + 1) where other.view.position != one.view.position {
                guard let first = one.descriptors.first, let second = other.descriptors.first,
                    Matcher.compare(first, second) >= score
                else { continue }
                positions.formUnion([one.view.position, other.view.position])
            }
        }
        return positions
    }
}
