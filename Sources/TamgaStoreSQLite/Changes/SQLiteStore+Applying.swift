import GRDB
import TamgaCrashPoints
public import TamgaStore

extension SQLiteStore {
    public func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>] {
        guard !changes.isEmpty else { return [] }
        let handle = try open()
        let outcomes = try storing("changing") {
            try handle.writer.write { db in
                let writer = ChangeWriter(db: db, vault: handle.vault)
                defer { CrashPoint.changesWritten.reached() }
                return try changes.map { change in try Self.outcome(of: change, writer) }
            }
        }
        if zip(changes, outcomes).contains(where: { $0.leavesRemains && (try? $1.get()) != nil }) {
            noteRemains()
        }
        return outcomes
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
