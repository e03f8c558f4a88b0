import TamgaCrypto
public import TamgaRegistry
public import TamgaStore

/// The receipt of a deletion as `tamga delete --receipt` keeps it.
public struct ReceiptDocument: Hashable, Sendable {
    /// Who was deleted.
    public let person: PersonID
    /// The number of the deletion.
    public let sequence: UInt64
    public let receipt: DeletionReceipt

    /// Puts one together; checks nothing.
    public init(person: PersonID, sequence: UInt64, receipt: DeletionReceipt) {
        (self.person, self.sequence, self.receipt) = (person, sequence, receipt)
    }

    /// Reads a file; what `tamga delete --json` prints will do, too.
    ///
    /// - Throws: `.missing`, `.outOfRange` above ``ArchiveLimits/receiptBytes``, `.malformed`, `.ioFailed`.
    public init(path: String) throws(ArchiveError) {
        let file = try OpenFile.read(path, named: path)
        let bytes = try file.read(atMost: ArchiveLimits.receiptBytes + 1)
        guard bytes.count <= ArchiveLimits.receiptBytes else {
            throw ArchiveError(
                .outOfRange, "too long for a receipt", file: path, limit: "at most \(ArchiveLimits.receiptBytes) bytes")
        }
        try self.init(reading: bytes, named: path)
    }

    /// Reads the bytes of such a file.
    ///
    /// - Parameter name: as errors call it.
    /// - Throws: `.malformed`, which names the field.
    public init(reading bytes: [UInt8], named name: String) throws(ArchiveError) {
        let head = try ArchiveJSON.decode(Head.self, bytes, file: name)
        let body = if let inner = head.receipt { inner } else { try ArchiveJSON.decode(Body.self, bytes, file: name) }
        do throws(PersonIDError) { person = try PersonID(head.person) } catch {
            throw ArchiveError(.malformed, "\(error)", file: name, field: "person")
        }
        func hex(_ text: String, _ field: String) throws(ArchiveError) -> [UInt8] {
            guard let bytes = Hex.bytes(text, count: StoreLimits.digestBytes) else {
                throw ArchiveError(
                    .malformed, "is something else", file: name, field: field,
                    limit: "\(StoreLimits.digestBytes * 2) hexadecimal digits")
            }
            return bytes
        }
        sequence = head.sequence
        receipt = DeletionReceipt(
            deletedAt: body.deletedAt, salt: try hex(body.salt, "salt"), content: try hex(body.content, "content"),
            digest: try hex(body.digest, "digest"), chain: try hex(body.chain, "chain"))
    }

    private struct Head: Decodable {
        let person: String
        @Whole var sequence: UInt64
        let receipt: Body?
    }

    private struct Body: Decodable {
        @Whole var deletedAt: Int64
        let salt: String
        let content: String
        let digest: String
        let chain: String
    }
}
