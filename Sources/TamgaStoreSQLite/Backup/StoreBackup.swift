public import TamgaCrypto

/// Backups of a store while it serves, and stores out of backups.
///
/// A backup is a folder with a copy of the store of one moment, without the keys of its encounters, and a manifest. The
/// keys go to a file of their own, of which only the newest is to be kept: who was deleted before it was made is in
/// older backups for nobody any more.
public enum StoreBackup {
    /// The copy of the store in a backup.
    static let databaseName = "tamga.sqlite"
    /// What a backup says of itself.
    static let manifestName = "manifest.json"
    /// All that may lie in a folder that is being made.
    static let names = [databaseName, "\(databaseName)-journal", manifestName]

    /// Who makes a backup, and when.
    public struct Maker: Hashable, Sendable {
        /// The program and its version.
        public let program: String
        /// Milliseconds since 1970 UTC.
        public let madeAt: Int64

        /// Takes both as they are.
        public init(program: String, madeAt: Int64) { (self.program, self.madeAt) = (program, madeAt) }
    }

    /// Shows how far something has come; called often.
    public typealias Display = (BackupProgress) -> Void

    /// Copies a store, whether a server uses it or not, checks the copy and gives it its name.
    ///
    /// The file of keys is replaced in one piece as soon as the copy was found good, and just before that has its name:
    /// after a failure there is the old file or the new one, which opens the earlier backups too.
    ///
    /// - Parameters:
    ///   - data: the directory of the store.
    ///   - folder: what is to be made; must not be there, its parent has to be.
    ///   - keysFile: where the keys go; what is replaced must be of the same store, and not newer.
    public static func make(
        of data: String, keys: KeyRing, to folder: String, keysTo keysFile: String, by maker: Maker,
        progress: @escaping Display = { _ in }
    ) throws(BackupError) -> BackupManifest {
        try backing("making a backup") {
            try BackupMaking(data: data, keys: keys, folder: folder, keysFile: keysFile, maker: maker).run(progress)
        }
    }

    /// Reads all of a backup and of a file of keys, and opens every record that can be opened.
    public static func verify(
        _ folder: String, keysFile: String, keys: KeyRing, progress: @escaping Display = { _ in }
    ) throws(BackupError) -> BackupYield {
        try backing("verifying a backup") {
            try BackupReading(folder: folder, keysFile: keysFile, keys: keys, progress: progress).verify()
        }
    }

    /// Makes a store out of a backup, without what was deleted or replaced before the file of keys was made, checks it
    /// and gives it its name.
    ///
    /// - Parameter data: what is to be made; must not be there or be an empty folder, its parent has to be.
    public static func restore(
        _ folder: String, keysFile: String, keys: KeyRing, to data: String, progress: @escaping Display = { _ in }
    ) throws(BackupError) -> BackupYield {
        try backing("restoring a backup") {
            try BackupReading(folder: folder, keysFile: keysFile, keys: keys, progress: progress).restore(to: data)
        }
    }
}
