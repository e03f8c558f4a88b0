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

    init(
        _ person: String, _ fingers: [FingerSubmission], _ quality: QualityPolicy, _ crew: Crew
    ) async throws(IdentificationError) {
        self.person = try PersonID(checking: person)
        let views = try FingerIntake.read(
            fingers, atMost: IdentificationLimits.viewsPerPerson,
            palms: IdentificationLimits.palmViewsPerPerson)
        warnings = try FingerIntake.warnings(views, quality)
        let described = try await FingerIntake.describe(
            views, atMost: IdentificationLimits.referencesPerPerson, crew, .interactive)
        records = fingers.map {
            StoredRecord(position: $0.position, format: $0.format, bytes: $0.record)
        }
        references = described.flatMap { item in
            item.descriptors.map { GalleryReference(position: item.view.position, descriptor: $0) }
        }
    }
}
