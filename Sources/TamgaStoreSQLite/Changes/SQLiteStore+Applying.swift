import GRDB
import TamgaCrashPoints
public import TamgaStore

extension SQLiteStore {
    public func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        guard !changes.isEmpty else { return [] }
        let handle = try open()
        let outcomes: [Result<AppliedChange, StoreError>]
        do {
            outcomes = try Self.commit(changes, handle)
        } catch {
            if error.code == .ioFailed { Self.overwriteRemains(handle) }
            throw error
        }
        if zip(changes, outcomes).contains(where: { $0.leavesRemains(isRefused: (try? $1.get()) == nil) }) {
            noteRemains()
        }
        return outcomes
    }

    private static func commit(
        _ changes: [StoreChange], _ handle: Handle
    ) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        try storing("changing") {
            try handle.writer.write { db in
                let writer = ChangeWriter(db: db, vault: handle.vault)
                defer { CrashPoint.changesWritten.reached() }
                return try changes.map { change in try outcome(of: change, writer) }
            }
        }
    }

    /// After a failed sync the changes that were refused lie in the log, whole, and a start would take them for made:
    /// a transaction that changes nothing takes their place. Where that fails too, they stay until the next change.
    private static func overwriteRemains(_ handle: Handle) {
        try? handle.writer.write { db in
            // There and back: SQLite writes no page for a row that is given the content it has.
            for step in [1, -1] {
                try db.execute(sql: "UPDATE store SET sequence = sequence + ? WHERE id = 1", arguments: [step])
            }
        }
    }

    /// A refused change leaves the others alone; anything else ends the whole transaction.
    private static func outcome(
        of change: StoreChange, _ writer: ChangeWriter
    ) throws -> Result<AppliedChange, StoreError> {
        do {
            return .success(try writer.apply(change))
        } catch let error as StoreError where error.code.isRefusal {
            return .failure(error)
        }
    }
}

extension StoreChange {
    /// Whether what it took away, or wrote and took back, may still lie in the write-ahead log.
    fileprivate func leavesRemains(isRefused: Bool) -> Bool {
        switch self {
        case .enrol, .addEncounter, .note: false
        case .update, .delete, .merge: !isRefused
        case .together(let parts): isRefused || parts.contains { $0.leavesRemains(isRefused: false) }
        }
    }
}
