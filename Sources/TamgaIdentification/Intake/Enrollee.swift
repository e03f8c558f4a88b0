import TamgaGallery
import TamgaRegistry
import TamgaStore

/// A person ready to be enrolled: the records for the store, the templates for the gallery.
struct Enrollee: Sendable {
    let person: PersonID
    let records: [StoredRecord]
    let references: [GalleryReference]
    let warnings: [TemplateWarning]

    init(
        _ request: EnrolmentRequest, _ quality: QualityPolicy, _ crew: Crew
    ) async throws(IdentificationError) {
        person = try PersonID(checking: request.person)
        let views = try FingerIntake.read(
            request.fingers, atMost: IdentificationLimits.viewsPerPerson,
            palms: IdentificationLimits.palmViewsPerPerson)
        warnings = try FingerIntake.warnings(views, quality)
        let described = try await FingerIntake.describe(
            views, atMost: IdentificationLimits.referencesPerPerson, crew, .interactive)
        records = request.fingers.map {
            StoredRecord(position: $0.position, format: $0.format, bytes: $0.record)
        }
        references = described.flatMap { item in
            item.descriptors.map { GalleryReference(position: item.view.position, descriptor: $0) }
        }
    }
}
