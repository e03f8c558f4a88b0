/// What proves a deletion without the content of what was deleted.
public struct DeletionReceipt: Sendable, Hashable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    public var deletedAt: UInt64
    /// Random bytes, of this deletion alone.
    public var salt: [UInt8]
    /// The SHA-256 of what was held.
    public var content: [UInt8]
    /// The digest of the receipt.
    public var digest: [UInt8]
    /// What ties it to the receipts before it.
    public var chain: [UInt8]

    /// A part of a message; its limits are checked when the message is encoded.
    public init(deletedAt: UInt64, salt: [UInt8], content: [UInt8], digest: [UInt8], chain: [UInt8]) {
        self.deletedAt = deletedAt
        self.salt = salt
        self.content = content
        self.digest = digest
        self.chain = chain
    }
}

extension DeletionReceipt: WireGroup {
    enum Fields {
        static let deletedAt = Field<UInt64>.once(0x8001, "deleted-at")
        static let salt = Field<[UInt8]>.once(0x8002, "salt", WireLimits.receiptBytes)
        static let content = Field<[UInt8]>.once(0x8003, "content", WireLimits.receiptBytes)
        static let digest = Field<[UInt8]>.once(0x8004, "digest", WireLimits.receiptBytes)
        static let chain = Field<[UInt8]>.once(0x8005, "chain", WireLimits.receiptBytes)
    }

    package static let typeName = "deletion-receipt"
    package static let fields = [
        Fields.deletedAt.rule, Fields.salt.rule, Fields.content.rule, Fields.digest.rule, Fields.chain.rule,
    ]

    package init(reading fields: FieldReader) throws(WireError) {
        deletedAt = try fields.value(Fields.deletedAt)
        salt = try fields.value(Fields.salt)
        content = try fields.value(Fields.content)
        digest = try fields.value(Fields.digest)
        chain = try fields.value(Fields.chain)
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(deletedAt, Fields.deletedAt)
        try writer.put(salt, Fields.salt)
        try writer.put(content, Fields.content)
        try writer.put(digest, Fields.digest)
        try writer.put(chain, Fields.chain)
    }
}
