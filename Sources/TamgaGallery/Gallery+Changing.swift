import Synchronization
public import TamgaRegistry

extension Gallery {
    /// Adds a person.
    ///
    /// - Returns: the number of the first snapshot that has the person.
    /// - Throws: `.personExists`, `.outOfRange` for too many templates or minutiae, `.outOfMemory`; nothing is changed
    ///   then.
    /// - Complexity: O(minutiae of the person): nothing that is there already is copied.
    @discardableResult
    public func insert(_ person: GalleryPerson) throws(GalleryError) -> UInt64 {
        try insert([person])
    }

    /// Adds persons, all of them or none; each is a change of its own, seen together.
    ///
    /// - Returns: the number of the first snapshot that has them.
    /// - Throws: `.personExists`, `.outOfRange` for too many templates or minutiae, `.outOfMemory`; nothing is changed
    ///   then.
    @discardableResult
    public func insert(_ persons: [GalleryPerson]) throws(GalleryError) -> UInt64 {
        for person in persons { try person.check() }
        let hashes = persons.map { PersonHash($0.person) }
        return try writing.withLock { _ throws(GalleryError) in
            try refuseKnown(persons)
            var shards = snapshot().shards
            var changes: [PlaceChange] = []
            for (person, hash) in zip(persons, hashes) {
                let shard = hash.shard(of: shardCount)
                let place = try shards[shard].append(person, shape)
                changes.append(PlaceChange(shard: shard, hash: hash, old: nil, new: place))
            }
            return publish(shards, changes, counting: persons.count)
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
        let hash = PersonHash(person)
        let shard = hash.shard(of: shardCount)
        return try writing.withLock { _ throws(GalleryError) in
            let (current, found) = state.withLock { ($0.snapshot, $0.place(person, hash, shard: shard)) }
            guard let place = found else { throw GalleryError(.personUnknown, field: "person") }
            var shards = current.shards
            let references = shards[shard].remove(place)
            let change = PlaceChange(shard: shard, hash: hash, old: place, new: nil)
            return (references, publish(shards, [change], counting: 1))
        }
    }

    /// Raises the snapshot's number to at least this: after a rebuild, to the store's own count of changes.
    public func advance(to number: UInt64) {
        writing.withLock { _ in
            state.withLock { state in
                state.snapshot = GallerySnapshot(
                    number: max(state.snapshot.number, number), shards: state.snapshot.shards,
                    fenced: state.snapshot.fenced)
            }
        }
    }

    /// Swaps in the next state; by the holder of the writing lock, whose writes to the open segments the lock inside
    /// orders before every reader's look at them.
    ///
    /// - Parameter count: changes that this is; 0 where nobody came or went.
    @discardableResult
    func publish(_ shards: [ShardState], _ changes: [PlaceChange], counting count: Int) -> UInt64 {
        state.withLock { state in
            for change in changes { state.places[change.shard].apply(change) }
            state.snapshot = GallerySnapshot(
                number: state.snapshot.number + UInt64(count), shards: shards, fenced: state.snapshot.fenced)
            return state.snapshot.number
        }
    }
}

/// A person came (no old place), went (no new one) or moved.
struct PlaceChange: Sendable {
    let shard: Int
    let hash: PersonHash
    let old: PersonPlace?
    let new: PersonPlace?
}

extension PersonIndex {
    mutating func apply(_ change: PlaceChange) {
        switch (change.old, change.new) {
        case (nil, let new?): insert(change.hash, new)
        case (let old?, nil): remove(change.hash, old)
        case (let old?, let new?): move(change.hash, from: old, to: new)
        case (nil, nil): break
        }
    }
}
