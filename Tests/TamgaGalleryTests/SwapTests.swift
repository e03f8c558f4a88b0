import TamgaGallery
import TamgaMatcher
import TamgaTemplates
import Testing

/// Fingers whose names are wrong are found, and called what they are; nobody else is.
@Suite struct SwapTests {
    private static let hands: [FingerPosition] = [.rightIndex, .leftIndex]

    @Test(arguments: [[FingerPosition.rightIndex, .leftIndex], [.leftIndex, .rightIndex]])
    func rightGivenAsLeftIsFoundAndNamed(positions: [FingerPosition]) throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let found = try gallery.search(for: People.exchanged(5, positions), maximumCandidates: 5)
        let first = try #require(found.candidates.first)
        #expect(try first.person == People.id(5) && found.threshold.isReached(by: first.score))
        #expect(first.swap == .handsExchanged && found.look == .handsExchanged)
        #expect(first.fingers.allSatisfy { $0.position.mirrored == $0.referencePosition })
        #expect((found.searched, found.rotation) == (80, .any))
    }

    @Test func aSingleFingerOfTheOtherHandIsFound() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let probe = [ProbeFinger(position: .leftIndex, views: People.probe(8, [.rightIndex])[0].views)]
        let found = try gallery.search(for: probe, maximumCandidates: 5)
        let first = try #require(found.candidates.first)
        #expect(try first.person == People.id(8) && first.swap == .handsExchanged)
        #expect(first.fingers.map(\.position) == [.leftIndex])
        #expect(first.fingers.map(\.referencePosition) == [.rightIndex])
    }

    @Test func whoWantsPositionsToHoldFindsNobody() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let found = try gallery.search(
            for: People.exchanged(5, Self.hands), maximumCandidates: 5, positions: .asLabelled)
        #expect(found.candidates.allSatisfy { !found.threshold.isReached(by: $0.score) && $0.swap == .none })
        #expect(found.look == .none)
    }

    @Test func fingersOfOneHandExchangedAreFoundAndNamed() throws {
        let own = try People.person(70, [.rightIndex, .rightMiddle])
        let gallery = try Gallery.holding(People.crowd.get() + [own])
        let both = try gallery.search(
            for: People.exchanged(70, [.rightIndex, .rightMiddle]), maximumCandidates: 5)
        let thumb = [ProbeFinger(position: .rightThumb, views: People.probe(70, [.rightMiddle])[0].views)]
        let one = try gallery.search(for: thumb, maximumCandidates: 5)
        for found in [both, one] {
            let first = try #require(found.candidates.first)
            #expect(first.person == own.person && first.swap == .fingersExchanged)
            #expect(found.threshold.isReached(by: first.score))
        }
        #expect(both.candidates.first?.fingers.map(\.referencePosition) == [.rightIndex, .rightMiddle])
        #expect(one.candidates.first?.fingers.map(\.referencePosition) == [.rightMiddle] && one.searched == 82)
    }

    @Test func twoOfTenExchangedAreNamedInTheFirstLook() throws {
        let ten = FingerPosition.fingers
        let gallery = try Gallery.holding([People.person(71, ten)] + People.crowd.get())
        let probe = People.probe(71, ten.filter { $0 != .rightRing && $0 != .rightMiddle })
            + People.exchanged(71, [.rightRing, .rightMiddle])
        let found = try gallery.search(for: probe, maximumCandidates: 5)
        let strict = try gallery.search(for: probe, maximumCandidates: 5, positions: .asLabelled)
        let (first, plain) = try (#require(found.candidates.first), #require(strict.candidates.first))
        #expect(try (first.person, plain.person) == (People.id(71), People.id(71)))
        #expect((found.look, found.rotation, first.swap, plain.swap) == (.none, .usual, .fingersExchanged, .none))
        let exchanged = first.fingers.filter { $0.position != $0.referencePosition }
        #expect(Set(exchanged.map(\.position)) == [.rightRing, .rightMiddle])
        #expect(first.score > plain.score)
    }

    @Test func rightNamesAreNotCalledWrong() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        for index in 0..<40 {
            let found = try gallery.search(for: People.probe(index), maximumCandidates: 40)
            #expect(found.candidates.first?.swap == FingerSwap.none && found.look == .none)
            let match = try gallery.compare(People.probe(index), with: People.id(index)).match
            #expect(match.swap == .none)
        }
    }

    @Test func aFingerIsCalledAnotherOnlyWhereThatIsClearlyBetter() {
        #expect(SwapRule.isConvincing(3, against: 0) && SwapRule.isConvincing(3, against: 1.5))
        #expect(!SwapRule.isConvincing(2.99, against: 0) && !SwapRule.isConvincing(5, against: 3.6))
        #expect(abs(ExactMath.exp(-Double(SwapRule.penalty) * ExactMath.ln(10)) - SwapRule.chance) < 1e-12)
    }

    @Test func strangersAreNeitherFoundNorCalledExchanged() throws {
        var parameters = SearchParameters()
        parameters.floor = 0
        let gallery = try Gallery.holding(People.crowd.get())
        for index in 2_000..<2_030 {
            // No floor, so that the best ones are compared crosswise however low they score.
            let found = try gallery.search(for: People.probe(index), maximumCandidates: 40, parameters: parameters)
            #expect(found.candidates.allSatisfy { !found.threshold.isReached(by: $0.score) && $0.swap == .none })
        }
    }

    @Test func aFingerAsGoodAtItsOwnPositionStaysThere() throws {
        let finger = try People.person(6, [.rightIndex]).references[0].descriptor
        let twice = [FingerPosition.rightIndex, .leftIndex].map { GalleryReference(position: $0, descriptor: finger) }
        let gallery = try Gallery.holding([GalleryPerson(person: People.id(6), number: 1, references: twice)])
        for position in [FingerPosition.rightIndex, .leftIndex] {
            let probe = [ProbeFinger(position: position, views: People.probe(6, [.rightIndex])[0].views)]
            let match = try gallery.compare(probe, with: People.id(6)).match
            #expect(match.swap == .none && match.fingers.map(\.referencePosition) == [position])
        }
    }

    @Test func aVerificationNamesTheExchange() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let straight = try gallery.compare(People.probe(9), with: People.id(9)).match
        let probe = People.exchanged(9, Self.hands)
        let match = try gallery.compare(probe, with: People.id(9)).match
        #expect(match.swap == .handsExchanged && match.score > 4 && match.compared == 2)
        #expect(straight.swap == .none && match.score < straight.score, "a reading against the names pays for it")
        let strict = try gallery.compare(probe, with: People.id(9), positions: .asLabelled).match
        #expect(strict.swap == .none && strict.score < 3)
        let stranger = try gallery.compare(probe, with: People.id(10)).match
        #expect(stranger.swap == .none && stranger.score < 3)
    }

    @Test func crosswiseComparisonsOfOneRequestAreBounded() throws {
        let ten = FingerPosition.fingers
        let gallery = try Gallery.holding((100..<104).map { try People.person($0, ten) })
        var parameters = SearchParameters()
        (parameters.exactComparisons, parameters.leastExactPersons, parameters.floor) = (
            StageWidth(least: 10, perMillion: 0), 2, 0
        )
        let found = try gallery.search(for: People.probe(500, ten), maximumCandidates: 9, parameters: parameters)
        // Two in each look as labelled: whom the first listed takes nothing from the second.
        #expect(found.candidates.count == 4)
    }
}
