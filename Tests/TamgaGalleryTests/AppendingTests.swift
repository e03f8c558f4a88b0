import Dispatch
import Synchronization
import TamgaGallery
import TamgaMatcher
import TamgaRegistry
import TamgaTemplates
import TamgaTestSupport
import Testing

/// Readers look at segments that grow, are sealed, dissolved and written anew under their eyes.
@Suite struct AppendingTests {
    /// One thread enrols and removes, one maintains, six read every row they may see: each snapshot shows just the
    /// persons it counts, with templates that are a pure function of their number.
    @Test func readersSeeWholeRowsOnly() throws {
        let gallery = Gallery(shards: 2, workers: 1, shape: SegmentShape(
            references: 48, minutiaePerBlock: 128, rowsPerBlock: 16))
        let failures = Mutex<[String]>([])
        let readersLeft = Atomic(6)
        let threads = DispatchGroup()
        func start(_ name: String, _ body: @escaping @Sendable () throws -> Void) {
            // A serial queue each: these run at the same time however few cores there are.
            DispatchQueue(label: name).async(group: threads) {
                do { try body() } catch { failures.withLock { $0.append("\(name): \(error)") } }
            }
        }
        start("writer") {
            var number: UInt64 = 0
            while readersLeft.load(ordering: .sequentiallyConsistent) > 0 {
                try gallery.insert(Self.person(number))
                // Of ten persons nine go again, a while later.
                if number >= 80, number % 10 != 0 { try gallery.remove(PersonID("n\(number - 80)")) }
                number += 1
            }
        }
        start("maintenance") {
            while readersLeft.load(ordering: .sequentiallyConsistent) > 0 { try gallery.maintain() }
        }
        for reader in 0..<6 {
            start("reader \(reader)") {
                defer { readersLeft.subtract(1, ordering: .sequentiallyConsistent) }
                for _ in 0..<150 {
                    if let problem = Self.inspect(gallery.snapshot()) { failures.withLock { $0.append(problem) } }
                }
            }
        }
        threads.wait()
        #expect(failures.withLock { $0 } == [])
    }

    private static func person(_ number: UInt64) throws -> GalleryPerson {
        GalleryPerson(person: try PersonID("n\(number)"), number: number, references: references(number))
    }

    private static func references(_ number: UInt64) -> [GalleryReference] {
        (0..<1 + Int(number % 3)).map { ordinal in
            var random = SeededGenerator(seed: number &* 8 &+ UInt64(ordinal))
            let position = FingerPosition.allCases[Int((number + UInt64(ordinal)) % 4)]
            return GalleryReference(position: position, descriptor: noise(Int(number % 7), &random))
        }
    }

    private static func inspect(_ snapshot: GallerySnapshot) -> String? {
        var rows = 0
        var persons: Set<UInt64> = []
        for slot in snapshot.shards.flatMap(\.slots) {
            for block in FingerPosition.allCases.flatMap({ slot.blocks(at: $0) }) {
                for row in 0..<block.count where slot.live[block.owner(row)] {
                    let number = slot.number(of: block.owner(row))
                    let expected = references(number)
                    guard slot.id(of: block.owner(row)).text == "n\(number)", block.ordinal(row) < expected.count,
                        expected[block.ordinal(row)]
                            == GalleryReference(position: block.position, descriptor: block.descriptor(row))
                    else { return "row \(row) of person \(number) is not theirs" }
                    persons.insert(number)
                    rows += 1
                }
            }
        }
        guard rows == snapshot.references, persons.count == snapshot.persons else {
            return "\(rows) rows of \(snapshot.references), \(persons.count) persons of \(snapshot.persons)"
        }
        return nil
    }
}
