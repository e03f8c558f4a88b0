import GRDB
import TamgaStore

/// Looks through a backup's store file together with a file of keys: is everything what was written, and does all
/// open that still has its key?
struct PairChecker {
    let database: String
    let keysFile: String
    let vault: KeyVault
    let progress: (BackupProgress) -> Void

    /// - Parameter allowsMissing: whether an encounter or a fact may lack its key, because the file of keys is newer.
    /// - Returns: what opens, and what is there in all.
    /// - Throws: `damaged`.
    func run(allowsMissing: Bool) throws -> (openable: BackupCounts, all: BackupCounts) {
        let connection = try StoreConnection.untouchingReader(database)
        defer { try? connection.close() }
        return try connection.writeWithoutTransaction { db in
            try db.attach(keysFile, as: "keys", "immutable=1")
            let version = try Int32.fetchOne(db, sql: "PRAGMA main.user_version") ?? 0
            if version < 3 { try db.execute(sql: SecondVersion.asThird) }
            try db.execute(sql: Self.view)
            let total = try UInt64.fetchOne(db, sql: "SELECT count(*) FROM encounter") ?? 0
            var checker = StoreChecker(vault, allowsMissingKeys: allowsMissing, version: version) {
                progress(.verifying($0, of: total))
            }
            try checker.run(db)
            try checkApart(&checker, db)
            let report = checker.report
            guard report.isSound else {
                throw BackupError.damaged(file: database, findings: report.findings, count: report.findingCount)
            }
            return (try Self.openable(db), try TableCopier.counts(db))
        }
    }

    /// Keys must not lie beside the records; and the deletions of both files must be the same ones.
    private func checkApart(_ checker: inout StoreChecker, _ db: Database) throws {
        if try Int.fetchOne(db, sql: "SELECT count(*) FROM main.encounter_key") != 0 {
            checker.add(.reference, "there are keys beside the records")
        }
        let strangers = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM main.deletion AS old WHERE NOT EXISTS
                    (SELECT 1 FROM keys.deletion AS new WHERE new.sequence = old.sequence AND new.chain = old.chain)
                """)
        if strangers != 0 { checker.add(.reference, "the file of keys does not know \(strangers ?? 0) deletions") }
    }

    /// In the place of the table of the store, which is empty: the keys of facts, and of those encounters that are as
    /// they were.
    private static let view = """
        CREATE TEMP VIEW encounter_key AS SELECT encounter, master, wrapped FROM keys.encounter_key AS known
        WHERE encounter = \(KeyVault.segmentKeyNumber) OR EXISTS
            (SELECT 1 FROM main.encounter WHERE number = known.encounter AND changed = known.changed)
            OR EXISTS (SELECT 1 FROM fact WHERE \(FactKey.condition("fact", hasKey: "known.encounter")))
        """

    /// A fact opens with its key, and comes back with its person: not where all encounters of that person are replaced.
    private static func openable(_ db: Database) throws -> BackupCounts {
        func count(_ sql: String) throws -> UInt64 { try UInt64.fetchOne(db, sql: sql) ?? 0 }
        let key = "SELECT 1 FROM keys.encounter_key AS known WHERE known.encounter = number AND known.changed"
        let living = "main.encounter WHERE EXISTS (\(key) = main.encounter.changed)"
        return try BackupCounts(
            persons: count("SELECT count(DISTINCT person) FROM \(living)"),
            encounters: count("SELECT count(*) FROM \(living)"),
            records: count("SELECT ifnull(sum(records), 0) FROM \(living)"),
            facts: count(
                """
                SELECT count(*) FROM fact
                WHERE EXISTS (SELECT 1 FROM keys.encounter_key WHERE encounter = \(FactKey.sql(of: "fact")))
                    AND (person IS NULL OR person IN (SELECT person FROM \(living)))
                """))
    }
}
