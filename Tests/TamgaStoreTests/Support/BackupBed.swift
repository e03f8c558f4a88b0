import Foundation
import GRDB
import TamgaCrypto
import TamgaStore
import TamgaStoreSQLite

/// A store, and a place for its backups and what is made out of them.
struct BackupBed {
    let directory: TemporaryDirectory
    static let maker = StoreBackup.Maker(program: "test 1", madeAt: 1_234)

    init() throws { directory = try TemporaryDirectory() }

    func path(_ name: String) -> String { "\(directory.path)/\(name)" }
    var keysFile: String { path("keys.tamga") }

    @discardableResult
    func backUp(
        of data: String? = nil, to name: String = "backup", keysTo keysFile: String? = nil,
        keys: KeyRing? = nil
    ) throws -> BackupManifest {
        try StoreBackup.make(
            of: data ?? directory.store, keys: keys ?? Samples.keys(), to: path(name),
            keysTo: keysFile ?? self.keysFile, by: Self.maker)
    }

    func verify(
        _ name: String = "backup", keysFile: String? = nil, keys: KeyRing? = nil
    ) throws -> BackupYield {
        try StoreBackup.verify(path(name), keysFile: keysFile ?? self.keysFile, keys: keys ?? Samples.keys())
    }

    @discardableResult
    func restore(
        _ name: String = "backup", to data: String = "restored", keysFile: String? = nil, keys: KeyRing? = nil
    ) throws -> BackupYield {
        try StoreBackup.restore(
            path(name), keysFile: keysFile ?? self.keysFile, keys: keys ?? Samples.keys(), to: path(data))
    }

    func open(_ data: String = "restored", keys: KeyRing? = nil) throws -> SQLiteStore {
        try SQLiteStore(directory: path(data), keys: keys ?? Samples.keys())
    }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: path(name), toPath: path(other))
    }

    /// Changes a file below the directory.
    func edit(_ name: String, _ change: (inout Data) -> Void) throws {
        let file = URL(filePath: path(name))
        var data = try Data(contentsOf: file)
        change(&data)
        try data.write(to: file)
    }

    func execute(_ name: String, _ sql: String) throws {
        let raw = try DatabaseQueue(path: path(name))
        try raw.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try raw.close()
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// What is there, by name.
    func names(_ folder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }
}

/// Everything a store promises to keep.
struct WholeStore: Equatable {
    let persons: [PersonRecord]
    let facts: [StoredFact]
    let deletions: [DeletionEntry]
    let counts: StoreCounts

    init(_ store: any PersonStore) throws {
        persons = try store.all()
        facts = try store.allFacts()
        deletions = try store.deletions(after: 0, limit: .max)
        counts = try store.counts()
    }
}
