/// One place where a record departs from its standard and was read all the same.
///
/// | kind | what the record holds | how it is read |
/// |---|---|---|
/// | `one-byte-beyond-length` | one byte more than the total length says | the byte is read as data or ignored |
/// | `coordinate-on-edge` | x equals the image's width, or y its height | as it stands |
/// | `item-length-without-header` | extended data items whose length leaves out their own 4 bytes | skipped |
/// | `view-number` | view numbers of a finger that do not count 0, 1, 2 … | as they stand |
/// | `reserved-bits` | a reserved byte or bit field that is not zero | ignored |
///
/// Anything else that the standard does not allow is refused.
public struct TemplateDeviation: Hashable, Sendable {
    /// What departs from the standard, open to growth.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case oneByteBeyondLength = "one-byte-beyond-length"
        case coordinateOnEdge = "coordinate-on-edge"
        case itemLengthWithoutHeader = "item-length-without-header"
        case viewNumber = "view-number"
        case reservedBits = "reserved-bits"
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
