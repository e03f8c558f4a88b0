import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport

/// Persons for the tests, a pure function of the seed; described once, since describing takes a while.
enum People {
    static let population = SyntheticPopulation(seed: 20_26, difficulty: .easy)

    static func id(_ index: Int) throws -> PersonID { try PersonID("p-\(index)") }

    static func descriptor(_ person: Int, _ position: FingerPosition, impression: Int) -> FingerDescriptor {
        FingerDescriptor(population.person(person).finger(position).impression(impression))
    }

    /// A person with one impression of each of these fingers; numbered by the index.
    static func person(
        _ index: Int, _ positions: [FingerPosition] = [.rightIndex, .leftIndex], impression: Int = 0
    ) throws -> GalleryPerson {
        GalleryPerson(
            person: try id(index), number: UInt64(index + 1),
            references: positions.map {
                GalleryReference(position: $0, descriptor: descriptor(index, $0, impression: impression))
            })
    }

    static func probe(
        _ person: Int, _ positions: [FingerPosition] = [.rightIndex, .leftIndex], impression: Int = 1
    ) -> [ProbeFinger] {
        positions.map { ProbeFinger(position: $0, views: [descriptor(person, $0, impression: impression)]) }
    }

    /// A person's fingers, each under the name of the next one given.
    static func exchanged(_ person: Int, _ positions: [FingerPosition], impression: Int = 1) -> [ProbeFinger] {
        zip(positions, positions.dropFirst() + positions.prefix(1)).map { finger, name in
            ProbeFinger(position: name, views: [descriptor(person, finger, impression: impression)])
        }
    }

    /// Forty persons of two fingers, shared by the tests that search.
    static let crowd: Result<[GalleryPerson], any Error> = Result { try (0..<40).map { try person($0) } }
}

extension Gallery {
    static func holding(
        _ persons: [GalleryPerson], shards: Int = 2, workers: Int = 2
    ) throws -> Gallery {
        let gallery = Gallery(shards: shards, workers: workers)
        for person in persons { try gallery.insert(person) }
        return gallery
    }
}

/// A finger nobody has: random numbers, for tests that do not compare.
func noise(_ minutiae: Int, _ random: inout SeededGenerator) -> FingerDescriptor {
    FingerDescriptor(
        xs: (0..<minutiae).map { _ in Int16.random(in: 0...400, using: &random) },
        ys: (0..<minutiae).map { _ in Int16.random(in: 0...400, using: &random) },
        angles: (0..<minutiae).map { _ in UInt8.random(in: 0...255, using: &random) }.sorted(),
        signatures: (0..<2 * minutiae).map { _ in random.next() })
}

/// The finger turned about its middle by a number of 1/256 turns; the signatures do not change.
func turned(_ finger: FingerDescriptor, by steps: UInt8) -> FingerDescriptor {
    let quarter = steps / 64
    precondition(steps % 64 == 0, "quarter turns keep the places whole numbers")
    var (xs, ys) = (finger.xs, finger.ys)
    for _ in 0..<quarter {
        let bottom = ys.max() ?? 0
        (xs, ys) = (ys.map { bottom - $0 }, xs)
    }
    return FingerDescriptor(
        xs: xs, ys: ys, angles: finger.angles.map { $0 &+ steps }, signatures: finger.signatures,
        qualities: finger.qualities)
}
