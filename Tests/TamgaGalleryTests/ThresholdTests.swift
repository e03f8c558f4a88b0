import TamgaGallery
import TamgaMatcher
import TamgaTemplates
import Testing

/// The threshold of a search goes by the persons it may compare with.
@Suite struct ThresholdTests {
    @Test func itGrowsWithThePersonsComparedInEachLook() throws {
        let persons = try People.crowd.get()
        let thresholds = try [1, 10, 40].map { count in
            try Gallery.holding(Array(persons.prefix(count)))
                .search(for: People.probe(1_000), maximumCandidates: 5, positions: .asLabelled)
        }
        #expect(thresholds.map(\.persons) == [1, 10, 40])
        #expect(thresholds.map(\.threshold) == [1.2, 12, 48].map { IdentificationThreshold(.usual, chances: $0) })
    }

    @Test func looksAgainstThePositionsAddATenthOfTheirPersons() throws {
        let odd = try [People.person(60, [.leftThumb]), People.person(61, [.rightThumb])]
        let gallery = try Gallery.holding(People.crowd.get().prefix(4) + odd)
        let probe = [ProbeFinger(position: .rightThumb, views: People.probe(3)[0].views)]
        let swaps = try gallery.search(for: probe, maximumCandidates: 5)
        // One as labelled, in two looks; one with the hands exchanged; all six at any position.
        #expect(swaps.persons == 1 && swaps.threshold.chances == 1.2 + 0.1 * (1 + 6))
        let strict = try gallery.search(for: probe, maximumCandidates: 5, positions: .asLabelled)
        #expect(strict.threshold.chances == 1.2)
        let narrow = try gallery.search(
            for: probe, maximumCandidates: 5, maximumRotation: .usual, positions: .asLabelled)
        #expect(narrow.threshold.chances == 1)
        let unnamed = [ProbeFinger(position: .unknown, views: probe[0].views)]
        #expect(try gallery.search(for: unnamed, maximumCandidates: 5).threshold.chances == 6 * 1.2)
    }

    @Test func onlyPersonsWithAFingerThatMayBeEqualCount() throws {
        let odd = try [People.person(60, [.unknown]), People.person(61, [.rightThumb])]
        let gallery = try Gallery.holding(People.crowd.get().prefix(4) + odd)
        func compared(_ positions: [FingerPosition]) throws -> Int {
            let probe = positions.map { ProbeFinger(position: $0, views: People.probe(3)[0].views) }
            return try gallery.search(for: probe, maximumCandidates: 5).persons
        }
        #expect(try compared([.leftIndex]) == 5 && compared([.rightThumb]) == 2 && compared([.leftRing]) == 1)
        #expect(try compared([.unknown]) == 6 && compared([.leftIndex, .rightThumb]) == 6)
        try gallery.remove(People.id(61))
        #expect(try compared([.rightThumb]) == 1)
    }

    @Test func theTargetDecidesWhetherALookIsEnough() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let probe = People.probe(5)
        let first = try gallery.search(for: probe, maximumCandidates: 3)
        let best = try #require(first.candidates.first)
        #expect(first.rotation == .usual && first.threshold.isReached(by: best.score))
        // A rate so low that nobody reaches the threshold: everything allowed is looked at.
        let single = People.probe(5, [.rightIndex])
        let strict = try gallery.search(for: single, maximumCandidates: 3, target: #require(TargetFPIR(1e-9)))
        let score = try #require(strict.candidates.first).score
        #expect(strict.threshold.score > 10)
        #expect((strict.rotation == .any) == (score < strict.threshold.score))
    }
}
