import TamgaCrypto
public import TamgaStore

/// Follows the chain of a store's deletions from its beginning.
public struct DeletionChain: Sendable {
    /// Deletions seen.
    public private(set) var deletions: UInt64 = 0
    /// Deletions whose chain does not follow from those before: something was added, changed or left out there.
    public private(set) var broken: UInt64 = 0
    /// The number of the first of them.
    public private(set) var firstBroken: UInt64?
    private var last = DeletionEntry.firstChain

    /// Before the first deletion.
    public init() {}

    /// Whether every deletion seen follows from those before.
    public var isUnbroken: Bool { broken == 0 }

    /// Takes the next deletion.
    ///
    /// - Returns: whether it follows from those before. What comes after is held against what it states.
    /// - Throws: `.ioFailed` where the cryptography of the system refused.
    public mutating func follows(_ entry: DeletionEntry) throws(ArchiveError) -> Bool {
        let expected = try digesting("the chain of deletions") { () throws(CryptoError) in
            try DeletionEntry.chain(
                last, sequence: entry.sequence, deletedAt: entry.deletedAt, digest: entry.digest)
        }
        let follows = expected == entry.chain
        (deletions, last) = (deletions + 1, entry.chain)
        if !follows {
            broken += 1
            firstBroken = firstBroken ?? entry.sequence
        }
        return follows
    }

    /// Goes over all deletions of a store, in bounded memory.
    ///
    /// - Parameter body: takes each, and whether it follows.
    /// - Throws: `.storeFailed`, `.ioFailed`.
    public static func walk(
        _ store: any PersonStore, _ body: (DeletionEntry, Bool) -> Void
    ) throws(ArchiveError) -> DeletionChain {
        var chain = DeletionChain()
        try DeletionPages(store).forEach { entry throws(ArchiveError) in
            body(entry, try chain.follows(entry))
            return true
        }
        return chain
    }
}
