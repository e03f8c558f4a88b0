import GRDB
import Glibc
import TamgaCrashPoints
import TamgaCrypto
import TamgaStore

/// A backup and a file of keys, read together.
struct BackupReading {
    let folder: String
    let keysFile: String
    let keys: KeyRing
    let progress: StoreBackup.Display

    private var database: String { "\(Draft.plain(folder))/\(StoreBackup.databaseName)" }

    func verify() throws -> BackupYield {
        let (manifest, known, vault) = try open()
        let checker = PairChecker(database: database, keysFile: known.path, vault: vault, progress: progress)
        let (openable, all) = try checker.run(allowsMissing: known.sequence > manifest.sequence)
        guard all == manifest.counts else {
            throw BackupError.counts(file: database, found: all, written: manifest.counts)
        }
        return yield(manifest, known, openable)
    }

    func restore(to data: String) throws -> BackupYield {
        let draft = try Draft(folder: data, names: StoreBackup.names, mayBeEmpty: true)
        let found = try verify()
        let file = try draft.makeFile(StoreBackup.databaseName)
        let (counts, sequence) = try RestoreCopy(
            backup: database, keysFile: Draft.plain(keysFile), keys: keys, progress: progress
        ).fill(file)
        CrashPoint.restoreCopied.reached()
        guard counts == found.restored, sequence == found.sequence else {
            throw BackupError.counts(file: file, found: counts, written: found.restored)
        }
        try check(file)
        CrashPoint.restoreVerified.reached()
        try draft.finish()
        return found
    }

    /// What the files say of themselves, and whether they go together.
    private func open() throws -> (BackupManifest, KeysFile, KeyVault) {
        let file = "\(Draft.plain(folder))/\(StoreBackup.manifestName)"
        let manifest = try BackupManifest(readingFile: file)
        let known = try KeysFile(keysFile)
        let vault = try unlock(known, manifest, file)
        guard known.sequence >= manifest.sequence else {
            throw BackupError.keysOlder(file: known.path, sequence: known.sequence, needed: manifest.sequence)
        }
        let (bytes, sha256) = try SystemFile.digest(database, while: "reading \(database)", progress: progress)
        guard bytes == manifest.bytes else {
            throw BackupError.length(file: database, bytes: bytes, written: manifest.bytes)
        }
        guard sha256 == manifest.sha256 else { throw BackupError.digest(file: database) }
        return (manifest, known, vault)
    }

    /// What opens the encounters, once the keys vouch for the manifest.
    private func unlock(_ known: KeysFile, _ manifest: BackupManifest, _ file: String) throws -> KeyVault {
        guard Hex.text(known.origin) == manifest.identity else {
            throw BackupError.keysOfAnotherStore(file: known.path)
        }
        let (key, vault) = try known.unlock(keys)
        try manifest.check(file, with: key)
        return vault
    }

    private func yield(_ manifest: BackupManifest, _ known: KeysFile, _ openable: BackupCounts) -> BackupYield {
        BackupYield(
            manifest: manifest, restored: openable, leftOut: manifest.counts.without(openable),
            sequence: max(manifest.sequence, known.sequence))
    }

    /// The check that a server makes of a store when it starts.
    private func check(_ file: String) throws {
        let connection = try StoreConnection.untouchingReader(file)
        defer { try? connection.close() }
        let report: StoreReport = try connection.read { db in
            let vault = try SQLiteStore.vault(keys, db)
            let total = try UInt64.fetchOne(db, sql: "SELECT count(*) FROM encounter") ?? 0
            var checker = StoreChecker(vault) { progress(.verifying($0, of: total)) }
            try checker.run(db)
            return checker.report
        }
        guard report.isSound else {
            throw BackupError.damaged(file: file, findings: report.findings, count: report.findingCount)
        }
    }
}
