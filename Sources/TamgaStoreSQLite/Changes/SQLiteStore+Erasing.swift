import GRDB
import TamgaCrashPoints
public import TamgaStore

extension SQLiteStore {
    /// Empties the write-ahead log after deletions, so that nothing of those deleted lies in the store's files.
    ///
    /// Freed pages are overwritten with each deletion; their earlier content stays in the log until then. A reader
    /// that began before, such as a backup, keeps the log: call again later.
    ///
    /// - Returns: whether nothing is left to erase.
    public func eraseRemains() throws(StoreError) -> Bool {
        guard hasRemains else { return true }
        // Before the log is looked at: a deletion meanwhile is noted anew.
        forgetRemains()
        let handle = try open()
        do {
            let isDone = try storing("emptying the log") { try handle.writer.writeWithoutTransaction(Self.empty) }
            CrashPoint.logEmptied.reached()
            if !isDone { noteRemains() }
            return isDone
        } catch {
            noteRemains()
            throw error
        }
    }

    /// Without waiting for readers; false where one is in the way.
    private static func empty(_ db: Database) throws -> Bool {
        try db.execute(sql: "PRAGMA busy_timeout = 0")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = \(SQLiteStoreLimits.busySeconds * 1_000)") }
        let row = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        return row?.integer(0) == 0
    }
}
