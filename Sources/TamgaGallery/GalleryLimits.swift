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
    /// Templates of a segment from which on it takes no further person; one person alone may exceed it.
    static let referencesPerSegment = 256
    /// A sealed segment with fewer live templates than this is dissolved.
    static let liveReferencesToKeep = 64
}
