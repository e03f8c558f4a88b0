/// Why a segment file is treated as if it were not there; its persons are made anew from the store.
public enum SegmentFileRefusal: Error, Hashable, Sendable {
    /// The system refused to open, measure or read it, or the memory for it.
    case unreadable(SystemError)
    /// Shorter than a header, longer than any segment, or not as long as the header says.
    case wrongSize
    /// It does not begin as a segment file does.
    case notASegmentFile
    /// Written on a machine that stores numbers the other way round.
    case otherByteOrder
    /// Another version of the format.
    case otherFormat(UInt32)
    /// The header is damaged.
    case damagedHeader
    /// Made by another matcher: its templates do not compare with those of this one.
    case otherMatcher
    /// Of a gallery with another number of shards, or under the name of another segment.
    case otherPlace
    /// Encrypted with another key, or something in it was changed since.
    case doesNotOpen
    /// The cipher did not work; the reason in words.
    case notDecrypted(String)
    /// A count, offset or index that does not fit the others, by the part it is in.
    case inconsistent(String)
}
