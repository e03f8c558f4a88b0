import Dispatch
import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

@Suite struct ConcurrencyTests {
    /// Writers enrol and remove pairs in one change; readers, who work all the while, see counts that belong together.
    @Test func readersSeeWholeChangesOnly() throws {
        let gallery = Gallery(shards: 4, workers: 2)
        let failures = Mutex<[String]>([])
        let readersLeft = Atomic(2)
        let changes = Atomic(0)
        let threads = DispatchGroup()
        for thread in 0..<4 {
            // A serial queue each: these run at the same time however few cores there are.
            DispatchQueue(label: "thread \(thread)").async(group: threads) {
                do {
                    if thread < 2 {
                        var round = 0
                        while readersLeft.load(ordering: .sequentiallyConsistent) > 0 {
                            try comeAndGo(gallery, thread, round)
                            changes.add(4, ordering: .relaxed)
                            round += 1
                        }
                    } else {
                        defer { readersLeft.subtract(1, ordering: .sequentiallyConsistent) }
                        var last: UInt64 = 0
                        for _ in 0..<300 {
                            let problem = try inspect(gallery, after: &last)
                            if let problem { failures.withLock { $0.append(problem) } }
                        }
                    }
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        threads.wait()
        #expect(failures.withLock { $0 } == [])
        #expect(gallery.snapshot().persons == 0)
        #expect(Int(gallery.snapshot().number) == changes.load(ordering: .relaxed))
    }

    /// Two persons of three templates come at once and go one after the other: four changes, nobody left.
    private func comeAndGo(_ gallery: Gallery, _ thread: Int, _ round: Int) throws {
        var random = SeededGenerator(seed: UInt64(round))
        let pair = try (0..<2).map { index in
            GalleryPerson(
                person: try PersonID("\(thread)-\(round)-\(index)"), number: UInt64(4 * round + 2 * thread + index),
                references: [.rightIndex, .leftIndex, .unknown].map {
                    GalleryReference(position: $0, descriptor: noise(8, &random))
                })
        }
        try gallery.insert(pair)
        for person in pair { try gallery.remove(person.person) }
    }

    private func inspect(_ gallery: Gallery, after last: inout UInt64) throws -> String? {
        let snapshot = gallery.snapshot()
        if snapshot.number < last { return "number went back from \(last) to \(snapshot.number)" }
        last = snapshot.number
        if snapshot.references != 3 * snapshot.persons { return "half a person in \(snapshot.number)" }
        var random = SeededGenerator(seed: 9)
        let probe = [ProbeFinger(position: .unknown, views: [noise(8, &random)])]
        let result = try gallery.search(snapshot, for: probe, maximumCandidates: 5, maximumRotation: .usual)
        guard result.snapshot == snapshot.number, result.searched == snapshot.references,
            result.gallery == snapshot.references
        else { return "searched \(result.searched) of \(snapshot.references)" }
        return nil
    }
}
