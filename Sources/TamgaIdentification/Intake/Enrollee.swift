import TamgaGallery
import TamgaRegistry
import TamgaStore

/// A person ready to be enrolled: the records for the store, the templates for the gallery.
struct Enrollee: Sendable {
    let person: PersonID
    let records: [StoredRecord]
    let references: [GalleryReference]

    init(_ request: EnrolmentRequest, _ crew: Crew) async throws(IdentificationError) {
        person = try PersonID(checking: request.person)
        let described = try await FingerIntake.describe(
            FingerIntake.read(request.fingers, atMost: IdentificationLimits.referencesPerPerson), crew,
            .interactive)
        records = request.fingers.map {
            StoredRecord(position: $0.position, format: $0.format, bytes: $0.record)
        }
        references = described.map {
            GalleryReference(position: $0.view.position, descriptor: $0.descriptor)
        }
    }
}
