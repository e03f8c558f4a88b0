import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Fills a new gallery from the store and puts it into operation; until then the old one, if any, answers.
    ///
    /// A stored template that became too poor for an enrolment of today is kept: it was accepted once.
    ///
    /// - Parameter progress: called at the start and after every batch of persons, from one thread at a time.
    /// - Throws: `.storageFailed` when the store cannot be read, when it holds other persons than it counts, or
    ///   for the first record that cannot be read, naming its change number and place: nothing is left out.
    public func rebuild(
        progress: @escaping @Sendable (RebuildProgress) -> Void = { _ in }
    ) async throws(IdentificationError) {
        try await writes.run { () throws(IdentificationError) in
            self.use(try self.rebuilt(progress))
        }
    }

    private func rebuilt(
        _ progress: @Sendable (RebuildProgress) -> Void
    ) throws(IdentificationError) -> Gallery {
        let counts = try IdentificationError.storing { () throws(StoreError) in try store.counts() }
        let gallery = Gallery(shards: shards, workers: workers)
        func report() {
            let snapshot = gallery.snapshot()
            progress(
                RebuildProgress(
                    persons: snapshot.persons, totalPersons: Int(counts.persons), references: snapshot.references))
        }
        report()
        try scanInBatches { batch throws(IdentificationError) in
            try load(batch, into: gallery)
            report()
        }
        guard gallery.snapshot().persons == Int(counts.persons) else {
            throw IdentificationError(
                .storageFailed, "the store holds \(gallery.snapshot().persons) persons and counts \(counts.persons)")
        }
        gallery.advance(to: counts.sequence)
        return gallery
    }

    private func scanInBatches(
        _ body: ([PersonRecord]) throws(IdentificationError) -> Void
    ) throws(IdentificationError) {
        var batch: [PersonRecord] = []
        var failure: IdentificationError?
        do throws(StoreError) {
            try store.scan { record throws(StoreError) in
                batch.append(record)
                guard batch.count == IdentificationLimits.personsPerBatch else { return }
                do throws(IdentificationError) { try body(batch) } catch {
                    failure = error
                    throw StoreError(.failed, "the scan was ended")
                }
                batch.removeAll(keepingCapacity: true)
            }
        } catch {
            throw failure ?? IdentificationError(error)
        }
        if !batch.isEmpty { try body(batch) }
    }

    private func load(_ batch: [PersonRecord], into gallery: Gallery) throws(IdentificationError) {
        let read = Parallel.map(count: batch.count, workers: workers) { index in
            Result { () throws(IdentificationError) in try Self.galleryPerson(batch[index]) }
        }
        var persons: [GalleryPerson] = []
        for person in read { persons.append(try person.get()) }
        do { try gallery.insert(persons) } catch {
            throw IdentificationError(.storageFailed, "the gallery refused a stored person: \(error)")
        }
    }

    private static func galleryPerson(_ record: PersonRecord) throws(IdentificationError) -> GalleryPerson {
        let references = try views(of: record).map { view in
            GalleryReference(position: view.position, descriptor: FingerDescriptor(view.template))
        }
        return GalleryPerson(person: record.person, number: record.sequence, references: references)
    }

    /// Every view of a stored person; the error names the change and the record.
    static func views(of stored: PersonRecord) throws(IdentificationError) -> [FingerView] {
        var views: [FingerView] = []
        for (index, record) in stored.records.enumerated() {
            let finger = FingerSubmission(position: record.position, format: record.format, record: record.bytes)
            do { views += try FingerIntake.read(finger, index) } catch {
                throw IdentificationError(
                    .storageFailed, "record \(index) of change \(stored.sequence) cannot be read: \(error)")
            }
        }
        return views
    }
}
