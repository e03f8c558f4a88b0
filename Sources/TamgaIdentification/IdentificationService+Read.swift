import TamgaRegistry
import TamgaStore
import TamgaTemplates

extension IdentificationService {
    /// What is held of a person, from the store.
    ///
    /// - Parameter includeRecords: whether to hand out the records too, each with the first of its views.
    /// - Throws: `.personUnknown`, `.badPerson`, or `.storageFailed`, also for a record that cannot be read any more.
    public func read(
        _ person: String, includeRecords: Bool
    ) async throws(IdentificationError) -> RegisteredPerson {
        let id = try PersonID(checking: person)
        _ = try gallery()
        let store = store
        return try await reads.run { () throws(IdentificationError) in
            let stored = try IdentificationError.storing { () throws(StoreError) in try store.read(id) }
            guard let stored else { throw .personUnknown }
            return RegisteredPerson(
                person: person, enrolledAt: stored.enrolledAt, sequence: stored.sequence,
                fingers: try Self.fingers(of: stored, includeRecords: includeRecords),
                encounters: [
                    RegisteredEncounter(
                        number: stored.sequence, takenAt: stored.enrolledAt, changed: stored.sequence)
                ])
        }
    }

    private static func fingers(
        of stored: PersonRecord, includeRecords: Bool
    ) throws(IdentificationError) -> [RegisteredFinger] {
        try views(of: stored).map { view in
            let record = stored.records[view.submission]
            return RegisteredFinger(
                position: view.position, format: record.format, quality: view.template.quality ?? 0,
                minutiae: view.template.minutiae.count,
                record: includeRecords && view.view == 0 ? record.bytes : nil, encounter: stored.sequence)
        }
    }
}
