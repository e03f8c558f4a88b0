import Glibc
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// Whole persons and their templates in one region of memory: tables of persons and blocks, then the blocks, each of
/// one finger position, so that a search for a named finger reads that finger's blocks only.
///
/// What lies below an extent that was published never changes. A segment that is open is longer than any snapshot
/// knows; only the holder of the gallery's writing lock appends to it, beyond all published extents.
package final class Segment: Sendable {
    enum Kind: Sendable {
        /// Taking persons, or sealed where it lies.
        case grown
        /// Exactly as large as what it holds, blocks in the order of positions.
        case compact
    }

    let region: Region
    let layout: SegmentLayout
    let kind: Kind

    init(_ region: Region, _ layout: SegmentLayout, _ kind: Kind) {
        (self.region, self.layout, self.kind) = (region, layout, kind)
    }

    /// The number of the change that enrolled a person.
    func number(of person: Int) -> UInt64 {
        precondition(person >= 0 && person < layout.persons)
        // SAFETY: in bounds as just checked; written before the person was published.
        return unsafe region.read(UInt64.self, at: layout.numbers, count: layout.persons)[person]
    }

    /// Where a person's part lies in a table of ends.
    private func part(_ person: Int, of ends: Int) -> Range<Int> {
        precondition(person >= 0 && person < layout.persons)
        // SAFETY: in bounds as just checked; written before the person was published.
        let ends = unsafe region.read(UInt32.self, at: ends, count: layout.persons)
        return unsafe (person == 0 ? 0 : Int(ends[person - 1]))..<Int(ends[person])
    }

    func idRange(of person: Int) -> Range<Int> { part(person, of: layout.idEnds) }

    /// Where a person's addresses lie among those of all.
    func addressRange(of person: Int) -> Range<Int> { part(person, of: layout.addressEnds) }

    /// The bytes of a person's identifier; they stay while the segment is held. Empty for one who was left out.
    func idBytes(of person: Int) -> UnsafeBufferPointer<UInt8> {
        let range = idRange(of: person)
        // SAFETY: the region checks the bounds.
        return unsafe UnsafeBufferPointer(
            start: region.read(UInt8.self, at: layout.pool + range.lowerBound, count: range.count), count: range.count)
    }

    /// Whether a person bears this name.
    func isNamed(_ person: Int, _ id: PersonID) -> Bool {
        // SAFETY: the bytes are read while `self` is held; as many are compared as both have.
        let bytes = unsafe idBytes(of: person)
        let isEqual = unsafe id.text.utf8.withContiguousStorageIfAvailable { text in
            guard let one = text.baseAddress, let other = bytes.baseAddress else { return false }
            return unsafe text.count == bytes.count && memcmp(one, other, text.count) == 0
        }
        return unsafe isEqual ?? id.text.utf8.elementsEqual(bytes)
    }

    func id(of person: Int) -> PersonID {
        // SAFETY: the bytes are copied while `self` is held.
        let text = unsafe String(decoding: idBytes(of: person), as: UTF8.self)
        // Whoever is alive came in as an identifier, or equals one that the store knows.
        guard let id = try? PersonID(text) else { preconditionFailure("a living person without identifier") }
        return id
    }

    /// Where a person's templates lie, in the order of enrolment.
    func addresses(of person: Int) -> PersonRows {
        PersonRows(self, addressRange(of: person))
    }

    func address(_ index: Int) -> RowAddress {
        precondition(index >= 0 && index < layout.references)
        // SAFETY: in bounds as just checked; written before the person was published.
        return RowAddress(bits: unsafe region.read(UInt32.self, at: layout.addresses, count: layout.references)[index])
    }

    func positions(of person: Int) -> PositionSet {
        PositionSet(addresses(of: person).lazy.map(\.position))
    }

    /// The templates of a person, in the order of enrolment.
    func references(of person: Int) -> [GalleryReference] {
        addresses(of: person).map { GalleryReference(position: $0.position, descriptor: descriptor(at: $0)) }
    }

    /// A template of someone who was published. Complexity: O(minutiae).
    func descriptor(at address: RowAddress) -> FingerDescriptor {
        block(at: address.position, address.block, rows: address.row + 1).descriptor(address.row)
    }
}

/// The addresses of one person's templates, in the order of enrolment.
package struct PersonRows: RandomAccessCollection, Sendable {
    private let segment: Segment
    private let range: Range<Int>

    init(_ segment: Segment, _ range: Range<Int>) { (self.segment, self.range) = (segment, range) }

    package var startIndex: Int { 0 }
    package var endIndex: Int { range.count }
    package subscript(index: Int) -> RowAddress { segment.address(range.lowerBound + index) }
}
