import Synchronization
public import TamgaRegistry

extension Gallery {
    /// Removes persons and puts another, or a later state of one of them, in their place: one change, of which no
    /// search sees half.
    ///
    /// - Parameter gone: all of them have to be there; the one put in may be among them.
    /// - Returns: the number of the first snapshot that has the change.
    /// - Throws: `.personUnknown`, `.personExists`, `.outOfRange`, `.outOfMemory`; nothing is changed then.
    @discardableResult
    public func replace(_ gone: [PersonID], with person: GalleryPerson) throws(GalleryError) -> UInt64 {
        try person.check()
        return try writing.withLock { _ throws(GalleryError) in
            guard gone.contains(person.person) || !contains(person.person) else {
                throw GalleryError(.personExists, field: "person")
            }
            var shards = snapshot().shards
            var changes: [PlaceChange] = []
            for leaving in gone { changes.append(try take(leaving, from: &shards)) }
            let hash = PersonHash(person.person)
            let shard = hash.shard(of: shardCount)
            let place = try shards[shard].append(person, shape)
            changes.append(PlaceChange(shard: shard, hash: hash, old: nil, new: place))
            return publish(shards, changes, counting: 1)
        }
    }

    /// Marks a person of the newest state as gone in the state to come.
    private func take(_ person: PersonID, from shards: inout [ShardState]) throws(GalleryError) -> PlaceChange {
        let hash = PersonHash(person)
        let shard = hash.shard(of: shardCount)
        guard let place = state.withLock({ $0.place(person, hash, shard: shard) }) else {
            throw GalleryError(.personUnknown, field: "person")
        }
        _ = shards[shard].remove(place)
        return PlaceChange(shard: shard, hash: hash, old: place, new: nil)
    }
}
