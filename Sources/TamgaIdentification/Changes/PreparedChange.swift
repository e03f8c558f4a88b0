import TamgaGallery
import TamgaRegistry
import TamgaStore

/// A change that can be made: what the store is to do, and what the gallery and the book do after it.
struct PreparedChange {
    /// Nil where only facts are written.
    private let content: StoreChange?
    /// Persons who leave the gallery.
    let gone: [PersonID]
    /// Who comes into it, with all templates; nil where nobody does.
    let coming: (person: PersonID, references: [GalleryReference])?
    /// Templates of the person afterwards; of a deletion, those removed.
    let references: Int
    /// Written down in the same transaction.
    var facts: [PreparedFact] = []
    /// Of a registration, what it is answered.
    var assessment: Assessment?

    /// A change of persons in store and gallery.
    init(
        store: StoreChange, gone: [PersonID], coming: (person: PersonID, references: [GalleryReference])?,
        references: Int
    ) {
        content = store
        (self.gone, self.coming, self.references) = (gone, coming, references)
    }

    /// A change that only writes something down; without facts it is none.
    init(facts: [PreparedFact], assessment: Assessment? = nil) {
        content = nil
        (gone, coming, references) = ([], nil, 0)
        (self.facts, self.assessment) = (facts, assessment)
    }

    /// What the store is to do; nil where there is nothing to write.
    func store() throws(IdentificationError) -> StoreChange? {
        guard !facts.isEmpty else { return content }
        var contents: [FactContent] = []
        for fact in facts {
            contents.append(FactContent(person: fact.person, bytes: try FactCodec.write(fact.entry)))
        }
        return content.map { .together([$0, .note(contents)]) } ?? .note(contents)
    }

    /// Repeats the change in the gallery.
    ///
    /// - Parameter sequence: the number the store gave it.
    /// - Returns: the number of the first snapshot that has it; nil where the gallery stays as it is.
    func mirror(in gallery: Gallery, _ sequence: UInt64) throws(GalleryError) -> UInt64? {
        guard content != nil else { return nil }
        guard let coming else { return try gallery.remove(gone[0]).snapshot }
        let person = GalleryPerson(person: coming.person, number: sequence, references: coming.references)
        return gone.isEmpty ? try gallery.insert(person) : try gallery.replace(gone, with: person)
    }

    /// Repeats the change in the book.
    func mirror(in book: inout RegistryBook, _ applied: AppliedChange) {
        switch content {
        case .merge(let gone, let staying): book.merge(gone, into: staying)
        case .delete(let person, _): book.remove(person)
        default: break
        }
        for (ordinal, fact) in facts.enumerated() {
            book.add(fact.entry, FactID(number: applied.last, ordinal: ordinal), of: fact.person)
        }
    }

    /// Whose fingers or bans may be others now.
    var concerned: [PersonID] {
        Array(Set(gone + (coming.map { [$0.person] } ?? []) + facts.compactMap(\.person)))
    }
}

/// A fact to be written down, and whose it is; nil for nobody who is registered.
struct PreparedFact {
    let person: PersonID?
    let entry: FactEntry
}
