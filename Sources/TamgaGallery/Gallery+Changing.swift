import Synchronization
public import TamgaRegistry

extension Gallery {
    /// Adds a person.
    ///
    /// - Returns: the number of the first snapshot that has the person.
    /// - Throws: `.personExists`, or `.outOfRange` for too many templates or minutiae; nothing is changed then.
    @discardableResult
    public func insert(_ person: GalleryPerson) throws(GalleryError) -> UInt64 {
        try insert([person])
    }

    /// Adds persons, all of them or none; each is a change of its own, seen together.
    ///
    /// - Returns: the number of the first snapshot that has them.
    /// - Throws: `.personExists`, or `.outOfRange` for too many templates or minutiae; nothing is changed then.
    @discardableResult
    public func insert(_ persons: [GalleryPerson]) throws(GalleryError) -> UInt64 {
        for person in persons { try person.check() }
        return try writing.withLock { _ throws(GalleryError) in
            try refuseKnown(persons)
            let byShard = Dictionary(grouping: persons) { ShardHash.shard(of: $0.person, count: shardCount) }
            var shards = snapshot().shards
            var places: [(Int, [PersonID: PersonPlace])] = []
            for (shard, added) in byShard {
                var placed: [PersonID: PersonPlace] = [:]
                shards[shard].append(added, places: &placed)
                places.append((shard, placed))
            }
            return publish(shards, places, removed: nil, changes: persons.count)
        }
    }

    private func refuseKnown(_ persons: [GalleryPerson]) throws(GalleryError) {
        var seen: Set<PersonID> = []
        for person in persons where contains(person.person) || !seen.insert(person.person).inserted {
            throw GalleryError(.personExists, field: "person")
        }
    }

    /// Removes a person with all templates.
    ///
    /// - Returns: the templates removed and the number of the first snapshot without them.
    /// - Throws: `.personUnknown`.
    @discardableResult
    public func remove(_ person: PersonID) throws(GalleryError) -> (references: Int, snapshot: UInt64) {
        let shard = ShardHash.shard(of: person, count: shardCount)
        return try writing.withLock { _ throws(GalleryError) in
            let (current, found) = state.withLock { ($0.snapshot, $0.places[shard][person]) }
            guard let place = found else { throw GalleryError(.personUnknown, field: "person") }
            var shards = current.shards
            var moved: [PersonID: PersonPlace] = [:]
            let references = shards[shard].remove(place, moved: &moved)
            let number = publish(shards, [(shard, moved)], removed: (shard, person), changes: 1)
            return (references, number)
        }
    }

    /// Raises the snapshot's number to at least this: after a rebuild, to the store's own count of changes.
    public func advance(to number: UInt64) {
        writing.withLock { _ in
            state.withLock { state in
                state.snapshot = GallerySnapshot(
                    number: max(state.snapshot.number, number), shards: state.snapshot.shards)
            }
        }
    }

    private func publish(
        _ shards: [ShardState], _ places: [(Int, [PersonID: PersonPlace])], removed: (shard: Int, person: PersonID)?,
        changes: Int
    ) -> UInt64 {
        state.withLock { state in
            for (shard, placed) in places { state.places[shard].merge(placed) { $1 } }
            if let removed { state.places[removed.shard][removed.person] = nil }
            state.snapshot = GallerySnapshot(number: state.snapshot.number + UInt64(changes), shards: shards)
            return state.snapshot.number
        }
    }
}
