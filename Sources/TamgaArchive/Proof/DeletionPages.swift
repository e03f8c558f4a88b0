import TamgaStore

/// Goes over the deletions of a store in order, in bounded memory.
struct DeletionPages {
    private let store: any PersonStore

    init(_ store: any PersonStore) { self.store = store }

    /// Until `body` says false.
    func forEach(_ body: (DeletionEntry) throws(ArchiveError) -> Bool) throws(ArchiveError) {
        var last: UInt64 = 0
        while true {
            let page = try page(after: last)
            for entry in page where try !body(entry) { return }
            guard let end = page.last?.sequence else { return }
            last = end
        }
    }

    private func page(after sequence: UInt64) throws(ArchiveError) -> [DeletionEntry] {
        do throws(StoreError) {
            return try store.deletions(after: sequence, limit: ArchiveLimits.deletionsAtOnce)
        } catch { throw ArchiveError(error, doing: "reading deletions") }
    }
}
