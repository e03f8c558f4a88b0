import Synchronization

/// Where changes wait to be made, those that arrive together in one durable transaction.
final class ChangeQueue: Sendable {
    typealias Outcome = Result<CommittedChange, ChangeRefusal>
    typealias Item = Backlog.Item
    typealias Backlog = ChangeBacklog<CheckedContinuation<Outcome, Never>>

    private let backlog: Mutex<Backlog>

    /// - Parameter mostChanges: of one transaction.
    init(mostChanges: Int) { backlog = Mutex(Backlog(mostChanges: mostChanges)) }

    /// Waits until the change is durable and in the gallery, or refused.
    ///
    /// - Parameter schedule: sees to it that a batch is taken and made, once for each call: so there are always as many
    ///   turns to come as there are changes waiting, or more.
    func wait(for change: PendingChange, schedule: () -> Void) async throws(ChangeRefusal) -> CommittedChange {
        let outcome = await withCheckedContinuation { continuation in
            backlog.withLock { $0.add(change, continuation) }
            schedule()
        }
        return try outcome.get()
    }

    /// Changes that nobody has taken yet.
    var waitingCount: Int { backlog.withLock { $0.count } }

    func takeBatch() -> [Backlog.Item] { backlog.withLock { $0.takeBatch() } }
}
