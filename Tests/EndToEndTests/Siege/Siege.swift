import Foundation
import Synchronization
import TamgaClient
import TamgaHarness
import TamgaSynthesis
import TamgaTLS
import TamgaTemplates
import TamgaTestSupport
import TamgaWire
import Testing

/// A server under attack, and a station that goes on working meanwhile.
struct Siege: Sendable {
    /// Whether all of it is asked for (`make siege`), or a small part of each attack.
    static let isWhole = ProcessInfo.processInfo.environment["TAMGA_SIEGE"] == "all"

    /// What an attack may cost the server in memory, beyond what it had before: bytes.
    static let mostBytes = 128 << 20

    let server: ServerProcess
    let tls: TLSContext

    /// How often something is done: all of it, or a part.
    static func count(_ all: Int, _ part: Int) -> Int { isWhole ? all : part }

    /// Runs a server with these limits, has a station work beside the body, and looks whether it was served throughout,
    /// the server's memory stayed within its limit, and it ends in order.
    static func run(
        _ name: String, limits: [String] = [], _ body: @escaping @Sendable (Siege) async throws -> Void
    ) async throws {
        let place = try Workplace(named: "tamga-siege")
        defer { place.remove() }
        let server = try ServerProcess(
            in: place, arguments: ["--log-level", "critical"] + limits.flatMap { ["--limit", $0] })
        let tls = try TLSContext(
            role: .client,
            files: TLSFiles(
                certificate: place.certificate("load-test.pem"), privateKey: place.certificate("load-test.key"),
                authority: place.certificate("ca.pem")))
        let witness = try await Witness(server, place)
        try await witness.work(times: 20)
        let before = server.residentBytes
        let working = Task { try await witness.workUntilCancelled() }
        do { try await body(Siege(server: server, tls: tls)) } catch {
            working.cancel()
            throw error
        }
        working.cancel()
        let served = try await working.value
        let grown = server.peakBytes - before
        print(
            "siege, \(name): \(served.count) requests of a station beside it, the longest took \(served.longest); "
                + "memory \(before >> 20) MiB, at most \(max(0, grown) >> 20) MiB more")
        #expect(grown <= mostBytes, "\(name)")
        try await witness.work(times: 3)
        await witness.close()
        #expect(server.isRunning && server.stop() == 0, "\(name)")
    }

    /// Asks again and again until it holds: for a minute at least, and a thousand times.
    static func eventually(_ what: String, _ holds: () throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(60)
        var asked = 0
        while try !holds() {
            asked += 1
            guard ContinuousClock.now < end || asked < 1_000 else { throw HarnessError("never: \(what)") }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    func admitted() async throws -> Besieger { try await .admitted(server.port, tls) }
}

/// A station that keeps all rules, and is to be served whatever others do.
final class Witness: Sendable {
    private let client: TamgaClient
    private let probe: [FingerRecord]

    /// Enrols the persons it looks for.
    convenience init(_ server: ServerProcess, _ place: Workplace) async throws {
        try await self.init(joining: server, place)
        for person in 0..<20 {
            _ = try await client.enrol(person: "p\(person)", fingers: Self.records(person, 1))
        }
    }

    /// Another station, where they are enrolled.
    init(joining server: ServerProcess, _ place: Workplace) async throws {
        client = try await Stations.connect(to: server, in: place)
        probe = try Self.records(7, 2)
    }

    private static func records(_ person: Int, _ impression: Int) throws -> [FingerRecord] {
        try [.rightIndex, .leftIndex].map { try SyntheticFingers.record(person, $0, impression) }
    }

    func work(times: Int) async throws {
        for _ in 0..<times {
            let found = try await client.identify(fingers: probe)
            guard found.candidates.first?.person == "p7", found.gallery == 40 else {
                throw HarnessError("the station got a wrong answer")
            }
        }
    }

    /// How many requests were answered, all of them rightly, and what the slowest took.
    func workUntilCancelled() async throws -> (count: Int, longest: Duration) {
        var (count, longest) = (0, Duration.zero)
        while !Task.isCancelled {
            // Not a part of this task: its end is no reason to take a request back.
            let took = try await Task.detached { [self] in
                try await ContinuousClock().measure { try await self.work(times: 1) }
            }.value
            (count, longest) = (count + 1, max(longest, took))
            try? await Task.sleep(for: .milliseconds(20))
        }
        return (count, longest)
    }

    func close() async { await client.close() }
}

/// Fingers that nobody has, as records.
enum SyntheticFingers {
    private static let population = SyntheticPopulation(seed: 61, difficulty: .easy)

    static func record(_ person: Int, _ position: FingerPosition, _ impression: Int) throws -> FingerRecord {
        let template = population.person(person).finger(position).impression(impression)
        return FingerRecord(
            position: position.rawValue, format: RecordFormat.iso19794Part2Year2005,
            record: try ISO19794_2_2005.encode([template]))
    }
}
