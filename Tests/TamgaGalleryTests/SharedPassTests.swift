import Dispatch
import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Searches that run at the same time share passes over the gallery, and nothing else.
@Suite struct SharedPassTests {
    /// Many searches at once, of either urgency, while others come and go; each has the answer it has alone.
    @Test(arguments: [1, 2, 4]) func companyChangesNoBit(workers: Int) throws {
        let persons = try People.crowd.get()
        let gallery = try Gallery.holding(persons, shards: 3, workers: workers)
        let snapshot = gallery.snapshot()
        let probes = [
            People.probe(4), People.probe(7, [.leftIndex]), People.probe(1_001), People.probe(12, [.rightIndex]),
            [ProbeFinger(position: .unknown, views: People.probe(3)[1].views)],
        ]
        let alone = try probes.map { try gallery.search(snapshot, for: $0, maximumCandidates: 10) }
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 32) { index in
            let probe = index % probes.count
            do {
                let found = try gallery.search(
                    snapshot, for: probes[probe], maximumCandidates: 10, urgency: index % 3 == 0 ? .bulk : .border)
                if found != alone[probe] { failures.withLock { $0.append("search \(index)") } }
                try gallery.insert(
                    GalleryPerson(
                        person: PersonID("passing-\(index)"), number: UInt64(1_000 + index),
                        references: persons[index].references))
            } catch { failures.withLock { $0.append("\(error)") } }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(gallery.snapshot().persons == persons.count + 32)
    }
}

/// Several fingers: the most telling one goes first, and nobody is lost for lack of it.
@Suite struct NarrowingTests {
    private var narrow: SearchParameters {
        var parameters = SearchParameters()
        parameters.narrowing = [StageWidth(least: 12, perMillion: 0)]
        parameters.severalSurvivors = StageWidth(least: 12, perMillion: 0)
        parameters.severalPreselected = StageWidth(least: 8, perMillion: 0)
        parameters.severalFinalists = StageWidth(least: 3, perMillion: 0)
        return parameters
    }

    private static let fingers: [FingerPosition] = [.rightThumb, .rightIndex, .rightMiddle, .leftIndex]

    /// Each of the fingers in turn is the only one the person has: the search must not depend on which goes first.
    @Test(arguments: fingers) func whoHasOneFingerOnlyIsFound(finger: FingerPosition) throws {
        let others = try (100..<130).map { try People.person($0, [.rightThumb, .rightIndex]) }
        let gallery = try Gallery.holding(others + [People.person(5, [finger])])
        let found = try gallery.search(
            for: People.probe(5, Self.fingers), maximumCandidates: 3, maximumRotation: .usual,
            positions: .asLabelled, parameters: narrow)
        #expect(try found.candidates.first?.person == People.id(5))
    }

    /// What is compared is what the widths say: the first finger with all, the second with those it leaves.
    @Test func laterFingersAreComparedWithFewer() throws {
        let gallery = try Gallery.holding(People.crowd.get())
        let found = try gallery.search(
            for: People.probe(4), maximumCandidates: 3, maximumRotation: .usual, positions: .asLabelled,
            parameters: narrow)
        #expect(try found.candidates.first?.person == People.id(4))
        #expect((found.effort.scans, found.effort.preselections) == (40 + 12, 24))
        #expect((found.effort.overlays, found.effort.comparisons) == (16, 6))
        #expect((found.searched, found.persons) == (80, 40))
    }
}
