/// Rows and minutiae a block has room for, and where its columns lie, in bytes from its start.
///
/// Each column begins on a cache line. A minutia takes 21 bytes, a row 10 more.
struct BlockShape: Hashable, Sendable {
    let rows: Int
    let minutiae: Int

    /// Two words a minutia.
    var signatures: Int { 0 }
    var places: Int { Self.aligned(16 * minutiae) }
    var angles: Int { places + Self.aligned(4 * minutiae) }
    var ends: Int { angles + Self.aligned(minutiae) }
    var owners: Int { ends + Self.aligned(4 * rows) }
    var ordinals: Int { owners + Self.aligned(4 * rows) }
    var byteCount: Int { ordinals + Self.aligned(2 * rows) }

    static let alignment = 64

    static func aligned(_ bytes: Int) -> Int { (bytes + alignment - 1) & ~(alignment - 1) }
}
