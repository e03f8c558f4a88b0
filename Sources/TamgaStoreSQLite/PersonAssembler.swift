import GRDB
import TamgaStore

/// Puts persons together from rows of `person` joined with `record`, in order of person and ordinal.
struct PersonAssembler {
    private var person: PersonRow?
    private var records: [StoredRecord] = []

    /// The rows wanted: all, or those of one person by identifier.
    static func query(where condition: String = "TRUE") -> String {
        """
        SELECT \(PersonRow.columns), \(RecordRow.columns)
        FROM person LEFT JOIN record ON record.person = person.sequence
        WHERE \(condition) ORDER BY person.sequence, record.ordinal
        """
    }

    /// Whether a row is of another person than the one begun, who is then to be finished before it is added.
    func isOfAnother(_ row: Row) -> Bool {
        person.map { UInt64(exactly: row.integer(0) ?? -1) != $0.sequence } ?? false
    }

    mutating func add(_ row: Row) throws(StoreError) {
        if person == nil { person = try PersonRow(row) }
        guard !row.isNull(PersonRow.columnCount) else { return }
        records.append(try RecordRow(row, first: PersonRow.columnCount).record)
    }

    /// The person begun, or nil where none is.
    mutating func finish() throws(StoreError) -> PersonRecord? {
        guard let done = person.take() else { return nil }
        guard done.recordCount == records.count else {
            throw StoreError(
                .corrupt, "person row \(done.sequence) has \(records.count) records, written: \(done.recordCount)",
                sequence: done.sequence)
        }
        defer { records = [] }
        return PersonRecord(
            person: done.person, records: records, enrolledAt: done.enrolledAt, sequence: done.sequence)
    }
}
