import GRDB
import TamgaRegistry
import TamgaStore

/// A row of `person`, read and checked: columns `sequence, id, enrolled_at, records, checksum` in this order.
struct PersonRow {
    let sequence: UInt64
    let person: PersonID
    let enrolledAt: Int64
    let recordCount: Int

    static let columns = "person.sequence, person.id, person.enrolled_at, person.records, person.checksum"
    static let columnCount = 5

    /// - Throws: `.corrupt` with the number of the row.
    init(_ row: Row) throws(StoreError) {
        guard let sequence = row.integer(0).flatMap(UInt64.init(exactly:)) else {
            throw StoreError(.corrupt, "a row of persons has no number")
        }
        guard let text = row.text(1), let person = try? PersonID(text), let enrolledAt = row.integer(2),
            let recordCount = row.integer(3).flatMap(Int.init(exactly:)),
            row.integer(4) == Int64(Self.checksum(sequence, person, enrolledAt: enrolledAt, recordCount: recordCount))
        else {
            throw StoreError(.corrupt, "person row \(sequence) is not what was written", sequence: sequence)
        }
        self.sequence = sequence
        self.person = person
        self.enrolledAt = enrolledAt
        self.recordCount = recordCount
    }

    static func checksum(
        _ sequence: UInt64, _ person: PersonID, enrolledAt: Int64, recordCount: Int
    ) -> UInt32 {
        var check = CRC32C()
        check.add(sequence)
        check.add(UInt64(bitPattern: enrolledAt))
        check.add(UInt64(truncatingIfNeeded: recordCount))
        check.add(Array(person.text.utf8))
        return check.value
    }
}
