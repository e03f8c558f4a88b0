import Foundation
import GRDB
import TamgaRegistry
import TamgaStore

/// What the program before facts wrote, row by row, with the sample keys: persons 1 and 2 with two encounters each, one
/// updated, one merged into person 2; person 4 deleted.
enum SecondVersionStore {
    static let counts = StoreCounts(persons: 2, records: 6, sequence: 8)

    static func persons() throws -> [PersonRecord] {
        func encounter(_ number: UInt64, _ changed: UInt64, at: Int64, _ records: [StoredRecord]) -> EncounterRecord {
            EncounterRecord(number: number, changed: changed, content: EncounterContent(takenAt: at, records: records))
        }
        let first = [
            encounter(1, 1, at: 1, Samples.records(1)), encounter(5, 5, at: 50, Samples.records(5, count: 1)),
        ]
        let second = [
            encounter(2, 6, at: 2, Samples.records(8, count: 1)), encounter(3, 3, at: 3, Samples.records(3)),
        ]
        return [
            PersonRecord(person: try Samples.person(1), encounters: first, sequence: 5),
            PersonRecord(person: try Samples.person(2), encounters: second, sequence: 7),
        ]
    }

    /// - Parameter withKeys: as a store has them; as a backup has it, without.
    static func write(_ path: String, withKeys: Bool = true) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try db.execute(sql: schema)
            try db.execute(sql: rows)
            for row in blobs.split(separator: "\n").map({ $0.split(separator: " ").map(String.init) }) {
                guard withKeys || !row[0].hasSuffix("_key") else { continue }
                let values = row.dropFirst().map { column -> (any DatabaseValueConvertible)? in
                    column.hasPrefix("=") ? Data(base64Encoded: String(column.dropFirst())) : column
                }
                let places = values.map { _ in "?" }.joined(separator: ", ")
                try db.execute(sql: "INSERT INTO \(row[0]) VALUES (\(places))", arguments: StatementArguments(values))
            }
        }
        try queue.close()
    }

    private static let rows = """
        INSERT INTO grdb_migrations VALUES ('1'), ('2');
        INSERT INTO store VALUES (1, 8, 2, 6);
        INSERT INTO person VALUES (1, 'person-1', 5, 2, 796382716), (2, 'person-2', 7, 2, 4055089681);
        INSERT INTO encounter VALUES
            (1, 1, 0, 1, 1, 2, 2176683654),
            (2, 2, 0, 2, 6, 1, 2487087641),
            (3, 2, 1, 3, 3, 2, 1705371556),
            (5, 1, 1, 50, 5, 1, 1603839393);
        """

    /// Table and columns, bytes in base 64 behind a sign of equality.
    private static let blobs = """
        identity =3Li7DEs/h1xUmGXo4jVdsA== =HO8hde5eFYd9hPyyM8zyzA==
        master_key test =oyGDmC7MJ2I2c8QiCG0AHVloU2ocmQlTf73Zmg==
        deletion 8 4 =L3RHIWi5TNO8OZ7YH3ogPqfQD/ugFs14OyhA7p35QWg= =GINw9CVkgWpNGtEtNmlBULy5EYpT7JfWH/ceMxipg6U=
        encounter_key 0 test =t8eKBIotSt+2DpzNLXQxwff5tBWuX4BM55neM/wYtql3A8cIrLDyQKzN0+YgSJvDN3kIK2dxyZ2mrmas
        encounter_key 1 test =bpz9H49wnQdbNdLsarlJccbGMAMHxhsLyw+WzgxoT9QlfAjSRz4xT1LQxgoeEVIemUZtyojyQ95tsz+e
        encounter_key 2 test =JWA+Q1lnPii9+637mE7uzrDMotfhRMcAY3bt95Rr9/6oEpgi/MJOO1kxUXAfpjaAS3KTUfyYVpGCwxtJ
        encounter_key 3 test =7QtMq5nrqTRCP8GyoiuKfWkxx0nvfZcr4I9lNRL/bgMoHP/GbQ5ZxKNlVyk8+/n8WNjxCkrRgCfaZ6BQ
        encounter_key 5 test =F8AWjCKj4f18MLsvtlPEO2ecH2EE2jV+tm80zb6zxeQTcf20xfzQSqqYs4G2H3RjvoyTYsnWCOyDRoNT
        record 1 0 1 1 =Ai0zIcJEXL2+sRlM6MsgV2FJjUuKKjASJRHo55EXElxIzpdwZ5Lw1TVhhmeLCNH7g4iEZsLYMEk=
        record 1 1 2 1 =da166a8myxRgLi1Eu9EeITlulqmqkYcf8Qwi1yQG9vqEoo+xRpOiHG3SoOkGPoa69XAxzDwtf3U=
        record 2 0 8 1 =0TTVWvB0J72vdUnp5j9tRWZP5FqLUhiMLfTAwQK69aNvIhIq+9ZQVLKOKyF+4FBsP82SyszmgWg=
        record 3 0 3 1 =o00YDLR40AbfZA6WWj2S/o0y67JjNMXkJq5K1hzvoeP8PS9ajT44/MYn+zcmljitE2S7Xxh5qjo=
        record 3 1 4 1 =WfXL34yNOC+iqasnqqZJBS4odi+vS5KrYQkEZMbHHiJmxDIDg0HgmSx3Ig1OV1isg062ZBWPBmQ=
        record 5 0 5 1 =7Axh/8ILnNzOz+HPUZPrGasU6fLoGC6Jao6olGtf/AxWecnCzHmKf/vjbjv07KkjDLuIzxOvu6U=
        """

    private static let schema = """
        CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
        CREATE TABLE store (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            persons INTEGER NOT NULL CHECK (persons >= 0),
            records INTEGER NOT NULL CHECK (records >= 0)
        ) STRICT;
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
        CREATE INDEX encounter_key_master ON encounter_key (master);
        PRAGMA application_id = 1413565767;
        PRAGMA user_version = 2;
        """
}
