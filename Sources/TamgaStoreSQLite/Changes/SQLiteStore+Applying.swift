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
        if zip(changes, outcomes).contains(where: { $0.leavesRemains && (try? $1.get()) != nil }) {
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
            for step in ["+", "-"] { try db.execute(sql: "UPDATE store SET sequence = sequence \(step) 1 WHERE id = 1") }
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
    /// Whether what it took away may still lie in the write-ahead log.
    fileprivate var leavesRemains: Bool {
        switch self {
        case .enrol, .addEncounter: false
        case .update, .delete, .merge: true
        }
    }
}
