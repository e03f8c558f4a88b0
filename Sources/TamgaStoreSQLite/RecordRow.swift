import GRDB
import TamgaStore
import TamgaTemplates

/// A row of `record`, read and checked.
struct RecordRow {
    let record: StoredRecord
    /// The number of the person's row.
    let sequence: UInt64
    /// Place among the person's records, from 0.
    let ordinal: Int

    static let columns = "record.person, record.ordinal, record.position, record.format, record.bytes, record.checksum"

    /// Reads the columns from `first` on.
    ///
    /// - Throws: `.corrupt` with the numbers of the row.
    init(_ row: Row, first: Int = 0) throws(StoreError) {
        guard let sequence = row.integer(first).flatMap(UInt64.init(exactly:)),
            let ordinal = row.integer(first + 1).flatMap(Int.init(exactly:))
        else { throw StoreError(.corrupt, "a row of records has no number") }
        guard let record = Self.record(row, first: first),
            row.integer(first + 5) == Int64(Self.checksum(record, of: sequence, ordinal: ordinal))
        else {
            throw StoreError(
                .corrupt, "record \(ordinal) of person row \(sequence) is not what was written", sequence: sequence)
        }
        self.record = record
        self.sequence = sequence
        self.ordinal = ordinal
    }

    private static func record(_ row: Row, first: Int) -> StoredRecord? {
        let code = row.integer(first + 2)
        let position = code.flatMap(UInt8.init(exactly:)).flatMap(FingerPosition.init(rawValue:))
        guard position != nil || row.isNull(first + 2), let bytes = row.bytes(first + 4),
            let format = row.integer(first + 3).flatMap(UInt16.init(exactly:))
        else { return nil }
        return StoredRecord(position: position, format: format, bytes: bytes)
    }

    static func checksum(_ record: StoredRecord, of sequence: UInt64, ordinal: Int) -> UInt32 {
        var check = CRC32C()
        check.add(sequence)
        check.add(UInt64(truncatingIfNeeded: ordinal))
        check.add(record.position.map { UInt64($0.rawValue) } ?? .max)
        check.add(UInt64(record.format))
        check.add(record.bytes)
        return check.value
    }
}
