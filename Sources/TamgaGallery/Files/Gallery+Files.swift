import Synchronization

/// What is known of a gallery's files, by the one who maintains them.
struct MaintenanceWork: Sendable {
    /// Files that are there. For one whose segment is gone: the newest segment that may hold a person who was in it.
    var names: [SegmentFileName: UInt32?] = [:]
}

extension Gallery {
    /// Writes a segment that has no file, or removes a file that has no segment.
    func keepFiles(_ work: inout MaintenanceWork) throws(SystemError) -> MaintenanceStep {
        guard let files else { return .nothing }
        if let (shard, slot) = first(where: { $0.segment.kind == .compact && !$0.isStored }) {
            guard !slot.holdsGone else {
                // Who is gone already is not written at all.
                try compact(slot, in: shard)
                return .compacted
            }
            try store(slot, SegmentFileName(shard: shard, id: slot.id), files, &work)
            return .stored
        }
        guard let name = work.superseded(snapshot().shards) else { return .nothing }
        try files.remove(name)
        work.names[name] = nil
        return .removed
    }

    /// Writes a compact segment to the file of this name.
    func store(
        _ slot: SegmentSlot, _ name: SegmentFileName, _ files: SegmentFiles, _ work: inout MaintenanceWork
    ) throws(SystemError) {
        // Known before it is there: what a failure leaves under the name is then removed with the segment.
        work.names[name] = .some(nil)
        try files.store(slot, name, shards: shardCount)
        writing.withLock { _ in
            var shards = snapshot().shards
            shards[name.shard].noteStored(slot.id, slot.segment)
            publish(shards, [], counting: 0)
        }
    }
}

extension MaintenanceWork {
    /// A file whose segment is gone, once every segment that its persons can have gone to is in a file or gone itself.
    fileprivate mutating func superseded(_ shards: [ShardState]) -> SegmentFileName? {
        for (name, last) in names {
            guard shards.indices.contains(name.shard) else { return name }
            let shard = shards[name.shard]
            guard shard.slot(name.id) == nil else { continue }
            guard let last else {
                names[name] = shard.nextID
                continue
            }
            if shard.slots.allSatisfy({ $0.isStored || $0.id >= last }) { return name }
        }
        return nil
    }
}
