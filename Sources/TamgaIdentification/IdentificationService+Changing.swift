import TamgaCrashPoints
import TamgaGallery
import TamgaRegistry
import TamgaStore

extension IdentificationService {
    /// Makes a change; answered once it is durable and in the gallery.
    func change(_ change: PendingChange) async throws(IdentificationError) -> CommittedChange {
        do throws(ChangeRefusal) { return try await attempt(change) } catch {
            guard case .failed(let error) = error else { throw .notReady }
            throw error
        }
    }

    /// The same for changes that may have to be tried again, or were answered before.
    func attempt(_ change: PendingChange) async throws(ChangeRefusal) -> CommittedChange {
        var lap = self.lap
        defer { lap.end(.change) }
        return try await changes.wait(for: change) { writes.submit { self.makeWaitingChanges() } }
    }

    /// Takes what waits, makes it in one transaction of the store, repeats it in the gallery, and answers.
    private func makeWaitingChanges() {
        let batch = changes.takeBatch()
        guard !batch.isEmpty else { return }
        CrashPoint.changesTaken.reached()
        for part in parts(batch) {
            let outcomes = outcomes(of: part.map(\.change))
            for (item, outcome) in zip(part, outcomes) {
                item.waiter.resume(returning: outcome)
                CrashPoint.someAnswered.reached()
            }
        }
    }

    /// A change of somebody banned is made by itself: it may bring fingers that the others have to be held against.
    private func parts(_ batch: [ChangeQueue.Item]) -> [[ChangeQueue.Item]] {
        guard batch.count > 1, let registrar = try? registrar(), registrar.hasStandingProbes else { return [batch] }
        var (together, alone) = ([ChangeQueue.Item](), [[ChangeQueue.Item]]())
        for item in batch {
            let isOfBanned = registrar.read { book in item.change.persons.contains { !book.bans(of: $0).isEmpty } }
            if isOfBanned { alone.append([item]) } else { together.append(item) }
        }
        return alone + (together.isEmpty ? [] : [together])
    }

    private func outcomes(of batch: [PendingChange]) -> [ChangeQueue.Outcome] {
        let prepared = batch.map { change in
            Result { () throws(ChangeRefusal) in try self.prepare(change) }
        }
        let possible = prepared.compactMap { try? $0.get() }
        var committed = commit(possible).makeIterator()
        let outcomes = prepared.map { change -> ChangeQueue.Outcome in
            switch change {
            case .failure(let refusal): .failure(refusal)
            case .success: committed.next()?.mapError { .failed($0) } ?? .failure(.failed(.notReady))
            }
        }
        memory.settle()
        return outcomes
    }

    /// What is to be done for a change: in the gallery, and in the store where there is anything to write.
    private typealias Work = (change: PreparedChange, store: Result<StoreChange?, IdentificationError>)

    private func commit(_ changes: [PreparedChange]) -> [Result<CommittedChange, IdentificationError>] {
        let work = changes.map { change -> Work in
            (change, Result { () throws(IdentificationError) in try change.store() })
        }
        let writes = work.compactMap { try? $0.store.get() }
        var applied = (writes.isEmpty ? [] : apply(writes)).makeIterator()
        if !writes.isEmpty { CrashPoint.changesCommitted.reached() }
        let outcomes = work.map { change, store in
            Result { () throws(IdentificationError) in
                guard try store.get() != nil else { return CommittedChange(change) }
                guard let outcome = applied.next() else { throw .notReady }
                return try self.mirror(change, outcome.get())
            }
        }
        CrashPoint.changesMirrored.reached()
        return outcomes
    }

    /// One transaction. Where it fails for what may be the fault of a single change, each is tried by itself, so that
    /// nobody is refused for somebody else's sake.
    private func apply(_ changes: [StoreChange]) -> [Result<AppliedChange, IdentificationError>] {
        var lap = self.lap
        do {
            let outcomes = try store.apply(changes)
            lap.committed(outcomes)
            return outcomes.map { outcome in outcome.mapError { IdentificationError($0) } }
        } catch {
            lap.failed()
            guard changes.count > 1, error.mayBeOfOneChange else {
                return changes.map { _ in .failure(IdentificationError(error)) }
            }
            return changes.flatMap { apply([$0]) }
        }
    }

    /// Repeats in the gallery and the book what the store has done. Checked beforehand, so it cannot be refused; should
    /// it be all the same, the gallery is not the store's any more and must not answer until it was rebuilt.
    private func mirror(
        _ change: PreparedChange, _ applied: AppliedChange
    ) throws(IdentificationError) -> CommittedChange {
        // None any more where an earlier change of the transaction could not be repeated.
        let (gallery, registrar, arrivals) = (try gallery(), try registrar(), try arrivals())
        do throws(GalleryError) {
            // Numbers of snapshots are those of changes, also of changes that leave the gallery as it is.
            gallery.advance(to: applied.sequence - 1)
            let snapshot = try change.mirror(in: gallery, applied.sequence)
            gallery.advance(to: applied.last)
            if let person = change.coming?.person { arrivals.add(person, snapshot ?? applied.sequence) }
            registrar.write(at: clock.millisecondsSince1970()) { change.mirror(in: &$0, applied) }
            try registrar.settle(change.concerned, gallery, today: today())
            return CommittedChange(change, applied, snapshot: snapshot ?? applied.last)
        } catch {
            use(nil)
            throw IdentificationError(.notReady, "the gallery differs from the store and must be rebuilt: \(error)")
        }
    }
}

extension CommittedChange {
    /// Of a change that writes nothing.
    fileprivate init(_ change: PreparedChange) {
        self.init(sequence: 0, snapshot: 0, references: 0, receipt: nil, assessment: change.assessment)
    }

    fileprivate init(_ change: PreparedChange, _ applied: AppliedChange, snapshot: UInt64) {
        var assessment = change.assessment
        assessment?.number(applied.last)
        self.init(
            sequence: applied.sequence, snapshot: snapshot, references: change.references, receipt: applied.receipt,
            assessment: assessment)
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
