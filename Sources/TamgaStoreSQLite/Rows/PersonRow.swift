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
    let factCount: Int

    static let columns = "person.number, person.id, person.changed, person.encounters, person.facts, person.checksum"
    static let columnCount = 6

    init(number: UInt64, person: PersonID, changed: UInt64, encounterCount: Int, factCount: Int) {
        (self.number, self.person, self.changed) = (number, person, changed)
        (self.encounterCount, self.factCount) = (encounterCount, factCount)
    }

    /// Reads ``columns`` from `first` on.
    ///
    /// - Throws: `.corrupt` with the number of the row.
    init(_ row: Row, first: Int = 0) throws(StoreError) {
        guard let number = row.natural(first) else {
            throw StoreError(.corrupt, "a row of persons has no number")
        }
        guard let text = row.text(first + 1), let person = try? PersonID(text), let changed = row.natural(first + 2),
            let encounters = row.integer(first + 3).flatMap(Int.init(exactly:)),
            let facts = row.integer(first + 4).flatMap(Int.init(exactly:))
        else { throw Self.damaged(number) }
        self.init(number: number, person: person, changed: changed, encounterCount: encounters, factCount: facts)
        guard row.integer(first + 5) == Int64(checksum) else { throw Self.damaged(number) }
    }

    private static func damaged(_ number: UInt64) -> StoreError {
        StoreError(.corrupt, "person row \(number) is not what was written", sequence: number)
    }

    /// Of somebody without facts it is the one of version 2, whose rows stay as they are.
    var checksum: UInt32 {
        var check = CRC32C()
        check.add(number)
        check.add(changed)
        check.add(UInt64(truncatingIfNeeded: encounterCount))
        if factCount != 0 { check.add(UInt64(truncatingIfNeeded: factCount)) }
        check.add(Array(person.text.utf8))
        return check.value
    }
}
