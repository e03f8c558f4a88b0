import TamgaRegistry
import TamgaTemplates

/// One shard at one moment: sealed segments and an open one. A value; copies share the segments.
struct ShardState: Sendable {
    /// Ascending by id.
    private(set) var sealed: [SegmentSlot] = []
    private(set) var open = SegmentSlot(id: 0)
    private(set) var persons = 0
    /// Templates of persons still registered, by the code of the finger position.
    private var counts = [Int](repeating: 0, count: FingerPosition.allCases.count)

    var references: Int { counts.reduce(0, +) }

    /// Templates that a finger of this position may equal.
    func comparable(with position: FingerPosition) -> Int {
        FingerPosition.allCases.reduce(0) { $0 + (position.mayEqual($1) ? counts[Int($1.rawValue)] : 0) }
    }

    /// Templates of these positions.
    func references(at positions: PositionSet) -> Int {
        FingerPosition.allCases.reduce(0) { $0 + (positions.contains($1) ? counts[Int($1.rawValue)] : 0) }
    }

    /// Every segment, the open one last.
    var slots: [SegmentSlot] { sealed + [open] }

    /// The segment with this id. Complexity: O(log segments).
    func slot(_ id: UInt32) -> SegmentSlot? {
        if id == open.id { return open }
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

/// Where a person of a shard lies.
struct PersonPlace: Hashable, Sendable {
    let segment: UInt32
    let index: UInt16
}

extension ShardState {
    /// Puts persons into the open segment, sealing as it fills, and notes where everybody went.
    mutating func append(_ added: [GalleryPerson], places: inout [PersonID: PersonPlace]) {
        place(added, &places)
        persons += added.count
        for reference in added.lazy.flatMap(\.references) { counts[Int(reference.position.rawValue)] += 1 }
    }

    private mutating func place(_ added: [GalleryPerson], _ places: inout [PersonID: PersonPlace]) {
        var builder = SegmentBuilder(continuing: open.segment)
        for person in added {
            if !builder.hasRoom(for: person) {
                open.extend(to: Segment(builder))
                builder = seal(&places)
            }
            places[person.person] = PersonPlace(segment: open.id, index: UInt16(builder.persons.count))
            builder.append(person)
        }
        open.extend(to: Segment(builder))
    }

    /// Closes the open segment; of a sparse one only the living go on, into the next.
    private mutating func seal(_ places: inout [PersonID: PersonPlace]) -> SegmentBuilder {
        let full = open
        open = SegmentSlot(id: full.id + 1)
        var builder = SegmentBuilder()
        guard full.isSparse else {
            sealed.append(full)
            return builder
        }
        for person in full.livePersons() {
            places[person.person] = PersonPlace(segment: open.id, index: UInt16(builder.persons.count))
            builder.append(person)
        }
        return builder
    }

    /// Removes a person; a sealed segment that became sparse is dissolved into the open one.
    ///
    /// - Returns: the templates removed.
    mutating func remove(_ place: PersonPlace, moved: inout [PersonID: PersonPlace]) -> Int {
        let person = Int(place.index)
        guard let segment = slot(place.segment)?.segment else { return 0 }
        let gone = segment.persons[person].addresses
        for address in gone { counts[Int(address.position.rawValue)] -= 1 }
        persons -= 1
        if place.segment == open.id {
            open.remove(person)
        } else if let index = sealedIndex(place.segment) {
            sealed[index].remove(person)
            if sealed[index].isSparse {
                let rest = sealed.remove(at: index).livePersons()
                self.place(rest, &moved)
            }
        }
        return gone.count
    }
}
