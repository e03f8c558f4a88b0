import Foundation
import TamgaEvaluation
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates

/// The real sets, as persons to enrol and as probes.
struct RealSets: Sendable {
    let sets: [Dataset]

    init(_ folder: URL?) throws {
        sets = try folder.map { try Dataset.all(below: $0, matching: []) } ?? []
    }

    /// Every template, in order of set and name.
    var templates: [FingerTemplate] { sets.flatMap { $0.samples.map(\.template) } }

    /// A probe and the enrolled person whose it is.
    struct Trial: Sendable {
        let set: String
        let fingers: [ProbeFinger]
        let mate: PersonID
    }

    /// Sets that are named here hold several fingers of each person.
    private func hasPersons(_ set: Dataset) -> Bool { set.samples.contains { $0.name.position != .unknown } }

    private static func finger(_ set: Int, _ sample: Sample) throws -> PersonID {
        try PersonID("r\(set)-\(sample.finger)")
    }

    private static func hand(_ set: Int, _ person: String) throws -> PersonID { try PersonID("h\(set)-\(person)") }
}

extension RealSets {
    /// The first impression of every finger as a person of unknown position; and where a set has persons, each of
    /// them with all fingers.
    func enrollees() throws -> [GalleryPerson] {
        var persons: [(PersonID, [GalleryReference])] = []
        for (index, set) in sets.enumerated() {
            let first = Self.first(of: set)
            for sample in first {
                persons.append((
                    try Self.finger(index, sample),
                    [GalleryReference(position: .unknown, descriptor: sample.descriptor)]))
            }
            guard hasPersons(set) else { continue }
            for (name, fingers) in Dictionary(grouping: first, by: \.name.person).sorted(by: { $0.key < $1.key }) {
                persons.append((
                    try Self.hand(index, name),
                    fingers.map { GalleryReference(position: $0.name.position, descriptor: $0.descriptor) }))
            }
        }
        return persons.enumerated().map { index, person in
            GalleryPerson(person: person.0, number: 1 << 41 + UInt64(index), references: person.1)
        }
    }

    /// Of each finger the impression of the lowest number, in order of the fingers' names.
    private static func first(of set: Dataset) -> [Sample] {
        Dictionary(grouping: set.samples, by: \.finger).sorted { $0.key < $1.key }
            .compactMap { $0.value.min { $0.impression < $1.impression } }
    }

    /// Other impressions as probes of unknown position, about `count` of all sets together, as many of each.
    func fingerTrials(_ count: Int, seed: UInt64) throws -> [Trial] {
        let each = sets.isEmpty ? 0 : max(1, (count + sets.count / 2) / sets.count)
        return try sets.enumerated().flatMap { index, set in
            let enrolled = Set(Self.first(of: set).map(\.name.stem))
            let others = set.samples.filter { !enrolled.contains($0.name.stem) }
            return try Self.chosen(others, each, seed: seed).map { sample in
                Trial(
                    set: set.name, fingers: [ProbeFinger(position: .unknown, views: [sample.descriptor])],
                    mate: try Self.finger(index, sample))
            }
        }
    }

    /// Captures of several named fingers of one person, at most `most` fingers each; `count` of each set of persons.
    func handTrials(_ count: Int, fingers most: Int, seed: UInt64) throws -> [Trial] {
        try sets.enumerated().filter { hasPersons($0.element) }.flatMap { index, set -> [Trial] in
            let enrolled = Dictionary(Self.first(of: set).map { ($0.finger, $0.impression) }) { first, _ in first }
            let others = set.samples.filter { $0.impression != enrolled[$0.finger] }
            let captures = Dictionary(grouping: others) { "\($0.name.person) \($0.impression)" }
            let names = captures.filter { $0.value.count >= min(most, 2) }.keys.sorted()
            return try Self.chosen(names, count, seed: seed).compactMap { name in
                guard let samples = captures[name], let person = samples.first?.name.person else { return nil }
                let picked = Self.chosen(samples.sorted { $0.finger < $1.finger }, most, seed: seed)
                return Trial(
                    set: set.name,
                    fingers: picked.map { ProbeFinger(position: $0.name.position, views: [$0.descriptor]) },
                    mate: try Self.hand(index, person))
            }
        }
    }

    /// So many of the items, by a seed; in their order.
    private static func chosen<Item>(_ items: [Item], _ count: Int, seed: UInt64) -> [Item] {
        var choice = SeededChoice(seed: seed)
        var order = Array(items.indices)
        for last in order.indices.reversed().dropLast() { order.swapAt(last, choice.below(last + 1)) }
        return order.prefix(count).sorted().map { items[$0] }
    }
}
