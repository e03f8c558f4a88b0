import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaSynthesis
import TamgaTemplates
import Testing

/// Fingers that hardly anybody in the gallery has: whoever has them is found by all of them, and by each.
///
/// A canary of four fingers found this among persons of two. The scores of a finger that one person has were held
/// against a mean and a deviation made of one score, so that a good one could count as a hundred deviations too low.
@Suite struct RareFingerTests {
    private static let all: [FingerPosition] = [.rightIndex, .rightMiddle, .leftIndex, .leftMiddle]
    private static let crowd = SyntheticPopulation(seed: 1)
    private static let others = SyntheticPopulation(seed: 77)

    private func person(
        _ number: Int, _ person: SyntheticPerson, _ positions: [FingerPosition]
    ) throws -> GalleryPerson {
        GalleryPerson(
            person: try PersonID("p\(number)"), number: UInt64(number + 1),
            references: positions.map {
                GalleryReference(position: $0, descriptor: FingerDescriptor(person.finger($0).impression(0)))
            })
    }

    private func probe(_ person: SyntheticPerson, _ positions: [FingerPosition], _ impression: Int) -> [ProbeFinger] {
        positions.map {
            ProbeFinger(position: $0, views: [FingerDescriptor(person.finger($0).impression(impression))])
        }
    }

    @Test func aMateWithFingersThatNobodyElseHasIsFound() throws {
        let gallery = Gallery(shards: 2, workers: 2)
        for number in 0..<300 {
            try gallery.insert(person(number, Self.crowd.person(number), [.rightIndex, .leftIndex]))
        }
        for mate in 0..<8 {
            let number = 1_000 + mate
            try gallery.insert(person(number, Self.others.person(mate), Self.all))
            for impression in 1...3 {
                let result = try gallery.search(
                    for: probe(Self.others.person(mate), Self.all, impression), maximumCandidates: 2,
                    positions: .asLabelled)
                #expect(result.candidates.first?.person.text == "p\(number)", "\(mate) \(impression)")
                #expect(result.threshold.isReached(by: result.candidates.first?.score ?? 0))
            }
            try gallery.remove(PersonID("p\(number)"))
        }
    }
}
