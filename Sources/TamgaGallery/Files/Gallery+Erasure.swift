import Synchronization

/// Files that held persons who are gone when they were looked for, and are not dealt with yet.
public struct Erasure: Sendable {
    /// In the order in which they are taken, the next one last.
    fileprivate var names: [SegmentFileName] = []

    /// Whether nothing is left.
    public var isDone: Bool { names.isEmpty }
}

extension Gallery {
    /// Which files hold, or may hold, persons who are gone; for ``erase(_:)``. Blocks while ``maintain()`` is at work.
    ///
    /// - Complexity: O(files)
    public func erasure() -> Erasure {
        maintaining.withLock { work in
            let names = work.names.keys.filter { name in
                // A segment that is not stored replaces what the file holds.
                slot(name).map { $0.holdsGone || !$0.isStored } ?? true
            }
            return Erasure(names: names.sorted { ($0.shard, $0.id) > ($1.shard, $1.id) })
        }
    }

    /// Deals with the next of these files: its segment is written anew without those who are gone, or it is removed
    /// where there is no such segment any more. No answer changes, and searches and changes go on meanwhile.
    ///
    /// Whoever is deleted afterwards waits for the next ``erasure()``: many deletions write a segment anew once.
    /// A file that is removed may have held persons who lie in no other yet: after a crash they come from the store.
    ///
    /// - Throws: what the system refused; the gallery is as it was, and the file is found again the next time.
    public func erase(_ erasure: inout Erasure) throws(SystemError) {
        guard let files, let name = erasure.names.popLast() else { return }
        try maintaining.withLock { work throws(SystemError) in
            guard work.names.keys.contains(name) else { return }
            if let slot = slot(name), slot.holdsGone { try compact(slot, in: name.shard) }
            guard let slot = slot(name) else {
                try files.remove(name)
                work.names[name] = nil
                return
            }
            if !slot.isStored { try store(slot, name, files, &work) }
        }
    }

    private func slot(_ name: SegmentFileName) -> SegmentSlot? {
        let shards = snapshot().shards
        return shards.indices.contains(name.shard) ? shards[name.shard].slot(name.id) : nil
    }
}
