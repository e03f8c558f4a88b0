import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import Testing

@Suite struct PersonComparisonTests {
    @Test func verificationGivesTheScoreOfTheSearch() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        var parameters = SearchParameters()
        parameters.floor = 0
        parameters.severalFinalists.least = 40
        let probe = People.probe(11, [.leftIndex, .rightIndex])
        let result = try gallery.search(
            for: probe, maximumCandidates: 1_000, maximumRotation: .usual, parameters: parameters)
        #expect(result.candidates.count == 40)
        for candidate in result.candidates {
            let (match, snapshot) = try gallery.compare(
                probe, with: candidate.person, maximumRotation: .usual, parameters: parameters)
            #expect(match.score == candidate.score && match.fingers == candidate.fingers)
            #expect(match.rotation == result.rotation && match.compared == 2 && snapshot == 40)
        }
    }

    @Test func fingersOfOnePositionAreFusedAsTheMatcherSays() throws {
        let gallery = try Gallery.holding([People.person(1)])
        let probe = People.probe(1)
        let match = try gallery.compare(probe, with: People.id(1)).match
        let single = try People.person(1).references.enumerated().map { index, reference in
            Matcher.compare(probe[index].views[0], reference.descriptor, maximumRotation: match.rotation)
        }
        #expect(match.fingers.map(\.score) == single)
        #expect(match.score == Fusion.fuse(single))
    }

    @Test func theBestOfSeveralComparisonsIsCorrectedForTheirNumber() throws {
        let references = try [0, 3].flatMap { try People.person(2, [.rightIndex], impression: $0).references }
        let person = GalleryPerson(person: try People.id(2), number: 1, references: references)
        let gallery = try Gallery.holding([person])
        let views = [1, 2].map { People.descriptor(2, .rightIndex, impression: $0) }
        let match = try gallery.compare([ProbeFinger(position: .rightIndex, views: views)], with: person.person).match
        let scores = views.flatMap { view in
            references.map { Matcher.compare(view, $0.descriptor, maximumRotation: match.rotation) }
        }
        #expect(match.score == Fusion.best(scores.max() ?? 0, of: 4))
        #expect(match.compared == 2 && match.fingers.count == 1)
    }

    @Test func aFingerOfThePersonIsPairedOnce() throws {
        let gallery = try Gallery.holding([
            GalleryPerson(
                person: try People.id(3), number: 1,
                references: People.person(3, [.rightIndex]).references
                    + People.person(3, [.rightIndex], impression: 2).references)
        ])
        // The same finger sent twice without a name must not count as two fingers.
        let view = People.descriptor(3, .rightIndex, impression: 1)
        let finger = ProbeFinger(position: .unknown, views: [view])
        let once = try gallery.compare([finger], with: People.id(3)).match
        let twice = try gallery.compare([finger, finger], with: People.id(3)).match
        #expect(once.fingers.count == 1 && twice.fingers.count == 1)
        #expect(twice.score <= once.score)
    }

    @Test func nothingToCompareIsNoScore() throws {
        let gallery = try Gallery.holding([People.person(4, [.rightIndex])])
        let match = try gallery.compare(People.probe(4, [.leftThumb]), with: People.id(4), positions: .asLabelled).match
        #expect(match.score == 0 && match.fingers.isEmpty && match.compared == 0)
        let half = try gallery.compare(People.probe(4, [.leftThumb, .rightIndex]), with: People.id(4)).match
        let alone = try gallery.compare(People.probe(4, [.rightIndex]), with: People.id(4)).match
        #expect(half.score == alone.score && half.fingers.map(\.probe) == [1])
    }

    @Test func theOrderOfFingersAndViewsChangesNoScore() throws {
        let positions: [FingerPosition] = [.rightThumb, .rightIndex, .leftMiddle]
        let references = try People.person(5, positions).references.enumerated().map { index, reference in
            GalleryReference(position: index == 2 ? .unknown : reference.position, descriptor: reference.descriptor)
        }
        let gallery = try Gallery.holding([
            GalleryPerson(person: try People.id(5), number: 1, references: references)
        ])
        let probe = positions.map { position in
            ProbeFinger(
                position: position == .rightIndex ? .unknown : position,
                views: [1, 2].map { People.descriptor(5, position, impression: $0) })
        }
        let forward = try gallery.compare(probe, with: People.id(5)).match
        let backward = try gallery.compare(
            probe.reversed().map { ProbeFinger(position: $0.position, views: $0.views.reversed()) },
            with: People.id(5)
        ).match
        #expect(forward.score == backward.score && forward.score > 0)
        #expect(forward.fingers.map(\.score) == backward.fingers.map(\.score).reversed())
        #expect(backward.fingers.map(\.probe) == [0, 1, 2])
    }
}
