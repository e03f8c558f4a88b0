import FoundationEssentials
import GRDB
import TamgaCrypto
import TamgaStore

/// Version 2 of the store: encounters, and records sealed.
enum SecondVersion {
    /// Makes the tables and moves what those of version 1 hold, sealing it. What is damaged there ends it.
    static func create(_ db: Database, _ keys: KeyRing) throws {
        let identity = try StoreError.crypting { () throws(CryptoError) in
            try randomBytes(SQLiteStoreLimits.identityBytes)
        }
        try db.execute(sql: setAside)
        try db.execute(sql: schema)
        let life = try StoreLife.new()
        try db.execute(sql: "INSERT INTO identity VALUES (?, ?)", arguments: [Data(identity), Data(life)])
        try MasterKeyProof.note(keys.active, identity, db)
        let vault = KeyVault(identity: identity, keys)
        let writer = ChangeWriter(db: db, vault: vault)
        try writer.insert(vault.makeSegmentKey(), of: KeyVault.segmentKeyNumber)
        try moveAll(writer)
        try db.execute(sql: "DROP TABLE record_1; DROP TABLE person_1")
    }

    private static func moveAll(_ writer: ChangeWriter) throws {
        let persons = try Row.fetchCursor(writer.db, sql: "SELECT * FROM person_1 ORDER BY sequence")
        while let row = try persons.next() {
            let (person, enrolledAt, count) = try FirstVersion.person(row)
            let records = try records(of: person, writer.db)
            guard records.count == count else {
                throw StoreError(
                    .corrupt, "person row \(person.number) has \(records.count) records, written: \(count)",
                    sequence: person.number)
            }
            try writer.insert(person)
            try writer.insert(
                EncounterContent(takenAt: enrolledAt, records: records), number: person.number, of: person.number,
                place: 0)
        }
    }

    private static func records(of person: PersonRow, _ db: Database) throws -> [StoredRecord] {
        let statement = try db.cachedStatement(
            sql: "SELECT position, format, bytes, checksum FROM record_1 WHERE person = ? ORDER BY ordinal")
        return try Row.fetchAll(statement, arguments: [Int64(person.number)]).enumerated().map { ordinal, row in
            try FirstVersion.record(row, of: person.number, ordinal: ordinal)
        }
    }

    /// What makes a file of this version look like one of version 3 in which nobody has facts yet: for reading it as
    /// it is.
    static let asThird = """
        CREATE TEMP VIEW store AS SELECT id, sequence, persons, records, 0 AS facts FROM main.store;
        CREATE TEMP VIEW person AS SELECT number, id, changed, encounters, 0 AS facts, checksum FROM main.person;
        CREATE TEMP TABLE fact (number INTEGER, ordinal INTEGER, person INTEGER, sealed BLOB);
        """

    private static let setAside = """
        ALTER TABLE person RENAME TO person_1;
        ALTER TABLE record RENAME TO record_1;
        """

    private static let schema = """
        CREATE TABLE identity (bytes BLOB NOT NULL, life BLOB NOT NULL) STRICT;
        CREATE TABLE person (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            changed INTEGER NOT NULL UNIQUE,
            encounters INTEGER NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE encounter (
            number INTEGER PRIMARY KEY,
            person INTEGER NOT NULL REFERENCES person (number),
            place INTEGER NOT NULL,
            taken_at INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            records INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            UNIQUE (person, place)
        ) STRICT;
        CREATE TABLE encounter_key (
            encounter INTEGER PRIMARY KEY,
            master TEXT NOT NULL,
            wrapped BLOB NOT NULL
        ) STRICT;
        CREATE INDEX encounter_key_master ON encounter_key (master);
        CREATE TABLE record (
            encounter INTEGER NOT NULL REFERENCES encounter (number),
            ordinal INTEGER NOT NULL,
            position INTEGER,
            format INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (encounter, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE master_key (
            id TEXT PRIMARY KEY,
            proof BLOB NOT NULL
        ) STRICT;
        CREATE TABLE deletion (
            sequence INTEGER PRIMARY KEY,
            deleted_at INTEGER NOT NULL,
            digest BLOB NOT NULL,
            chain BLOB NOT NULL
        ) STRICT;
        """
}
