import TamgaRegistry
package import TamgaTemplates

/// One shard at one moment: sealed segments and an open one. A value; copies share the segments.
package struct ShardState: Sendable {
    /// Ascending by id.
    private(set) var sealed: [SegmentSlot] = []
    private(set) var open: SegmentSlot?
    private(set) var nextID: UInt32 = 0
    package private(set) var persons = 0
    /// Templates of persons still registered, by the lane of the position.
    private var counts = SIMD16<UInt32>.zero
    private var sets = PositionSetCounts()

    package var references: Int { counts.indices.reduce(0) { $0 + Int(counts[$1]) } }

    /// Templates that a finger of this position may equal.
    package func comparable(with position: FingerPosition) -> Int {
        FingerPosition.allCases.reduce(0) { $0 + (position.mayEqual($1) ? references(at: $1) : 0) }
    }

    /// Templates of these positions.
    package func references(at positions: PositionSet) -> Int {
        FingerPosition.allCases.reduce(0) { $0 + (positions.contains($1) ? references(at: $1) : 0) }
    }

    private func references(at position: FingerPosition) -> Int { Int(counts[position.lane]) }

    /// Persons who have a template of one of these positions. Complexity: O(1) in the number of persons.
    package func persons(with positions: PositionSet) -> Int { sets.persons(with: positions) }

    /// Which positions persons have, and how many have just those.
    var positionSets: some Sequence<(PositionSet, Int)> { sets.all }

    /// Every segment, the open one last.
    package var slots: [SegmentSlot] { sealed + (open.map { [$0] } ?? []) }

    /// The segment with this id. Complexity: O(log segments).
    func slot(_ id: UInt32) -> SegmentSlot? {
        if let open, open.id == id { return open }
        return sealedIndex(id).map { sealed[$0] }
    }

    private func sealedIndex(_ id: UInt32) -> Int? {
        var range = sealed.indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if sealed[middle].id < id { range = middle + 1..<range.upperBound } else {
                range = range.lowerBound..<middle
            }
        }
        let index = range.lowerBound
        return index < sealed.count && sealed[index].id == id ? index : nil
    }
}

// Changes, by the holder of the gallery's writing lock only.
extension ShardState {
    /// Puts a person into the open segment, sealing it when it is full.
    ///
    /// - Throws: `.outOfMemory`, `.outOfRange` where there can be no further segment.
    mutating func append(_ person: GalleryPerson, _ shape: SegmentShape) throws(GalleryError) -> PersonPlace {
        let place = try put(person, shape)
        count(PositionSet(person.references.lazy.map(\.position)), person.references.lazy.map(\.position), by: 1)
        return place
    }

    private mutating func put(_ person: GalleryPerson, _ shape: SegmentShape) throws(GalleryError) -> PersonPlace {
        if let open, !open.hasRoom(for: person, shape) { seal() }
        if open == nil { open = SegmentSlot(id: try takeID(), try Self.segment(shape)) }
        let index = open?.append(person, shape) ?? 0
        return PersonPlace(segment: nextID - 1, index: UInt32(index))
    }

    private static func segment(_ shape: SegmentShape) throws(GalleryError) -> Segment {
        do throws(SystemError) { return try .growing(shape) } catch {
            throw GalleryError(.outOfMemory, field: "segment")
        }
    }

    private mutating func takeID() throws(GalleryError) -> UInt32 {
        try GalleryError.check(Int(nextID) + 1, "segments of a shard", within: 1...PersonPlace.segments)
        nextID += 1
        return nextID - 1
    }

    /// Takes in a segment that holds one person and comes after all others: for a copy that nobody changes.
    mutating func add(_ slot: SegmentSlot, _ positions: some Sequence<FingerPosition>) {
        sealed.append(slot)
        count(PositionSet(positions), positions, by: 1)
    }

    /// Closes the open segment where it lies, if there is one.
    mutating func seal() {
        if let open, open.livePersons > 0 { sealed.append(open) }
        open = nil
    }

    /// Removes a person; returns the templates removed.
    mutating func remove(_ place: PersonPlace) -> Int {
        guard let slot = slot(place.segment) else { return 0 }
        let rows = slot.rows(of: Int(place.index))
        count(slot.positions(of: Int(place.index)), rows.lazy.map(\.position), by: -1)
        bury(place)
        return rows.count
    }

    /// Marks a person as gone from a segment. A sealed segment without anyone is left out.
    private mutating func bury(_ place: PersonPlace) {
        if open?.id == place.segment {
            open?.remove(Int(place.index))
        } else if let index = sealedIndex(place.segment) {
            sealed[index].remove(Int(place.index))
            if sealed[index].livePersons == 0 { sealed.remove(at: index) }
        }
    }

    private mutating func count(_ set: PositionSet, _ positions: some Sequence<FingerPosition>, by change: Int) {
        persons += change
        sets.add(set, change)
        for position in positions {
            counts[position.lane] &+= UInt32(truncatingIfNeeded: change)
        }
    }

    /// Puts a person of a sealed segment into the open one; returns the new place.
    mutating func move(_ place: PersonPlace, _ shape: SegmentShape) throws(GalleryError) -> PersonPlace? {
        guard let slot = slot(place.segment), slot.live[Int(place.index)] else { return nil }
        let new = try put(slot.person(Int(place.index)), shape)
        bury(place)
        return new
    }

    /// Notes that a file holds the segment of a slot, unless that has another one by now.
    mutating func noteStored(_ id: UInt32, _ segment: Segment) {
        guard let index = sealedIndex(id), sealed[index].segment === segment else { return }
        sealed[index].noteStored()
    }

    /// Sealed segments as files gave them, ascending by id.
    init(_ slots: [SegmentSlot], nextID: UInt32) {
        self.nextID = nextID
        sealed = slots.filter { $0.livePersons > 0 }
        for slot in sealed {
            for person in 0..<slot.personCount where slot.live[person] {
                count(slot.positions(of: person), slot.rows(of: person).lazy.map(\.position), by: 1)
            }
        }
    }

    /// Puts a compact segment in the place of the one it was made of; false where that one is gone.
    mutating func replace(_ id: UInt32, _ old: Segment, with new: Segment, _ extent: SegmentExtent) -> Bool {
        guard let index = sealedIndex(id), sealed[index].segment === old else { return false }
        sealed[index].replace(with: new, extent)
        return true
    }
}
