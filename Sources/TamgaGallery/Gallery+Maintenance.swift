import Glibc
import Synchronization
import TamgaCrashPoints

/// What a step of maintenance did.
public enum MaintenanceStep: Hashable, Sendable {
    /// Persons of a sparse segment went into the open one.
    case moved(persons: Int)
    /// A sealed segment was written anew, without those who are gone.
    case compacted
    /// A segment was written to a file.
    case stored
    /// A file that nothing needs any more was removed.
    case removed
    /// There was nothing to do.
    case nothing
}

extension Gallery {
    /// Does one bounded step of the work behind the scenes; none of it changes an answer or the snapshot's number.
    ///
    /// A sealed segment with less than half of a full one alive is dissolved, a few persons a step; one that lies as
    /// it grew, or of which a quarter is gone, is written anew. Searches go on meanwhile, and changes wait for the
    /// moving of a few persons only. Where the gallery has a directory, segments are written to files, and files that
    /// are no longer needed removed. Call it again, from a thread that may block, until it says `.nothing`.
    ///
    /// - Throws: what the system refused; the gallery is as it was, and a later call tries again.
    @discardableResult
    public func maintain() throws(SystemError) -> MaintenanceStep {
        try maintaining.withLock { work throws(SystemError) in
            if let moved = try dissolve() { return .moved(persons: moved) }
            if try compact() { return .compacted }
            return try keepFiles(&work)
        }
    }

    /// Seals what is open and brings all of it into files, so that the next start finds everybody there; at the end,
    /// since segments so sealed may be small. Blocks until it is done.
    ///
    /// - Throws: what the system refused; the gallery is as it was, and what is not in files comes from the store.
    public func checkpoint() throws(SystemError) {
        guard files != nil else { return }
        writing.withLock { _ in
            var shards = snapshot().shards
            for shard in shards.indices { shards[shard].seal() }
            publish(shards, [], counting: 0)
        }
        try maintaining.withLock { work throws(SystemError) in
            while try compact() {}
            while try keepFiles(&work) != .nothing {}
        }
    }

    /// The first sealed segment of this kind.
    func first(where isMeant: (SegmentSlot) -> Bool) -> (shard: Int, slot: SegmentSlot)? {
        for (number, shard) in snapshot().shards.enumerated() {
            if let slot = shard.sealed.first(where: isMeant) { return (number, slot) }
        }
        return nil
    }

    /// Moves a few persons; returns how many, nil where no segment is sparse.
    private func dissolve() throws(SystemError) -> Int? {
        guard let (shard, found) = first(where: { $0.isSparse(shape) }) else { return nil }
        return try writing.withLock { _ throws(SystemError) in
            var shards = snapshot().shards
            // Others may have been removed since.
            guard let slot = shards[shard].slot(found.id) else { return 0 }
            var changes: [PlaceChange] = []
            for person in slot.movable() {
                let old = PersonPlace(segment: slot.id, index: UInt32(person))
                do throws(GalleryError) {
                    let new = try shards[shard].move(old, shape)
                    changes.append(PlaceChange(shard: shard, hash: slot.hash(of: person), old: old, new: new))
                } catch {
                    throw SystemError(error.code == .outOfMemory ? ENOMEM : EOVERFLOW, while: "moving persons")
                }
            }
            publish(shards, changes, counting: 0)
            return changes.count
        }
    }

    /// Writes a loose segment anew; false where there is none.
    private func compact() throws(SystemError) -> Bool {
        guard let (shard, slot) = first(where: \.isLoose) else { return false }
        try compact(slot, in: shard)
        return true
    }

    /// Writes a segment anew, unless it is gone by the end.
    func compact(_ slot: SegmentSlot, in shard: Int) throws(SystemError) {
        let compaction = try Compaction(slot, shape).run(leaving: SegmentFileHeader.byteCount)
        writing.withLock { _ in
            var shards = snapshot().shards
            if shards[shard].replace(slot.id, slot.segment, with: compaction.segment, compaction.extent) {
                publish(shards, [], counting: 0)
            }
        }
        CrashPoint.segmentCompacted.reached()
    }
}
