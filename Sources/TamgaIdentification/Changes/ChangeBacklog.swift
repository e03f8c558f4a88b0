import TamgaRegistry

/// Changes that wait for their turn, and which of them are made together. A value: it decides and does nothing.
struct ChangeBacklog<Waiter> {
    struct Item {
        let change: PendingChange
        let waiter: Waiter
    }

    private var waiting: [Item] = []
    /// Changes made together at most.
    let mostChanges: Int

    /// - Parameter mostChanges: kept at 1 or more.
    init(mostChanges: Int) { self.mostChanges = max(1, mostChanges) }

    var isEmpty: Bool { waiting.isEmpty }
    var count: Int { waiting.count }

    mutating func add(_ change: PendingChange, _ waiter: Waiter) {
        waiting.append(Item(change: change, waiter: waiter))
    }

    /// The next changes to be made together, in the order of arrival; empty only where nothing waits.
    ///
    /// No two of them concern the same person, so that each can be judged by what is registered before any of them is
    /// made; and of one person's changes none overtakes another. One that is judged by all that is registered is the
    /// first of a batch; one that may change who is looked for is the only one, since nobody else's fingers were held
    /// against that yet.
    mutating func takeBatch() -> [Item] {
        var (batch, left) = ([Item](), [Item]())
        var concerned: Set<PersonID> = []
        var bytes = 0
        var isAlone = false
        for item in waiting {
            let isFree = item.change.persons.allSatisfy { !concerned.contains($0) }
            let fits = batch.isEmpty
                || !item.change.isJudgedByAll && !isAlone && batch.count < mostChanges
                    && bytes + item.change.recordBytes <= IdentificationLimits.bytesPerCommit
            concerned.formUnion(item.change.persons)
            guard isFree, fits else {
                left.append(item)
                continue
            }
            bytes += item.change.recordBytes
            isAlone = batch.isEmpty && item.change.changesWhoIsLookedFor
            batch.append(item)
        }
        waiting = left
        return batch
    }
}
