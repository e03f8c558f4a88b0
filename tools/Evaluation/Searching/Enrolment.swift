import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaSynthesis
import TamgaTemplates

/// Who is in the gallery: of each finger of each person the first impression, then the distractors.
struct Enrolment: Sendable {
    struct Person: Sendable {
        /// Index of the verification set; -1 for a distractor.
        var set: Int
        var name: String
        /// In order of position; of one finger one.
        var references: [Reference]
    }

    struct Reference: Sendable {
        var position: FingerPosition
        var descriptor: FingerDescriptor
        /// What it is called in a report.
        var title: String
        var impression: Int
    }

    /// The index of a person is the place here.
    let persons: [Person]
    let gallery = Gallery(shards: 4)
    /// The gallery with everybody in it.
    let everybody: GallerySnapshot
    private let numbers: [String: Int]

    init(_ sets: [VerificationSet], distractors: Int, progress: any RunProgress) throws {
        var persons = sets.enumerated().flatMap { Self.persons(of: $0.element, $0.offset) }
        numbers = Dictionary(
            persons.enumerated().map { (Self.key($0.element.name, in: $0.element.set), $0.offset) }
        ) { first, _ in first }
        let hasPositions = persons.contains { $0.references.contains { $0.position != .unknown } }
        persons += Self.distractors(distractors, hasPositions: hasPositions, progress)
        self.persons = persons
        let records = try persons.indices.map { try Self.record($0, persons[$0]) }
        try gallery.insert(records)
        everybody = gallery.snapshot()
    }

    /// The number of a person of a set; nil for one who is not enrolled.
    func number(of name: String, in set: Int) -> Int? {
        numbers[Self.key(name, in: set)]
    }

    private static func key(_ name: String, in set: Int) -> String { "\(set) \(name)" }

    private static func persons(of set: VerificationSet, _ index: Int) -> [Person] {
        var first: [String: [UInt8: Sample]] = [:]
        for sample in set.references {
            let code = sample.name.position.rawValue
            let known = first[sample.name.person]?[code]
            if known.map({ sample.impression < $0.impression }) ?? true {
                first[sample.name.person, default: [:]][code] = sample
            }
        }
        return first.sorted { $0.key < $1.key }.map { name, fingers in
            Person(
                set: index, name: name,
                references: fingers.sorted { $0.key < $1.key }.map { _, sample in
                    Reference(
                        position: sample.name.position, descriptor: sample.descriptor, title: sample.name.stem,
                        impression: sample.impression)
                })
        }
    }

    /// Synthetic persons: ten fingers where fingers have positions, else one of unknown position.
    private static func distractors(_ count: Int, hasPositions: Bool, _ progress: any RunProgress) -> [Person] {
        guard count > 0 else { return [] }
        progress.begin("distractors", steps: count)
        defer { progress.end() }
        let population = SyntheticPopulation(seed: 20_050_501)
        return Parallel.map(count: count, workers: Parallel.cores) { index in
            let person = population.person(index)
            let positions = hasPositions ? FingerPosition.fingers : [.rightIndex]
            progress.advance(by: 1)
            return Person(
                set: -1, name: "synthetic \(index)",
                references: positions.map { position in
                    Reference(
                        position: hasPositions ? position : .unknown,
                        descriptor: FingerDescriptor(person.finger(position).impression(1)),
                        title: "synthetic \(index), \(position.name)", impression: 1)
                })
        }
    }
}

extension Enrolment {
    private static func record(_ index: Int, _ person: Person) throws -> GalleryPerson {
        GalleryPerson(
            person: try id(index), number: UInt64(index + 1),
            references: person.references.map {
                GalleryReference(position: $0.position, descriptor: $0.descriptor)
            })
    }

    static func id(_ index: Int) throws -> PersonID { try PersonID("p\(index)") }

    /// The index in a person's identifier.
    static func index(of person: PersonID) -> Int? { Int(person.text.dropFirst()) }

    /// The gallery without some persons; they are in it again afterwards.
    func snapshot(without absent: [Int]) throws -> GallerySnapshot {
        for index in absent { try gallery.remove(Self.id(index)) }
        let rest = gallery.snapshot()
        try gallery.insert(absent.map { try Self.record($0, persons[$0]) })
        return rest
    }
}
