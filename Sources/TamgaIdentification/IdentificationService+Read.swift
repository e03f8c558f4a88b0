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
                encounters: stored.encounters.map { encounter in
                    RegisteredEncounter(
                        number: encounter.number, takenAt: encounter.takenAt, changed: encounter.changed)
                })
        }
    }

    private static func fingers(
        of stored: PersonRecord, includeRecords: Bool
    ) throws(IdentificationError) -> [RegisteredFinger] {
        let owners = stored.encounters.flatMap { encounter in encounter.records.map { _ in encounter.number } }
        let records = stored.records
        return try views(of: stored).map { view in
            let record = records[view.submission]
            return RegisteredFinger(
                position: view.position, format: record.format, quality: view.template.quality ?? 0,
                minutiae: view.template.minutiae.count,
                record: includeRecords && view.view == 0 ? record.bytes : nil, encounter: owners[view.submission])
        }
    }
}
