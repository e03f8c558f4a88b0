import TamgaGallery
import TamgaRegistry
import TamgaStore

/// What an enrolment, an encounter or an update brings of a person: the records for the store, the templates for the
/// gallery.
struct Enrollee: Sendable {
    let person: PersonID
    let records: [StoredRecord]
    let references: [GalleryReference]
    let warnings: [TemplateWarning]
    /// The same as something to search with.
    let probe: Probe
    /// Those whose ban is in force and whose fingers these may be, once somebody has looked.
    var watch = Watch()
    /// Who brings it.
    var author = Author.direct

    init(
        _ person: String, _ fingers: [FingerSubmission], _ quality: QualityPolicy, _ crew: Crew,
        _ urgency: Urgency
    ) async throws(IdentificationError) {
        let id = try PersonID(checking: person)
        let views = try FingerIntake.read(
            fingers, atMost: IdentificationLimits.viewsPerPerson,
            palms: IdentificationLimits.palmViewsPerPerson)
        let warnings = try FingerIntake.warnings(views, quality)
        let described = try await FingerIntake.describe(
            views, atMost: IdentificationLimits.referencesPerPerson, crew, urgency)
        self.init(id, fingers, described, warnings)
    }

    /// From views that were described already.
    ///
    /// - Parameter submissions: records that are left out, by their places in the request.
    init(
        _ person: PersonID, _ fingers: [FingerSubmission], _ described: [DescribedView],
        _ warnings: [TemplateWarning], leaving submissions: Set<Int> = []
    ) {
        (self.person, self.warnings) = (person, warnings)
        records = fingers.enumerated().filter { !submissions.contains($0.offset) }.map { _, finger in
            StoredRecord(position: finger.position, format: finger.format, bytes: finger.record)
        }
        probe = Probe(described, warnings)
        references = described.flatMap { item in
            item.descriptors.map { GalleryReference(position: item.view.position, descriptor: $0) }
        }
    }
}
