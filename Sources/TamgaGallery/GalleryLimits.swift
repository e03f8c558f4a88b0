import TamgaRegistry

/// The limits of the gallery, by name and unit.
public enum GalleryLimits {
    /// Shards of one gallery.
    public static let shards: ClosedRange<Int> = 1...1_024
    /// Templates of one person.
    public static let referencesPerPerson: ClosedRange<Int> = 1...1_024
    /// Minutiae of a descriptor: what the matcher's pairing has room for.
    public static let minutiae = 64
    /// Fingers of one probe.
    public static let probeFingers: ClosedRange<Int> = 1...40
    /// Candidates of one answer.
    public static let candidates: ClosedRange<Int> = 1...1_000
    /// Bytes of an identifier.
    static let identifierBytes = RegistryLimits.personIDBytes
    /// Bytes of a seal, the nonce and the tag of a segment file.
    public static let sealBytes = 28
    /// Bytes of a segment file; the largest we write are below a tenth of it.
    static let segmentFileBytes = 1 << 28
    /// Templates that one step of ``Gallery/maintain()`` moves out of a sparse segment, unless one person has more.
    static let referencesPerStep = 256
    /// Blocks of a segment that are scanned in one go.
    static let blocksPerPart = 8
}
