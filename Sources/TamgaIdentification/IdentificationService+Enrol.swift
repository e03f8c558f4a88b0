import TamgaGallery
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Registers a person; answered once the change is durable and in the gallery.
    ///
    /// - Throws: `.personExists` for a person who is registered (never an overwrite), `.badPerson`, `.storageFailed`,
    ///   or what is wrong with a record: see ``IdentificationError/Code``. Nothing is changed then.
    public func enrol(_ request: EnrolmentRequest) async throws(IdentificationError) -> Enrolment {
        let start = clock.monotonicMicroseconds()
        _ = try gallery()
        let (crew, quality) = (crew, parameters.enrolmentQuality)
        let enrollee = try await compute(.interactive) { () async throws(IdentificationError) in
            try await Enrollee(request, quality, crew)
        }
        let (sequence, snapshot) = try await writes.run { () throws(IdentificationError) in
            try self.commit(enrollee)
        }
        return Enrolment(
            person: request.person, sequence: sequence, snapshot: snapshot, references: enrollee.references.count,
            microseconds: microseconds(since: start), warnings: enrollee.warnings)
    }

    /// On the queue of changes: nobody else can enrol the person between the check and the insertion.
    private func commit(
        _ enrollee: Enrollee
    ) throws(IdentificationError) -> (sequence: UInt64, snapshot: UInt64) {
        let gallery = try gallery()
        guard !gallery.contains(enrollee.person) else { throw .personExists }
        let sequence = try IdentificationError.storing { () throws(StoreError) in
            try store.enrol(
                person: enrollee.person, records: enrollee.records, enrolledAt: clock.millisecondsSince1970())
        }
        let snapshot = try mirror { () throws(GalleryError) in
            try gallery.insert(
                GalleryPerson(person: enrollee.person, number: sequence, references: enrollee.references))
        }
        return (sequence, snapshot)
    }

    /// Repeats in the gallery what the store has done. Checked beforehand, so it cannot be refused; should it be all
    /// the same, the gallery is not the store's any more and must not answer until it was rebuilt.
    func mirror<Value>(
        _ change: () throws(GalleryError) -> Value
    ) throws(IdentificationError) -> Value {
        do { return try change() } catch {
            use(nil)
            throw IdentificationError(.notReady, "the gallery differs from the store and must be rebuilt: \(error)")
        }
    }
}
