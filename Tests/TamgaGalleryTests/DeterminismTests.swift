import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct DeterminismTests {
    /// Narrow stages, so that the cuts decide who is compared.
    private var narrow: SearchParameters {
        var parameters = SearchParameters()
        parameters.survivors = StageWidth(least: 12, perMillion: 0)
        parameters.finalists = StageWidth(least: 6, perMillion: 0)
        parameters.reach = nil
        parameters.narrowing = [StageWidth(least: 20, perMillion: 0)]
        (parameters.severalSurvivors, parameters.severalFinalists) = (parameters.survivors, parameters.finalists)
        parameters.floor = 0
        return parameters
    }

    @Test func shardsThreadsAndHistoryChangeNoBit() throws {
        let persons = try People.crowd.get()
        var random = SeededGenerator(seed: 6)
        let probes = [People.probe(4), People.probe(1_001), People.probe(8, [.rightIndex])]
        let expected = try probes.map { probe in
            try Gallery.holding(persons, shards: 1, workers: 1)
                .search(for: probe, maximumCandidates: 100, maximumRotation: .usual, parameters: narrow)
        }
        for (shards, workers) in [(1, 4), (2, 1), (3, 2), (8, 4)] {
            let gallery = Gallery(shards: shards, workers: workers)
            // Others come and go in between: what is left must not remember them.
            for (index, person) in persons.shuffled(using: &random).enumerated() {
                try gallery.insert(person)
                let passing = GalleryPerson(
                    person: try PersonID("passing-\(index)"), number: UInt64(1_000 + index),
                    references: (0..<9).map { _ in
                        GalleryReference(position: .rightIndex, descriptor: noise(5, &random))
                    })
                try gallery.insert(passing)
            }
            for index in persons.indices { try gallery.remove(PersonID("passing-\(index)")) }
            for (probe, result) in zip(probes, expected) {
                let found = try gallery.search(
                    for: probe, maximumCandidates: 100, maximumRotation: .usual, parameters: narrow)
                #expect(found.candidates == result.candidates, "\(shards) shards, \(workers) threads")
                #expect((found.searched, found.gallery) == (result.searched, result.gallery))
            }
        }
    }

    @Test func looksForSwapsAreTheSameForAnyShardsAndThreads() throws {
        let persons = try People.crowd.get()
        let probes = [People.exchanged(4, [.rightIndex, .leftIndex]), People.probe(1_002)]
        for probe in probes {
            let expected = try Gallery.holding(persons, shards: 1, workers: 1).search(for: probe, maximumCandidates: 40)
            for (shards, workers) in [(3, 2), (8, 4)] {
                let gallery = try Gallery.holding(persons.reversed(), shards: shards, workers: workers)
                for fingers in [probe, probe.reversed()] {
                    let found = try gallery.search(for: fingers, maximumCandidates: 40)
                    #expect(found.candidates.map(\.score) == expected.candidates.map(\.score))
                    #expect(found.candidates.map(\.person) == expected.candidates.map(\.person))
                    #expect((found.look, found.searched) == (expected.look, expected.searched))
                }
            }
        }
    }

    @Test func equalTemplatesGoOnInTheOrderOfTheirNumbers() throws {
        let references = try People.person(0, [.rightIndex]).references
        var random = SeededGenerator(seed: 8)
        // Numbers run against the identifiers, so that neither can stand in for the other.
        let twins = try (0..<30).map { index in
            GalleryPerson(person: try PersonID("twin-\(99 - index)"), number: UInt64(index), references: references)
        }
        var parameters = narrow
        parameters.finalists.least = 30
        for shards in [1, 3] {
            let gallery = try Gallery.holding(twins.shuffled(using: &random), shards: shards)
            let found = try gallery.search(
                for: People.probe(0, [.rightIndex]), maximumCandidates: 100, maximumRotation: .usual,
                parameters: parameters)
            #expect(found.candidates.map(\.person) == twins.prefix(12).map(\.person).sorted())
        }
    }

    /// The plan written out plainly, without shards, threads, buckets or columns.
    @Test func theSearchIsWhatItsPlanSays() throws {
        let persons = try People.crowd.get()
        let gallery = try Gallery.holding(persons, shards: 3)
        for probe in [People.probe(4), People.probe(1_001), People.probe(9, [.leftIndex])] {
            let found = try gallery.search(
                for: probe, maximumCandidates: 100, maximumRotation: .usual, positions: .asLabelled,
                parameters: narrow)
            let expected = PlainSearch(probe, persons, narrow).candidates
            #expect(found.candidates.map(\.person) == expected.map(\.person))
            #expect(found.candidates.map(\.score) == expected.map(\.score))
        }
    }
}

@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 2, 7, 100, 1_001]) func everyIndexOnceAndInOrder(count: Int) {
        for workers in [0, 1, 2, 5, 64] {
            for grain in [1, 3, 16, 2_000] {
                let squares = Parallel.map(count: count, workers: workers, grain: grain) { $0 * $0 }
                #expect(squares == (0..<count).map { $0 * $0 })
                let sums = Parallel.fold(count: count, workers: workers, grain: grain, state: { 0 }) { $0 += $1 }
                #expect(sums.reduce(0, +) == count * max(0, count - 1) / 2)
                #expect(sums.count <= max(1, workers))
            }
        }
    }
}
