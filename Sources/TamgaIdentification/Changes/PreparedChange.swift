import TamgaGallery
import TamgaRegistry
import TamgaStore

/// A change that can be made: what the store is to do, and what the gallery does after it.
struct PreparedChange {
    let store: StoreChange
    /// Persons who leave the gallery.
    let gone: [PersonID]
    /// Who comes into it, with all templates; nil for a deletion.
    let coming: (person: PersonID, references: [GalleryReference])?
    /// Templates of the person afterwards; of a deletion, those removed.
    let references: Int

    /// Repeats the change in the gallery.
    ///
    /// - Parameter sequence: the number the store gave it.
    /// - Returns: the number of the first snapshot that has it.
    func mirror(in gallery: Gallery, _ sequence: UInt64) throws(GalleryError) -> UInt64 {
        guard let coming else { return try gallery.remove(gone[0]).snapshot }
        let person = GalleryPerson(person: coming.person, number: sequence, references: coming.references)
        return gone.isEmpty ? try gallery.insert(person) : try gallery.replace(gone, with: person)
    }
}
