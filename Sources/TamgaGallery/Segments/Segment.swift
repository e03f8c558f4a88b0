import TamgaRegistry
import TamgaTemplates

/// An immutable run of whole persons: their templates in columns, one set of columns for each finger position,
/// so that a search for a named finger reads that finger's columns only.
final class Segment: Sendable {
    /// Where a template lies: the columns of its position, and the row.
    struct Address: Hashable, Sendable {
        let position: FingerPosition
        let row: UInt16
    }

    struct Person: Sendable {
        let id: PersonID
        let number: UInt64
        /// In the order of enrolment.
        let addresses: [Address]
    }

    let persons: [Person]
    /// For each person the positions there are templates of.
    let positions: [PositionSet]
    /// By the code of the position, all of them; most may be empty.
    let columns: [FingerColumns]
    let references: Int

    static let empty = Segment(SegmentBuilder())

    init(_ builder: SegmentBuilder) {
        persons = builder.persons
        positions = builder.positions
        columns = builder.columns
        references = builder.references
    }

    /// The templates of a person, in the order of enrolment.
    func references(of person: Int) -> [GalleryReference] {
        persons[person].addresses.map { address in
            GalleryReference(
                position: address.position,
                descriptor: columns[Int(address.position.rawValue)].descriptor(Int(address.row)))
        }
    }
}

/// A segment being filled.
struct SegmentBuilder {
    private(set) var persons: [Segment.Person] = []
    private(set) var positions: [PositionSet] = []
    private(set) var columns = [FingerColumns](repeating: FingerColumns(), count: FingerPosition.allCases.count)
    private(set) var references = 0

    init() {}

    init(continuing segment: Segment) {
        persons = segment.persons
        positions = segment.positions
        columns = segment.columns
        references = segment.references
    }

    /// Whether the person fits; an empty segment takes anyone.
    func hasRoom(for person: GalleryPerson) -> Bool {
        persons.isEmpty
            || references + person.references.count <= GalleryLimits.referencesPerSegment
                && persons.count < LivePersons.capacity
    }

    mutating func append(_ person: GalleryPerson) {
        let addresses = person.references.enumerated().map { ordinal, reference in
            let column = Int(reference.position.rawValue)
            let row = UInt16(columns[column].count)
            columns[column].append(reference.descriptor, owner: persons.count, ordinal: ordinal)
            return Segment.Address(position: reference.position, row: row)
        }
        persons.append(Segment.Person(id: person.person, number: person.number, addresses: addresses))
        positions.append(PositionSet(person.references.map(\.position)))
        references += addresses.count
    }
}
