public import TamgaCrypto
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Fills a new gallery from the store and puts it into operation; until then the old one, if any, answers.
    ///
    /// Whoever lies in a segment file under the number and name that the store has is taken from there; the others are
    /// read and described. A stored template that became too poor for an enrolment of today is kept: it was accepted
    /// once.
    ///
    /// - Parameters:
    ///   - segments: the directory of segment files, which the gallery keeps from then on; nil for none.
    ///   - segmentKey: what the segment files are encrypted with; nil for the store's own key for that.
    ///   - progress: called at the start and after every batch of persons, from one thread at a time.
    /// - Throws: `.storageFailed` when the store cannot be read, when it holds other persons than it counts, when
    ///   the segment files know of changes after the store's last, or for the first record that cannot be read, naming
    ///   its change number and place: nothing is left out.
    @discardableResult
    public func rebuild(
        segments: String? = nil, segmentKey: SecretKey? = nil,
        progress: @escaping @Sendable (RebuildProgress) -> Void = { _ in }
    ) async throws(IdentificationError) -> RebuildOutcome {
        try await writes.run { () throws(IdentificationError) in
            let (gallery, outcome) = try self.rebuilt(segments, segmentKey, progress)
            let registrar = try self.registrar(of: gallery)
            self.use(
                Holdings(
                    gallery: gallery, registrar: registrar, arrivals: ArrivalLog(after: gallery.snapshot().number)))
            return outcome
        }
    }

    private func rebuilt(
        _ segments: String?, _ key: SecretKey?, _ progress: @Sendable (RebuildProgress) -> Void
    ) throws(IdentificationError) -> (Gallery, RebuildOutcome) {
        let counts = try IdentificationError.storing { () throws(StoreError) in try store.counts() }
        let roster = try IdentificationError.storing { () throws(StoreError) in try store.roster() }
        let (gallery, missing, found) = try opened(segments, key, roster, lastChange: counts.sequence)
        var outcome = found
        outcome.restored = roster.count - missing.count
        func report() {
            let snapshot = gallery.snapshot()
            progress(
                RebuildProgress(
                    persons: snapshot.persons, totalPersons: Int(counts.persons), references: snapshot.references))
        }
        report()
        try read(missing, of: roster.count) { batch throws(IdentificationError) in
            try load(batch, into: gallery)
            outcome.loaded += batch.count
            report()
        }
        guard gallery.snapshot().persons == Int(counts.persons) else {
            throw IdentificationError(
                .storageFailed, "the store holds \(gallery.snapshot().persons) persons and counts \(counts.persons)")
        }
        gallery.advance(to: counts.sequence)
        return (gallery, outcome)
    }

    /// The gallery as its files give it, and who is to be read from the store.
    private func opened(
        _ segments: String?, _ key: SecretKey?, _ roster: [RosterEntry], lastChange: UInt64
    ) throws(IdentificationError) -> (Gallery, missing: [PersonID], RebuildOutcome) {
        guard let segments else {
            return (Gallery(shards: shards, crew: crew), roster.map(\.person), RebuildOutcome())
        }
        let key = try IdentificationError.storing { () throws(StoreError) in
            if let key { return key }
            return try store.segmentKey()
        }
        let registered = roster.map { TamgaGallery.RegisteredPerson(number: $0.sequence, person: $0.person) }
        let opening: GalleryOpening
        do throws(SystemError) {
            opening = try Gallery.open(
                segments, registered: registered, matcher: Matcher.version, cipher: SealedSegments(key: key),
                shards: shards, crew: crew)
        } catch {
            throw IdentificationError(.storageFailed, "the segment files: \(error)")
        }
        if let change = opening.highestNumber, change > lastChange { throw Self.older(lastChange, than: change) }
        let outcome = RebuildOutcome(
            files: opening.files, refused: opening.refused.map { "\($0.name): \($0.reason)" })
        return (opening.gallery, opening.missing.map(\.person), outcome)
    }

    /// The store has gone back in time: numbers that the files know would be given again, to others.
    private static func older(_ store: UInt64, than files: UInt64) -> IdentificationError {
        IdentificationError(
            .storageFailed,
            "the store ends with change \(store), but the segment files hold change \(files): the store is older than "
                + "they are, or its last changes were lost; restore the newer store with its write-ahead log, or, if "
                + "the older one is meant, remove the directory of segment files")
    }

    /// Hands out the persons in batches: one by one where they are few, else by one pass over the store.
    private func read(
        _ missing: [PersonID], of total: Int, _ body: ([PersonRecord]) throws(IdentificationError) -> Void
    ) throws(IdentificationError) {
        guard !missing.isEmpty else { return }
        guard missing.count * Self.passShare < total else {
            let wanted = missing.count < total ? Set(missing) : nil
            return try scanInBatches(wanted, body)
        }
        let size = IdentificationLimits.personsPerBatch
        for start in stride(from: 0, to: missing.count, by: size) {
            var batch: [PersonRecord] = []
            for person in missing[start..<min(start + size, missing.count)] {
                let record = try IdentificationError.storing { () throws(StoreError) in try store.read(person) }
                guard let record else {
                    throw IdentificationError(.storageFailed, "a person went missing while the store was read")
                }
                batch.append(record)
            }
            try body(batch)
        }
    }

    /// Reading one person by name takes about as long as passing over this many.
    private static let passShare = 4

    /// - Parameter wanted: only these; nil for all.
    private func scanInBatches(
        _ wanted: Set<PersonID>?, _ body: ([PersonRecord]) throws(IdentificationError) -> Void
    ) throws(IdentificationError) {
        var batch: [PersonRecord] = []
        var failure: IdentificationError?
        do throws(StoreError) {
            try store.scan { record throws(StoreError) in
                guard wanted?.contains(record.person) ?? true else { return }
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
        let read = Parallel.map(count: batch.count, workers: crew.workers) { index in
            Result { () throws(IdentificationError) in try Self.galleryPerson(batch[index]) }
        }
        var persons: [GalleryPerson] = []
        for person in read { persons.append(try person.get()) }
        do { try gallery.insert(persons) } catch {
            throw IdentificationError(.storageFailed, "the gallery refused a stored person: \(error)")
        }
    }

    private static func galleryPerson(_ record: PersonRecord) throws(IdentificationError) -> GalleryPerson {
        GalleryPerson(person: record.person, number: record.sequence, references: try references(of: record))
    }

    /// Every template of a stored person, in the order of the records.
    static func references(of record: PersonRecord) throws(IdentificationError) -> [GalleryReference] {
        try views(of: record).flatMap { view in
            FingerDescriptor.views(of: view.template, at: view.position).map {
                GalleryReference(position: view.position, descriptor: $0)
            }
        }
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
