/// What proves a deletion without the content of what was deleted.
public struct DeletionReceipt: Hashable, Sendable {
    /// Milliseconds since 1970 UTC.
    public let deletedAt: Int64
    /// 32 random bytes.
    public let salt: [UInt8]
    /// The SHA-256 of what was held.
    public let content: [UInt8]
    /// The digest of the receipt, 32 bytes.
    public let digest: [UInt8]
    /// What ties it to the receipts before it, 32 bytes.
    public let chain: [UInt8]

    /// A receipt of these values.
    package init(deletedAt: Int64, salt: [UInt8], content: [UInt8], digest: [UInt8], chain: [UInt8]) {
        self.deletedAt = deletedAt
        self.salt = salt
        self.content = content
        self.digest = digest
        self.chain = chain
    }
}
