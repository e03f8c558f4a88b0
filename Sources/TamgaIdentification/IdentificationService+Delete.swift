import TamgaGallery
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Removes a person and everything held of them; answered once the change is durable and in the gallery.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, or `.storageFailed`; nothing is changed then.
    public func delete(_ person: String) async throws(IdentificationError) -> Deletion {
        let id = try PersonID(checking: person)
        let (sequence, references) = try await writes.run { () throws(IdentificationError) in
            try self.remove(id)
        }
        let none = [UInt8](repeating: 0, count: 32)
        return Deletion(
            person: person, sequence: sequence, references: references,
            receipt: DeletionReceipt(
                deletedAt: clock.millisecondsSince1970(), salt: none, content: none, digest: none, chain: none))
    }

    private func remove(_ person: PersonID) throws(IdentificationError) -> (sequence: UInt64, references: Int) {
        let gallery = try gallery()
        guard gallery.contains(person) else { throw .personUnknown }
        let sequence = try IdentificationError.storing { () throws(StoreError) in try store.delete(person) }
        let removed = try mirror { () throws(GalleryError) in try gallery.remove(person) }
        return (sequence, removed.references)
    }
}
