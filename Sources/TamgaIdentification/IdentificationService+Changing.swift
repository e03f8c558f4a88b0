import TamgaCrashPoints
import TamgaGallery
import TamgaStore

extension IdentificationService {
    /// Makes a change; answered once it is durable and in the gallery.
    func change(_ change: PendingChange) async throws(IdentificationError) -> CommittedChange {
        try await changes.wait(for: change) { writes.submit { self.makeWaitingChanges() } }
    }

    /// Takes what waits, makes it in one transaction of the store, repeats it in the gallery, and answers.
    private func makeWaitingChanges() {
        let batch = changes.takeBatch()
        guard !batch.isEmpty else { return }
        CrashPoint.changesTaken.reached()
        let outcomes = outcomes(of: batch.map(\.change))
        for (item, outcome) in zip(batch, outcomes) {
            item.waiter.resume(returning: outcome)
            CrashPoint.someAnswered.reached()
        }
    }

    private func outcomes(of batch: [PendingChange]) -> [ChangeQueue.Outcome] {
        let prepared = batch.map { change in
            Result { () throws(IdentificationError) in try self.prepare(change, self.gallery()) }
        }
        let possible = prepared.compactMap { try? $0.get() }
        var committed = commit(possible).makeIterator()
        let outcomes = prepared.map { change -> ChangeQueue.Outcome in
            switch change {
            case .failure(let error): .failure(error)
            case .success: committed.next() ?? .failure(.notReady)
            }
        }
        memory.settle()
        return outcomes
    }

    private func commit(_ changes: [PreparedChange]) -> [ChangeQueue.Outcome] {
        guard !changes.isEmpty else { return [] }
        let applied = apply(changes.map(\.store))
        CrashPoint.changesCommitted.reached()
        let outcomes = zip(changes, applied).map { change, applied in
            Result { () throws(IdentificationError) in try self.mirror(change, applied.get()) }
        }
        CrashPoint.changesMirrored.reached()
        return outcomes
    }

    /// One transaction. Where it fails for what may be the fault of a single change, each is tried by itself, so that
    /// nobody is refused for somebody else's sake.
    private func apply(_ changes: [StoreChange]) -> [Result<AppliedChange, IdentificationError>] {
        do {
            return try store.apply(changes).map { outcome in outcome.mapError { IdentificationError($0) } }
        } catch {
            guard changes.count > 1, error.mayBeOfOneChange else {
                return changes.map { _ in .failure(IdentificationError(error)) }
            }
            return changes.flatMap { apply([$0]) }
        }
    }

    /// Repeats in the gallery what the store has done. Checked beforehand, so it cannot be refused; should it be all
    /// the same, the gallery is not the store's any more and must not answer until it was rebuilt.
    private func mirror(
        _ change: PreparedChange, _ applied: AppliedChange
    ) throws(IdentificationError) -> CommittedChange {
        // None any more where an earlier change of the transaction could not be repeated.
        let gallery = try gallery()
        do throws(GalleryError) {
            return CommittedChange(
                sequence: applied.sequence, snapshot: try change.mirror(in: gallery, applied.sequence),
                references: change.references, receipt: applied.receipt)
        } catch {
            use(nil)
            throw IdentificationError(.notReady, "the gallery differs from the store and must be rebuilt: \(error)")
        }
    }
}

extension StoreError {
    /// Whether another change alone might succeed: no room for a large one, or a person whose rows are damaged.
    fileprivate var mayBeOfOneChange: Bool {
        switch code {
        case .full, .corrupt, .failed: true
        default: false
        }
    }
}
