import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Removes a person and everything held of them; answered once the change is durable and in the gallery.
    ///
    /// - Throws: `.personUnknown`, `.badPerson`, `.invalid` for a person with an entry ban in force, or
    ///   `.storageFailed`; nothing is changed then.
    public func delete(_ person: String) async throws(IdentificationError) -> Deletion {
        let done = try await change(.delete(PersonID(checking: person)))
        guard let receipt = done.receipt else {
            throw IdentificationError(.storageFailed, "the store gave no receipt of a deletion")
        }
        return Deletion(
            person: person, sequence: done.sequence, references: done.references, receipt: DeletionReceipt(receipt))
    }
}

extension DeletionReceipt {
    fileprivate init(_ receipt: TamgaStore.DeletionReceipt) {
        self.init(
            deletedAt: receipt.deletedAt, salt: receipt.salt, content: receipt.content, digest: receipt.digest,
            chain: receipt.chain)
    }
}
