package import TamgaRegistry
package import TamgaTemplates

/// A segment in a shard, as one snapshot sees it: how far, and who of it is still registered.
package struct SegmentSlot: Sendable {
    /// Never used again within the shard. Compaction changes the segment and keeps the slot.
    package let id: UInt32
    package private(set) var segment: Segment
    private(set) var extent: SegmentExtent
    package private(set) var live = LivePersons()
    package private(set) var liveReferences: Int
    package private(set) var livePersons: Int
    /// Whether a file holds the segment.
    private(set) var isStored = false

    init(id: UInt32, _ segment: Segment, _ extent: SegmentExtent = SegmentExtent()) {
        (self.id, self.segment, self.extent) = (id, segment, extent)
        (liveReferences, livePersons) = (extent.references, extent.persons)
    }

    /// Persons, those removed included: their indices are below this.
    package var personCount: Int { extent.persons }

    /// The blocks of a position.
    package func blocks(at position: FingerPosition) -> RowBlocks { RowBlocks(segment, extent, position) }

    /// The number of the change that enrolled a person.
    package func number(of person: Int) -> UInt64 { segment.number(of: person) }

    /// The identifier of a person who is alive. Complexity: O(1), an allocation.
    package func id(of person: Int) -> PersonID { segment.id(of: person) }

    /// The positions of a person's templates.
    package func positions(of person: Int) -> PositionSet { segment.positions(of: person) }

    /// Where a person's templates lie, in the order of enrolment: the index is the ordinal.
    package func rows(of person: Int) -> PersonRows { segment.addresses(of: person) }

    /// The templates of a person, in the order of enrolment.
    package func references(of person: Int) -> [GalleryReference] { segment.references(of: person) }

    /// The block of a template, up to its row: for those who read the columns where they lie.
    package func block(of address: RowAddress) -> RowBlock {
        segment.block(at: address.position, address.block, rows: address.row + 1)
    }

    /// A template. Complexity: O(minutiae).
    package func reference(at address: RowAddress) -> GalleryReference {
        GalleryReference(position: address.position, descriptor: segment.descriptor(at: address))
    }

    /// Bytes of a person's identifier.
    func idByteCount(of person: Int) -> Int { segment.idRange(of: person).count }

    /// Addresses of all persons, where those of a person lie among them, and what stands there.
    var addressCount: Int { extent.references }
    func addressRange(of person: Int) -> Range<Int> { segment.addressRange(of: person) }
    func address(_ place: Int) -> RowAddress { segment.address(place) }

    /// The person as the gallery takes and gives them.
    package func person(_ index: Int) -> GalleryPerson {
        GalleryPerson(person: id(of: index), number: number(of: index), references: references(of: index))
    }
}

extension SegmentSlot {
    /// Whether the person fits; an empty segment takes anyone.
    func hasRoom(for person: GalleryPerson, _ shape: SegmentShape) -> Bool {
        extent.persons == 0 || extent.references + person.references.count <= shape.references
    }

    /// Appends to the open segment; by the holder of the gallery's writing lock, to the newest extent only.
    mutating func append(_ person: GalleryPerson, _ shape: SegmentShape) -> Int {
        liveReferences += person.references.count
        livePersons += 1
        return segment.append(person, shape, &extent)
    }

    mutating func remove(_ person: Int) {
        guard live[person] else { return }
        live.remove(person)
        liveReferences -= rows(of: person).count
        livePersons -= 1
    }

    /// The same persons at the same indices in another segment.
    mutating func replace(with segment: Segment, _ extent: SegmentExtent) {
        precondition(extent.persons == self.extent.persons)
        (self.segment, self.extent, isStored) = (segment, extent, false)
    }

    mutating func noteStored() { isStored = true }

    /// Whether so little is alive that the rest is better moved.
    func isSparse(_ shape: SegmentShape) -> Bool { liveReferences < shape.leastReferences }

    /// Whether it still lies as it grew, or a quarter of it is gone.
    var isLoose: Bool { segment.kind == .grown || 4 * liveReferences < 3 * extent.references }

    /// Whether templates of persons who are gone lie in it.
    var holdsGone: Bool { liveReferences < extent.references }

    /// The first persons alive, as many as one step may move; one at least, if there is one.
    func movable() -> [Int] {
        var (persons, references) = ([Int](), 0)
        for person in 0..<personCount where live[person] {
            references += rows(of: person).count
            guard persons.isEmpty || references <= GalleryLimits.referencesPerStep else { break }
            persons.append(person)
        }
        return persons
    }

    /// The hash of the identifier of a person.
    func hash(of person: Int) -> PersonHash {
        // SAFETY: the bytes are read while the segment is held.
        unsafe PersonHash(bytes: segment.idBytes(of: person))
    }
}
