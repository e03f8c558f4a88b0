import GRDB
import TamgaStore
import TamgaTemplates

/// A row of `record`, read and opened.
struct RecordRow {
    let record: StoredRecord

    static let columns = "record.encounter, record.ordinal, record.position, record.format, record.sealed"

    /// Reads ``columns`` from `first` on.
    ///
    /// - Throws: `.corrupt` with the numbers of the row, also where a single bit of any column is not what was written.
    init(_ row: Row, first: Int = 0, _ seal: EncounterSeal) throws(StoreError) {
        guard let encounter = row.natural(first), let ordinal = row.integer(first + 1).flatMap(Int.init(exactly:))
        else { throw StoreError(.corrupt, "a row of records has no number") }
        guard encounter == seal.encounter, let record = try Self.record(row, first: first, ordinal, seal) else {
            throw StoreError(
                .corrupt, "record \(ordinal) of encounter row \(encounter) is not what was written",
                sequence: encounter)
        }
        self.record = record
    }

    private static func record(
        _ row: Row, first: Int, _ ordinal: Int, _ seal: EncounterSeal
    ) throws(StoreError) -> StoredRecord? {
        let code = row.integer(first + 2)
        let position = code.flatMap(UInt8.init(exactly:)).flatMap(FingerPosition.init(rawValue:))
        guard position != nil || row.isNull(first + 2), let sealed = row.bytes(first + 4),
            let format = row.integer(first + 3).flatMap(UInt16.init(exactly:))
        else { return nil }
        return try seal.open(sealed, ordinal: ordinal, position: position, format: format)
    }
}
