import TamgaGallery
import TamgaMatcher
import TamgaSynthesis
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct PalmTests {
    private static func tiles(_ person: Int, _ palm: FingerPosition, impression: Int) -> [FingerDescriptor] {
        FingerDescriptor.views(of: People.population.person(person).palm(palm).impression(impression, .part), at: palm)
    }

    /// Six persons: all have an index finger, those of even numbers both palms as well.
    private static let crowd: Result<[GalleryPerson], any Error> = Result {
        try (0..<6).map { index in
            let person = try People.person(index, [.rightIndex])
            guard index % 2 == 0 else { return person }
            let palms = FingerPosition.palms.flatMap { palm in
                tiles(index, palm, impression: 0).map { GalleryReference(position: palm, descriptor: $0) }
            }
            return GalleryPerson(person: person.person, number: person.number, references: person.references + palms)
        }
    }

    private static func probe(_ person: Int, _ palm: FingerPosition, as name: FingerPosition? = nil) -> ProbeFinger {
        ProbeFinger(position: name ?? palm, views: tiles(person, palm, impression: 1))
    }

    private static func count(_ persons: [GalleryPerson], _ positions: FingerPosition...) -> Int {
        persons.joinedReferences.count { positions.contains($0.position) }
    }

    @Test func everyPositionHasALane() {
        let lanes = FingerPosition.allCases.map(\.lane)
        #expect(lanes == Array(0...13) && FingerPosition.fingers.allSatisfy { $0.lane == Int($0.rawValue) })
        for position in FingerPosition.allCases {
            #expect(FingerPosition(lane: position.lane) == position)
            let address = RowAddress(position: position, block: 65_535, row: 4_095)
            #expect((address.position, address.block, address.row) == (position, 65_535, 4_095))
            let set = PositionSet([position])
            #expect(FingerPosition.allCases.filter(set.contains) == [position])
        }
        #expect(FingerPosition(lane: 14) == nil && FingerPosition(lane: -1) == nil)
    }

    @Test func palmsAreComparedWithPalmsOnly() throws {
        let persons = try Self.crowd.get()
        let gallery = try Gallery.holding(persons)
        func search(_ probe: ProbeFinger, _ policy: PositionPolicy = .asLabelled) throws -> SearchResult {
            try gallery.search(for: [probe], maximumCandidates: 10, positions: policy)
        }
        let named = try search(Self.probe(2, .rightPalm))
        #expect(named.searched == Self.count(persons, .rightPalm) && named.persons == 3)
        #expect(named.candidates.first?.person == persons[2].person)
        #expect(named.candidates.first.map { named.threshold.isReached(by: $0.score) } == true)
        let unnamed = try search(Self.probe(2, .rightPalm, as: .unknownPalm), .lookForSwaps)
        #expect(unnamed.searched == Self.count(persons, .rightPalm, .leftPalm) && unnamed.persons == 3)
        #expect(unnamed.candidates.first?.person == persons[2].person)

        // A finger that is unknown may be any finger, but no palm.
        let finger = ProbeFinger(position: .unknown, views: People.probe(2, [.rightIndex])[0].views)
        let found = try search(finger, .lookForSwaps)
        #expect(found.searched == 6 && found.persons == 6 && found.gallery == persons.joinedReferences.count)
        let match = try gallery.compare([finger], with: persons[2].person).match
        #expect(match.compared == 1 && match.fingers.map(\.referencePosition) == [.rightIndex])
        // Nor is a palm looked for among fingers, whatever names are worth.
        let none = try gallery.compare([Self.probe(1, .rightPalm)], with: persons[1].person).match
        #expect(none.compared == 0 && none.score == 0 && none.fingers.isEmpty)
    }

    @Test func handsThatWereExchangedAreFound() throws {
        let persons = try Self.crowd.get()
        let gallery = try Gallery.holding(persons)
        let probe = [Self.probe(4, .leftPalm, as: .rightPalm)]
        let found = try gallery.search(for: probe, maximumCandidates: 3)
        #expect(found.candidates.first?.person == persons[4].person && found.candidates.first?.swap == .handsExchanged)
        #expect(found.candidates.first?.fingers.map(\.referencePosition) == [.leftPalm])
        #expect(found.look == .handsExchanged && found.searched == Self.count(persons, .rightPalm, .leftPalm))
        let verified = try gallery.compare(probe, with: persons[4].person).match
        #expect(verified.swap == .handsExchanged && verified.score > 4)
        let labelled = try gallery.compare(probe, with: persons[4].person, positions: .asLabelled).match
        #expect(labelled.swap == .none && labelled.score < 3)
    }

    @Test func fingersAndPalmsOfOneProbeAreFused() throws {
        let persons = try Self.crowd.get()
        let gallery = try Gallery.holding(persons)
        let both = People.probe(2, [.rightIndex]) + [Self.probe(2, .rightPalm)]
        let found = try gallery.search(for: both, maximumCandidates: 3)
        #expect(found.candidates.first?.person == persons[2].person && found.persons == 6)
        #expect(found.candidates.first?.fingers.map(\.position) == [.rightIndex, .rightPalm])
        #expect(found.candidates.first?.fingers.allSatisfy { $0.position == $0.referencePosition } == true)
        // Whoever has no palm is found by the finger.
        let finger = People.probe(3, [.rightIndex]) + [Self.probe(3, .rightPalm)]
        let other = try gallery.search(for: finger, maximumCandidates: 3)
        #expect(other.candidates.first?.person == persons[3].person)
    }

    /// Were each tile of an unnamed palm a palm of its own, two records of one palm would count twice.
    @Test func unnamedPalmsOfAPersonAreOne() throws {
        let tiles = Self.tiles(0, .rightPalm, impression: 0)
        let person = GalleryPerson(
            person: try People.id(0), number: 1,
            references: tiles.map { GalleryReference(position: .unknownPalm, descriptor: $0) })
        let gallery = try Gallery.holding([person])
        let twice = [Self.probe(0, .rightPalm, as: .unknownPalm), Self.probe(0, .rightPalm, as: .unknownPalm)]
        let match = try gallery.compare(twice, with: person.person).match
        #expect(match.fingers.count == 1 && match.compared == tiles.count && tiles.count > 1)
    }

    @Test func segmentFilesKeepPalms() throws {
        let (folder, persons) = (SegmentFolder(), try Self.crowd.get())
        let gallery = try folder.open([]).gallery
        try gallery.insert(persons)
        try gallery.checkpoint()
        let opened = try folder.open(persons)
        #expect(opened.missing.isEmpty && opened.refused.isEmpty && opened.files > 0)
        try expectHolds(opened.gallery, persons)
        let probe = [Self.probe(2, .leftPalm)]
        #expect(
            try opened.gallery.search(for: probe, maximumCandidates: 3).candidates
                == gallery.search(for: probe, maximumCandidates: 3).candidates)
    }
}

extension [GalleryPerson] {
    fileprivate var joinedReferences: [GalleryReference] { flatMap(\.references) }
}
