import GRDB
import TamgaStore

/// A row of `deletion`, read; whether it is what was written, the chain tells.
struct DeletionRow {
    let entry: DeletionEntry

    static let columns = "sequence, deleted_at, digest, chain"

    init(_ row: Row) throws(StoreError) {
        guard let sequence = row.natural(0), let deletedAt = row.integer(1), let digest = row.bytes(2),
            let chain = row.bytes(3)
        else { throw StoreError(.corrupt, "a row of deletions is not what was written", sequence: row.natural(0)) }
        entry = DeletionEntry(sequence: sequence, deletedAt: deletedAt, digest: digest, chain: chain)
    }
}
