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
    let usable: Set<FingerPosition>
    let poor: Set<FingerPosition>

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
        let sound = Set(views.filter { !flawed.contains($0.submission) }.map(\.position))
        usable = sound.filter { !$0.isPalm }
        poor = Set(views.map(\.position)).subtracting(sound)
        probe = Probe(described, warnings)
        let left = quality == .refuse ? flawed : []
        enrollee = Enrollee(
            number, fingers, described.filter { !left.contains($0.view.submission) }, warnings, leaving: left)
    }
}
