import Glibc
import TamgaCrashPoints
import TamgaCrypto
import TamgaStore

/// One backup in the making.
struct BackupMaking {
    let data: String
    let keys: KeyRing
    let folder: String
    let keysFile: String
    let maker: StoreBackup.Maker

    func run(_ progress: @escaping StoreBackup.Display) throws -> BackupManifest {
        let draft = try Draft(folder: folder, names: StoreBackup.names, mayBeEmpty: false)
        let keysDraft = try KeysDraft(keysFile)
        try judge(keysDraft)
        let database = try draft.makeFile(StoreBackup.databaseName)
        let content = try BackupCopy(source: StoreDirectory(data), keys: keys, progress: progress)
            .fill(database: database, keysFile: keysDraft.path)
        CrashPoint.backupCopied.reached()
        let manifest = try manifest(content, database, keysDraft.path)
        try verify(database, keysDraft.path, manifest, progress)
        try write(manifest, draft)
        CrashPoint.backupVerified.reached()
        try keysDraft.finish()
        CrashPoint.keysWritten.reached()
        try draft.finish()
        return manifest
    }

    /// Refuses what is no store, is of another version, or is sealed under keys that are not here; and to replace keys
    /// that this store could not give anew.
    private func judge(_ keysDraft: KeysDraft) throws {
        let store = try SQLiteStore(directory: data, keys: keys, access: .readOnly)
        defer { store.close() }
        try keysDraft.judgeReplaced(origin: store.origin(), sequence: store.counts().sequence)
    }

    private func manifest(
        _ content: BackupCopy.Content, _ database: String, _ keysDraft: String
    ) throws -> BackupManifest {
        let (bytes, digest) = try SystemFile.digest(database, while: "reading \(database)")
        var manifest = BackupManifest(
            format: BackupManifest.knownFormat, program: maker.program, identity: Hex.text(content.origin),
            sequence: content.sequence, counts: content.counts, madeAt: maker.madeAt, bytes: bytes, sha256: digest,
            keysSHA256: try SystemFile.digest(keysDraft, while: "reading \(keysDraft)").sha256,
            masterKeys: content.masterKeys)
        try manifest.seal(with: content.segmentKey)
        return manifest
    }

    /// As whoever restores it will: from the two files.
    private func verify(
        _ database: String, _ keysDraft: String, _ manifest: BackupManifest, _ progress: @escaping StoreBackup.Display
    ) throws {
        let (_, vault) = try KeysFile(keysDraft).unlock(keys)
        let checker = PairChecker(database: database, keysFile: keysDraft, vault: vault, progress: progress)
        let (openable, all) = try checker.run(allowsMissing: false)
        guard openable == manifest.counts, all == manifest.counts else {
            throw BackupError.counts(file: database, found: openable, written: manifest.counts)
        }
    }

    private func write(_ manifest: BackupManifest, _ draft: Draft) throws {
        let path = try draft.makeFile(StoreBackup.manifestName)
        try SystemFile(path, flags: O_WRONLY, while: "writing \(path)").write(manifest.text, while: "writing \(path)")
    }
}
