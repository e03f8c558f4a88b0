import GRDB
import TamgaRegistry
import TamgaStore

/// A row of `person`, read and checked.
struct PersonRow {
    /// Of the row: the number of the change that enrolled the person.
    let number: UInt64
    let person: PersonID
    /// The number of the person's last change.
    let changed: UInt64
    let encounterCount: Int

    static let columns = "person.number, person.id, person.changed, person.encounters, person.checksum"
    static let columnCount = 5

    init(number: UInt64, person: PersonID, changed: UInt64, encounterCount: Int) {
        (self.number, self.person) = (number, person)
        (self.changed, self.encounterCount) = (changed, encounterCount)
    }

    /// Reads ``columns`` in this order.
    ///
    /// - Throws: `.corrupt` with the number of the row.
    init(_ row: Row) throws(StoreError) {
        guard let number = row.natural(0) else {
            throw StoreError(.corrupt, "a row of persons has no number")
        }
        guard let text = row.text(1), let person = try? PersonID(text), let changed = row.natural(2),
            let count = row.integer(3).flatMap(Int.init(exactly:))
        else { throw Self.damaged(number) }
        self.init(number: number, person: person, changed: changed, encounterCount: count)
        guard row.integer(4) == Int64(checksum) else { throw Self.damaged(number) }
    }

    private static func damaged(_ number: UInt64) -> StoreError {
        StoreError(.corrupt, "person row \(number) is not what was written", sequence: number)
    }

    var checksum: UInt32 {
        var check = CRC32C()
        check.add(number)
        check.add(changed)
        check.add(UInt64(truncatingIfNeeded: encounterCount))
        check.add(Array(person.text.utf8))
        return check.value
    }
}
