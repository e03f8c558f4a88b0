import GRDB
package import TamgaStore

extension StoreError {
    /// What SQLite said, as an error of the store; statement arguments stay out of it.
    init(_ error: DatabaseError, while doing: String) {
        let cause = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        let (code, message) = Self.meaning(of: error.resultCode)
        self.init(code, "\(doing): \(message)", cause: cause)
    }

    /// The same by SQLite's number, for tests.
    package init(sqliteCode: Int32, while doing: String) {
        self.init(DatabaseError(resultCode: ResultCode(rawValue: sqliteCode)), while: doing)
    }

    private static func meaning(of code: ResultCode) -> (Code, String) {
        switch code {
        case .SQLITE_FULL: (.full, "no space is left")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: (.readOnly, "writing is not allowed here")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: (.corrupt, "the store file is damaged")
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: (.corrupt, "the store's rows contradict each other")
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: (.busy, "another connection holds the store")
        case .SQLITE_IOERR, .SQLITE_CANTOPEN: (.ioFailed, "the system could not read or write the store file")
        case .SQLITE_MISUSE: (.closed, "the store is closed")
        default: (.failed, "the database refused")
        }
    }
}

/// Runs what may throw anything and lets nothing out but errors of the store.
func storing<Value>(_ doing: String, _ body: () throws -> Value) throws(StoreError) -> Value {
    do {
        return try body()
    } catch let error as StoreError {
        throw error
    } catch let error as DatabaseError {
        throw StoreError(error, while: doing)
    } catch {
        throw StoreError(.failed, doing, cause: String(describing: type(of: error)))
    }
}
