/// A segment in a shard: its number there, and who of it is still registered.
struct SegmentSlot: Sendable {
    /// Never used again within the shard.
    let id: UInt32
    private(set) var segment: Segment
    private(set) var live: LivePersons
    private(set) var liveReferences: Int

    init(id: UInt32) {
        self.id = id
        segment = .empty
        live = LivePersons()
        liveReferences = 0
    }

    /// The slot with a longer version of its segment; the persons beyond the old end are alive.
    mutating func extend(to longer: Segment) {
        for person in segment.persons.count..<longer.persons.count {
            live[person] = true
            liveReferences += longer.persons[person].addresses.count
        }
        segment = longer
    }

    mutating func remove(_ person: Int) {
        guard live[person] else { return }
        live[person] = false
        liveReferences -= segment.persons[person].addresses.count
    }

    /// Whether so little is alive that the rest is better moved.
    var isSparse: Bool { liveReferences < GalleryLimits.liveReferencesToKeep }

    /// Everybody still registered, to be put elsewhere.
    func livePersons() -> [GalleryPerson] {
        segment.persons.indices.filter { live[$0] }.map(person)
    }

    /// Persons still registered who have a template of one of these positions.
    func persons(with positions: PositionSet) -> Int {
        segment.positions.indices.reduce(0) {
            $0 + (live[$1] && segment.positions[$1].meets(positions) ? 1 : 0)
        }
    }

    func person(_ index: Int) -> GalleryPerson {
        let person = segment.persons[index]
        return GalleryPerson(
            person: person.id, number: person.number, references: segment.references(of: index))
    }
}
