/// One place where a record departs from its standard and was read all the same.
///
/// | kind | what the record holds | how it is read |
/// |---|---|---|
/// | `one-byte-beyond-length` | one byte more than the total length says | the byte is read as data or ignored |
/// | `two-bytes-beyond-length` | two bytes more, and the views need them | as data |
/// | `zero-padding` | nothing but zeros after the total length | ignored |
/// | `long-length-form` | 378-2004: six bytes of length where two would do | as they stand |
/// | `version-digits` | 378-2004: version `020` for ` 20` | as ` 20` |
/// | `draft-header` | 378-2009: no byte of certification in the header | as in the draft: 4 bits before the device |
/// | `coordinate-on-edge` | x equals the image's width, or y its height | as it stands |
/// | `item-length-without-header` | extended data items whose length leaves out their own 4 bytes | as meant |
/// | `extended-data-one-byte-short` | extended data and its last item end one byte early, with the record | as it is |
/// | `extended-item-unread` | an item of a standard's type that does not read as such | kept as bytes |
/// | `view-number` | view numbers of a finger that do not count 0, 1, 2 … | as they stand |
/// | `reserved-bits` | a reserved byte or bit field that is not zero | ignored |
/// | `code-of-another-standard` | a position or impression that only ANSI/NIST-ITL names | as named there |
/// | `record-passed-over` | ANSI/NIST: a Type-9 record without the M1 block | passed over |
/// | `minutia-count` | ANSI/NIST: field 9.136 is not the number of minutiae in 9.137 | those in 9.137 |
///
/// Anything else that the standard does not allow is refused.
public struct TemplateDeviation: Hashable, Sendable {
    /// What departs from the standard, open to growth.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case oneByteBeyondLength = "one-byte-beyond-length"
        case twoBytesBeyondLength = "two-bytes-beyond-length"
        case zeroPadding = "zero-padding"
        case longLengthForm = "long-length-form"
        case versionDigits = "version-digits"
        case draftHeader = "draft-header"
        case coordinateOnEdge = "coordinate-on-edge"
        case itemLengthWithoutHeader = "item-length-without-header"
        case extendedDataOneByteShort = "extended-data-one-byte-short"
        case extendedItemUnread = "extended-item-unread"
        case viewNumber = "view-number"
        case reservedBits = "reserved-bits"
        case codeOfAnotherStandard = "code-of-another-standard"
        case recordPassedOver = "record-passed-over"
        case minutiaCount = "minutia-count"
    }

    public var kind: Kind
    /// The finger view, counted from 1; nil for the record's header. One view reports a kind once.
    public var view: Int?

    /// A deviation found in view `view`, counted from 1; nil for the header.
    public init(_ kind: Kind, view: Int? = nil) {
        self.kind = kind
        self.view = view
    }
}

extension TemplateDeviation: CustomStringConvertible {
    public var description: String {
        view.map { "view \($0): \(kind.rawValue)" } ?? kind.rawValue
    }
}
