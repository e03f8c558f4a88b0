import Synchronization
import TamgaClient
import TamgaHarness
import TamgaSynthesis
import TamgaTemplates
import TamgaWire
import Testing

/// While searches keep every core busy, the rest of the server goes on answering.
@Suite struct LoadTests {
    private static let searches = 24

    private static func records(_ person: Int, unknown: Bool) throws -> [FingerRecord] {
        let person = SyntheticPopulation(seed: 8, difficulty: .easy).person(person)
        return try FingerPosition.fingers.map { position in
            FingerRecord(
                position: unknown ? 0 : position.rawValue, format: RecordFormat.iso19794Part2Year2005,
                record: try ISO19794_2_2005.encode([person.finger(position).impression(unknown ? 2 : 1)]))
        }
    }

    private final class Count: Sendable {
        let value = Mutex(0)
    }

    private static func search(_ client: TamgaClient, _ probe: [FingerRecord], _ answered: Count) async throws {
        let found = try await client.identify(fingers: probe)
        #expect(found.candidates.first?.person == "p3")
        answered.value.withLock { $0 += 1 }
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

        let answered = Count()
        let atFigures = try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Self.searches {
                group.addTask { try await Self.search(client, probe, answered) }
            }
            // One search is done: the others are on the server, and keep it busy.
            try await group.next()
            _ = try await other.stats()
            _ = try await other.read(person: "p1")
            let before = answered.value.withLock { $0 }
            try await group.waitForAll()
            return before
        }
        #expect(atFigures < Self.searches, "figures came only after all \(Self.searches) searches")
        await other.close()
        await client.close()
        #expect(server.stop() == 0)
    }
}
