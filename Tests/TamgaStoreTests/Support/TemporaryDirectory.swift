import Foundation
import GRDB
import TamgaStoreSQLite

/// A directory that goes with its owner.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "tamga-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        path = place.path(percentEncoded: false)
    }

    /// Where a store may be made.
    var store: String { "\(path)/data" }
    var database: String { "\(store)/tamga.sqlite" }

    /// The store in it, with the sample keys.
    func open(access: SQLiteStore.Access = .readWrite, maximumPages: Int? = nil) throws -> SQLiteStore {
        try SQLiteStore(directory: store, keys: Samples.keys(), access: access, maximumPages: maximumPages)
    }

    /// The first value of a query of the closed store's file.
    func fetch(_ sql: String) throws -> Data? {
        let raw = try DatabaseQueue(path: database)
        defer { try? raw.close() }
        return try raw.read { db in try Data.fetchOne(db, sql: sql) }
    }

    /// Name and content of every file of the store.
    func content() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: store)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: "\(store)/\($0)"))) })
    }

    func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
