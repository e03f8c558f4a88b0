import TamgaGallery
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// The book as the store's facts give it, with the standing probes of those who are banned.
    func registrar(of gallery: Gallery) throws(IdentificationError) -> Registrar {
        var book = RegistryBook()
        try readFacts { fact, entry in
            book.add(entry, FactID(number: fact.number, ordinal: fact.ordinal), of: fact.person)
        }
        book.forgetAnswers(before: clock.millisecondsSince1970())
        let registrar = Registrar(book, crew: crew)
        do throws(GalleryError) {
            try registrar.settle(book.bannedPersons, gallery, today: today())
        } catch { throw IdentificationError(error) }
        return registrar
    }

    /// Reads batch by batch, each decoded on all cores, in order.
    private func readFacts(_ body: (StoredFact, FactEntry) -> Void) throws(IdentificationError) {
        var batch: [StoredFact] = []
        var failure: IdentificationError?
        func flush() throws(IdentificationError) {
            let facts = batch
            let entries = Parallel.map(count: facts.count, workers: crew.workers) { index in
                Result { () throws(IdentificationError) in try FactCodec.read(FactEntry.self, facts[index].bytes) }
            }
            for (fact, entry) in zip(facts, entries) { body(fact, try entry.get()) }
            batch.removeAll(keepingCapacity: true)
        }
        do throws(StoreError) {
            try store.scanFacts(after: 0) { fact throws(StoreError) in
                batch.append(fact)
                guard batch.count == IdentificationLimits.factsPerBatch else { return }
                do throws(IdentificationError) { try flush() } catch {
                    failure = error
                    throw StoreError(.failed, "the scan was ended")
                }
            }
        } catch { throw failure ?? IdentificationError(error) }
        try flush()
    }
}
