import GRDB
import TamgaStore

/// A row of `encounter`, read and checked.
struct EncounterRow {
    /// Of the row: the number of the change that brought the encounter.
    let number: UInt64
    /// The number of the person's row.
    let person: UInt64
    /// Among the person's encounters, ascending, with gaps where some went.
    let place: Int64
    let takenAt: Int64
    /// The number of the last change of its records.
    let changed: UInt64
    let recordCount: Int

    static let columns = """
        encounter.number, encounter.person, encounter.place, encounter.taken_at, encounter.changed, encounter.records, \
        encounter.checksum
        """
    static let columnCount = 7

    init(number: UInt64, person: UInt64, place: Int64, takenAt: Int64, changed: UInt64, recordCount: Int) {
        (self.number, self.person, self.place) = (number, person, place)
        (self.takenAt, self.changed, self.recordCount) = (takenAt, changed, recordCount)
    }

    /// Reads ``columns`` from `first` on.
    ///
    /// - Throws: `.corrupt` with the number of the row.
    init(_ row: Row, first: Int = 0) throws(StoreError) {
        guard let number = row.natural(first) else {
            throw StoreError(.corrupt, "a row of encounters has no number")
        }
        guard let person = row.natural(first + 1), let place = row.integer(first + 2),
            let takenAt = row.integer(first + 3), let changed = row.natural(first + 4),
            let count = row.integer(first + 5).flatMap(Int.init(exactly:))
        else { throw Self.damaged(number) }
        self.init(
            number: number, person: person, place: place, takenAt: takenAt, changed: changed, recordCount: count)
        guard row.integer(first + 6) == Int64(checksum) else { throw Self.damaged(number) }
    }

    private static func damaged(_ number: UInt64) -> StoreError {
        StoreError(.corrupt, "encounter row \(number) is not what was written", sequence: number)
    }

    var checksum: UInt32 {
        var check = CRC32C()
        for value in [number, person, UInt64(bitPattern: place), UInt64(bitPattern: takenAt), changed] {
            check.add(value)
        }
        check.add(UInt64(truncatingIfNeeded: recordCount))
        return check.value
    }
}
