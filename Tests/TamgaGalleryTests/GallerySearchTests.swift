import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct GallerySearchTests {
    @Test func anotherImpressionFindsItsPerson() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        for index in [0, 7, 39] {
            let result = try gallery.search(for: People.probe(index), maximumCandidates: 5)
            #expect(try result.candidates.first?.person == People.id(index))
            #expect(result.candidates.first?.fingers.map(\.position) == [.rightIndex, .leftIndex])
            #expect(result.candidates.first?.fingers.map(\.probe) == [0, 1])
            #expect((result.searched, result.gallery, result.snapshot) == (80, 80, 40))
        }
    }

    @Test func aStrangerReachesNoDecision() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let parameters = SearchParameters()
        let result = try gallery.search(for: People.probe(1_000), maximumCandidates: 5, parameters: parameters)
        #expect(result.candidates.allSatisfy { $0.score < result.threshold.score && $0.score >= parameters.floor })
        #expect(result.rotation == .any, "without a decision all allowed rotations are looked at")
    }

    @Test func onlyFingersThatMayBeEqualAreSearched() throws {
        let persons = try People.crowd.get().prefix(5) + [People.person(60, [.unknown, .rightThumb])]
        let gallery = try Gallery.holding(Array(persons))
        let named = try gallery.search(for: People.probe(3, [.leftIndex]), maximumCandidates: 5)
        #expect((named.searched, named.gallery) == (6, 12))
        let thumb = try gallery.search(
            for: People.probe(60, [.leftThumb]), maximumCandidates: 5, positions: .asLabelled)
        #expect((thumb.searched, thumb.gallery) == (1, 12))
        let both = try gallery.search(for: People.probe(3, [.leftIndex, .rightIndex]), maximumCandidates: 5)
        #expect(both.searched == 11)
        let unnamed = [ProbeFinger(position: .unknown, views: People.probe(3)[1].views)]
        let any = try gallery.search(for: unnamed, maximumCandidates: 5)
        #expect(any.searched == 12)
        #expect(try any.candidates.first?.person == People.id(3))
        #expect(any.candidates.first?.fingers.first?.referencePosition == .leftIndex)
    }

    @Test func anEmptyGalleryAnswers() throws {
        let result = try Gallery(shards: 4).search(for: People.probe(0), maximumCandidates: 5)
        #expect(result.candidates.isEmpty && result.searched == 0 && result.gallery == 0)
    }

    @Test func tiesFallByTheBytesOfTheIdentifier() throws {
        let model = try People.person(0)
        let names = ["b", "a", "B", "a.1", "Z"]
        let twins = try names.enumerated().map { index, name in
            GalleryPerson(person: try PersonID(name), number: UInt64(index), references: model.references)
        }
        for shards in [1, 4] {
            let gallery = try Gallery.holding(twins, shards: shards)
            let result = try gallery.search(for: People.probe(0), maximumCandidates: 4)
            #expect(result.candidates.map(\.person.text) == ["B", "Z", "a", "a.1"])
            #expect(Set(result.candidates.map(\.score)).count == 1)
        }
    }

    @Test func aRemovedPersonIsNeverFoundButInOlderSnapshots() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let before = gallery.snapshot()
        let gone = try People.id(7)
        try gallery.remove(gone)
        let now = try gallery.search(for: People.probe(7), maximumCandidates: 1_000)
        #expect(!now.candidates.contains { $0.person == gone } && now.gallery == 78 && now.searched == 78)
        let then = try gallery.search(before, for: People.probe(7), maximumCandidates: 5)
        #expect(then.candidates.first?.person == gone && then.gallery == 80 && then.snapshot == before.number)
        #expect(throws: GalleryError(.personUnknown, field: "person")) {
            try gallery.compare(People.probe(7), with: gone)
        }
    }

    @Test func aTurnedFingerIsFoundBeyondTheUsualRotation() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let straight = People.probe(5)
        let probe = straight.map { finger in
            ProbeFinger(position: finger.position, views: finger.views.map { turned($0, by: 128) })
        }
        let wide = try gallery.search(for: probe, maximumCandidates: 3)
        #expect(try wide.rotation == .any && wide.candidates.first?.person == People.id(5))
        #expect(wide.searched == 80, "a second look counts no template twice")
        let narrow = try gallery.search(for: probe, maximumCandidates: 3, maximumRotation: .usual)
        #expect(narrow.rotation == .usual)
        #expect((narrow.candidates.first?.score ?? 0) < (wide.candidates.first?.score ?? 0))
        let usual = try gallery.search(for: straight, maximumCandidates: 3)
        #expect(usual.rotation == .usual)
    }

    @Test func floorAndCountCutTheList() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        var parameters = SearchParameters()
        parameters.floor = 0
        parameters.severalFinalists.least = 40
        let all = try gallery.search(for: People.probe(9), maximumCandidates: 1_000, parameters: parameters)
        #expect(all.candidates.count == 40)
        #expect(all.candidates.map(\.score) == all.candidates.map(\.score).sorted(by: >))
        let three = try gallery.search(for: People.probe(9), maximumCandidates: 3, parameters: parameters)
        #expect(three.candidates == Array(all.candidates.prefix(3)))
        parameters.floor = all.candidates[0].score
        let best = try gallery.search(for: People.probe(9), maximumCandidates: 1_000, parameters: parameters)
        #expect(best.candidates == Array(all.candidates.prefix(1)))
    }

    @Test func numbersOutsideTheirLimitsAreRefused() throws {
        let gallery = Gallery(shards: 1)
        let probe = People.probe(0, [.rightIndex])
        var random = SeededGenerator(seed: 1)
        let large = [ProbeFinger(position: .unknown, views: [noise(65, &random)])]
        let blind = [ProbeFinger(position: .unknown, views: [])]
        let refused: [([ProbeFinger], Int)] = [
            (probe, 0), (probe, 1_001), ([], 5), (Array(repeating: probe[0], count: 41), 5), (large, 5), (blind, 5),
        ]
        for (fingers, count) in refused {
            #expect { try gallery.search(for: fingers, maximumCandidates: count) } throws: {
                ($0 as? GalleryError)?.code == .outOfRange
            }
        }
    }
}
