import TamgaGallery
import TamgaRegistry
import TamgaTestSupport
import Testing

/// Shards are tested by searching them for somebody who does not exist, and fenced where they fail.
@Suite struct CanaryTests {
    private func mate(_ person: Int = 900) throws -> CanaryMate { try CanaryMate(People.person(person).references) }

    @Test func everyShardFindsItsCanary() async throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let (mate, snapshot) = (try mate(), gallery.snapshot())
        for shard in 0..<2 {
            let sighting = try await gallery.sight(mate, by: People.probe(900), in: shard)
            #expect(sighting.isFound && sighting.score > 6)
            #expect(sighting.searched == snapshot.shards[shard].references + 2 && sighting.snapshot == 40)
        }
    }

    @Test func otherFingersDoNotFindIt() async throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let mate = try mate()
        // Somebody who is nowhere, and somebody who is in one of the shards.
        for person in [901, 3] {
            for shard in 0..<2 {
                let sighting = try await gallery.sight(mate, by: People.probe(person), in: shard)
                #expect(!sighting.isFound && sighting.score < 6)
            }
        }
    }

    @Test func noOtherSearchSeesIt() async throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let before = try gallery.search(for: People.probe(900), maximumCandidates: 50)
        for shard in 0..<2 { _ = try await gallery.sight(mate(), by: People.probe(900), in: shard) }
        #expect(try gallery.search(for: People.probe(900), maximumCandidates: 50) == before)
        #expect(gallery.snapshot().persons == 40 && gallery.snapshot().references == 80)
        #expect(gallery.find(try PersonID("canary")) == nil)
    }

    /// Also a shard without anybody, and one whose segments were sealed, thinned and written anew.
    @Test func shardsOfAllKindsFindIt() async throws {
        let shape = SegmentShape(references: 6, minutiaePerBlock: 256, rowsPerBlock: 4)
        let gallery = Gallery(shards: 3, workers: 2, shape: shape)
        let mate = try mate()
        for shard in 0..<3 { #expect(try await gallery.sight(mate, by: People.probe(900), in: shard).isFound) }
        for person in try People.crowd.get() { try gallery.insert(person) }
        for person in 0..<20 { try gallery.remove(People.id(2 * person)) }
        while try gallery.maintain() != .nothing {}
        for shard in 0..<3 { #expect(try await gallery.sight(mate, by: People.probe(900), in: shard).isFound) }
    }

    @Test func whoIsInAFencedShardIsFoundAndDoesNotCount() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let somebody = try #require(gallery.snapshot().shards[1].slots.first?.id(of: 0))
        let inside = try #require(try (0..<40).first { try People.id($0) == somebody })
        let whole = try gallery.search(for: People.probe(inside), maximumCandidates: 5)
        gallery.fence(1)
        let fenced = try gallery.search(for: People.probe(inside), maximumCandidates: 5)
        let persons = gallery.snapshot().shards[1].persons
        #expect(fenced.candidates == whole.candidates && fenced.threshold == whole.threshold)
        #expect((fenced.fencedPersons, fenced.notCompared, fenced.missing) == (persons, persons, []))
        #expect(fenced.searched == 80 - 2 * persons && fenced.gallery == 80)
        gallery.fence(1, false)
        #expect(try gallery.search(for: People.probe(inside), maximumCandidates: 5) == whole)
    }

    @Test func aFenceOutlivesChanges() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        gallery.fence(0)
        try gallery.insert(People.person(70))
        try gallery.remove(People.id(70))
        try gallery.replace([People.id(1)], with: People.person(1))
        gallery.advance(to: 1_000)
        #expect(gallery.snapshot().fenced == [0] && gallery.snapshot().number == 1_000)
    }

    @Test func whatIsNoShardIsRefused() async throws {
        let gallery = Gallery(shards: 2)
        for shard in [-1, 2] {
            let error = await #expect(throws: GalleryError.self) {
                try await gallery.sight(mate(), by: People.probe(900), in: shard)
            }
            #expect(error?.code == .outOfRange && error?.field == "shard")
            gallery.fence(shard)
        }
        #expect(gallery.snapshot().fenced.isEmpty)
        #expect(throws: GalleryError.self) { try CanaryMate([]) }
    }
}
