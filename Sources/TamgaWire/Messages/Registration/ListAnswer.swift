import NIOCore

/// An answer that lists part of something longer.
package protocol ListAnswer: WireMessage {
    associatedtype Item: WireGroup

    static var item: Field<Item> { get }

    var items: [Item] { get }
    var hasMore: Bool { get }

    init(items: [Item], hasMore: Bool)
}

/// The field that all of them have behind their items.
private enum ListFields {
    static let hasMore = Field<Bool>.once(0x8002, "more")
    /// Bytes of this field.
    static let moreBytes = FieldRule.headerBytes + 1
}

extension ListAnswer {
    package static var fields: [FieldRule] { [item.rule, ListFields.hasMore.rule] }

    package init(reading fields: FieldReader) throws(WireError) {
        self.init(items: try fields.list(Self.item), hasMore: try fields.value(ListFields.hasMore))
    }

    package func write(to writer: inout FieldWriter) throws(WireError) {
        try writer.put(items, list: Self.item)
        try writer.put(hasMore, ListFields.hasMore)
    }

    /// As many of the items, from the first on, as fit a frame's body; where some do not, `hasMore` says so.
    ///
    /// Linear in the bytes of those that fit.
    ///
    /// - Parameter hasMore: whether there are others after these items.
    /// - Throws: ``WireError`` naming the field outside its limit, or `frameTooLarge` where not even one item fits: an
    ///   empty list with more behind it would make who asks go round in circles.
    package static func fitting(
        _ items: [Item], hasMore: Bool, limits: WireLimits = .established
    ) throws(WireError) -> Self {
        var buffer = ByteBuffer()
        var writer = FieldWriter(taking: &buffer, maximum: limits.bodyBytes(of: kind) - ListFields.moreBytes)
        for (index, value) in items.enumerated() {
            do throws(WireError) {
                try writer.put(value, item)
            } catch {
                guard error.code == .frameTooLarge, index > 0 else { throw error.at(index, of: item.rule) }
                return Self(items: Array(items[..<index]), hasMore: true)
            }
        }
        return Self(items: items, hasMore: hasMore)
    }
}
