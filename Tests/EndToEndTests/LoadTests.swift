import Synchronization
import TamgaClient
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import TamgaWire
import Testing

/// While searches keep every core busy, the rest of the server goes on answering.
@Suite struct LoadTests {
    /// So many are on the server all the time.
    private static let searches = 24
    private static let rounds = 20

    private static func records(_ person: Int, unknown: Bool) throws -> [FingerRecord] {
        let person = SyntheticPopulation(seed: 8, difficulty: .easy).person(person)
        return try FingerPosition.fingers.map { position in
            FingerRecord(
                position: unknown ? 0 : position.rawValue, format: RecordFormat.iso19794Part2Year2005,
                record: try ISO19794_2_2005.encode([person.finger(position).impression(unknown ? 2 : 1)]))
        }
    }

    private final class Course: Sendable {
        let answered = Mutex(0)
        let isOver = Mutex(false)

        var count: Int { answered.withLock { $0 } }
    }

    /// One search after the other, until the course is over.
    private static func search(_ client: TamgaClient, _ probe: [FingerRecord], _ course: Course) async throws {
        while !course.isOver.withLock({ $0 }) {
            let found = try await client.identify(fingers: probe)
            #expect(found.candidates.first?.person == "p3")
            course.answered.withLock { $0 += 1 }
        }
    }

    /// How many searches were answered while a question was: the fewest of some rounds.
    ///
    /// Of several, because on a busy machine the answers to other requests may be seen before this one's.
    private static func overtakenBy(_ course: Course, _ ask: () async throws -> Void) async throws -> Int {
        var fewest = Int.max
        for _ in 0..<rounds {
            let before = course.count
            try await ask()
            fewest = min(fewest, course.count - before)
        }
        return fewest
    }

    @Test func figuresAndReadsOvertakeSearches() async throws {
        let place = try Workplace(named: "tamga-load")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let client = try await Stations.connect(to: server, in: place)
        for person in 1...8 {
            _ = try await client.enrol(person: "p\(person)", fingers: Self.records(person, unknown: false))
        }
        let probe = try Self.records(3, unknown: true)
        let other = try await Stations.connect(to: server, in: place)

        let course = Course()
        let (atFigures, atReads) = try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.searches {
                group.addTask { try await Self.search(client, probe, course) }
            }
            defer { course.isOver.withLock { $0 = true } }
            while course.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
            let atFigures = try await Self.overtakenBy(course) { _ = try await other.stats() }
            let atReads = try await Self.overtakenBy(course) { _ = try await other.read(person: "p1") }
            course.isOver.withLock { $0 = true }
            try await group.waitForAll()
            return (atFigures, atReads)
        }
        // In the order of their coming all the searches ahead of it would be answered first.
        #expect(atFigures < Self.searches / 2, "figures came after \(atFigures) of \(Self.searches) searches")
        #expect(atReads < Self.searches / 2, "a read came after \(atReads) of \(Self.searches) searches")
        await other.close()
        await client.close()
        #expect(server.stop() == 0)
    }
}
