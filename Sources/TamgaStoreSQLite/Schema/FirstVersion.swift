import GRDB
import TamgaRegistry
import TamgaStore
import TamgaTemplates

/// Version 1 of the store: a person had one encounter, and records lay open. Only what reading it needs.
enum FirstVersion {
    static let schema = """
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            persons INTEGER NOT NULL CHECK (persons >= 0),
            records INTEGER NOT NULL CHECK (records >= 0)
        ) STRICT;
        INSERT INTO store VALUES (1, 0, 0, 0);
        CREATE TABLE person (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            enrolled_at INTEGER NOT NULL,
            records INTEGER NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE record (
            person INTEGER NOT NULL REFERENCES person (sequence) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            position INTEGER,
            format INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (person, ordinal)
        ) STRICT, WITHOUT ROWID;
        """

    /// A person's row and the number of records it states.
    static func person(_ row: Row) throws(StoreError) -> (record: PersonRow, enrolledAt: Int64, records: Int) {
        guard let sequence = row.natural(0), let text = row.text(1), let person = try? PersonID(text),
            let enrolledAt = row.integer(2), let records = row.integer(3).flatMap(Int.init(exactly:))
        else { throw StoreError(.corrupt, "a person row is not what was written", sequence: row.natural(0)) }
        var check = CRC32C()
        for value in [sequence, UInt64(bitPattern: enrolledAt), UInt64(truncatingIfNeeded: records)] {
            check.add(value)
        }
        check.add(Array(person.text.utf8))
        guard row.integer(4) == Int64(check.value) else {
            throw StoreError(.corrupt, "person row \(sequence) is not what was written", sequence: sequence)
        }
        let record = PersonRow(number: sequence, person: person, changed: sequence, encounterCount: 1, factCount: 0)
        return (record, enrolledAt, records)
    }

    /// A record's row: position, format, bytes and checksum, of a person and in a place that are known.
    static func record(_ row: Row, of sequence: UInt64, ordinal: Int) throws(StoreError) -> StoredRecord {
        let position = row.integer(0).flatMap(UInt8.init(exactly:)).flatMap(FingerPosition.init(rawValue:))
        var check = CRC32C()
        check.add(sequence)
        check.add(UInt64(truncatingIfNeeded: ordinal))
        check.add(position.map { UInt64($0.rawValue) } ?? .max)
        guard position != nil || row.isNull(0), let format = row.integer(1).flatMap(UInt16.init(exactly:)),
            let bytes = row.bytes(2)
        else { throw damaged(ordinal, sequence) }
        check.add(UInt64(format))
        check.add(bytes)
        guard row.integer(3) == Int64(check.value) else { throw damaged(ordinal, sequence) }
        return StoredRecord(position: position, format: format, bytes: bytes)
    }

    private static func damaged(_ ordinal: Int, _ sequence: UInt64) -> StoreError {
        StoreError(.corrupt, "record \(ordinal) of person row \(sequence) is not what was written", sequence: sequence)
    }
}
