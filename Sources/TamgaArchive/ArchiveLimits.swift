/// The limits of archives and receipts, by name and unit.
public enum ArchiveLimits {
    /// Bytes of a line of `persons.jsonl` or `facts.jsonl`: a fact takes at most a little more than twice its bytes, a
    /// person of 256 records much less.
    public static let lineBytes = 1_310_720
    /// Bytes of `manifest.json`.
    public static let manifestBytes = 65_536
    /// Bytes of a receipt.
    public static let receiptBytes = 65_536
    /// Bytes of records that one durable step of an import holds, the last encounter of the step not counted.
    public static let batchBytes = 8_388_608
    /// Encounters that one durable step of an import holds.
    public static let batchChanges = 512
    /// Files that are written before they are brought to the disk together.
    package static let filesAtOnce = 128
    /// Bytes read or written at once.
    package static let chunkBytes = 65_536
    /// Deletions read from a store at once.
    package static let deletionsAtOnce = 1_000
    /// Undecodable templates that an import lists; it counts all.
    public static let undecodableListed = 100
    /// Permissions of the files of an archive: their owner only.
    public static let fileMode: UInt32 = 0o600
    /// Permissions of its directories: their owner only.
    public static let directoryMode: UInt32 = 0o700
}
