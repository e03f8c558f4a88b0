/// Where a template lies in a snapshot.
struct RowKey: Hashable, Sendable {
    /// The segment, among all of the snapshot.
    let slot: UInt32
    let address: RowAddress
}

/// A template and how alike the first stage finds it.
struct ScoredRow: Hashable, Sendable {
    /// ``ScanScore``.
    let score: Int32
    let key: RowKey
}

/// A person of the snapshot: the segment, among all of it, and the index there.
struct PersonKey: Hashable, Sendable {
    let slot: UInt32
    let owner: UInt32
}
