public import Foundation
import TamgaCrypto
import TamgaIdentification
import TamgaStore
import TamgaStoreSQLite
import TamgaTemplates

/// Enrolments a second through the service and a store on disk, with changes that share a transaction and without.
public struct CommitBench {
    /// One measurement.
    public struct Row: Sendable {
        /// Stations that enrol one person after the other.
        public let stations: Int
        /// Changes of one transaction at most.
        public let changesPerCommit: Int
        /// Enrolments a second, the median of the turns.
        public let rate: Double
    }

    private let folder: URL
    private let persons: Int
    private let turns: Int

    /// - Parameter persons: enrolled in each turn, two fingers each.
    public init(in folder: URL, persons: Int, turns: Int) {
        (self.folder, self.persons, self.turns) = (folder, persons, turns)
    }

    /// Every manner in turn, so that what else the machine does falls on all of them.
    public func run(show: (String) -> Void) async throws -> [Row] {
        let requests = try Self.requests(persons)
        let manners = [1, 8, 64].flatMap { stations in [1, 256].map { (stations, $0) } }
        var rates = Array(repeating: [Double](), count: manners.count)
        for turn in 0..<turns {
            for (index, manner) in manners.enumerated() {
                rates[index].append(try await enrol(requests, manner.0, manner.1))
            }
            show("turn \(turn + 1) of \(turns)")
        }
        return zip(manners, rates).map { manner, rates in
            Row(stations: manner.0, changesPerCommit: manner.1, rate: rates.sorted()[rates.count / 2])
        }
    }

    private static func requests(_ persons: Int) throws -> [EnrolmentRequest] {
        let source = ManyFingers(seed: 7)
        return try (0..<persons).map { person in
            EnrolmentRequest(
                person: "bench-\(person)",
                fingers: try [1, 6].map { finger in
                    FingerSubmission(
                        format: TemplateFormat.iso2005.rawValue,
                        record: try source.record(person: person, finger: finger))
                })
        }
    }

    private func enrol(
        _ requests: [EnrolmentRequest], _ stations: Int, _ changesPerCommit: Int
    ) async throws -> Double {
        let directory = folder.appendingPathComponent("commit-\(UUID())")
        defer { try? FileManager.default.removeItem(at: directory) }
        let keys = try KeyRing(parsing: Array(KeyRing.newLine(id: "bench").utf8))
        let store = try SQLiteStore(directory: directory.path, keys: keys)
        defer { store.close() }
        var parameters = IdentificationParameters()
        parameters.changesPerCommit = changesPerCommit
        let service = IdentificationService(
            store: store, shards: 2, workers: ProcessInfo.processInfo.activeProcessorCount, clock: SteadyClock(),
            parameters: parameters)
        try await service.rebuild()
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for station in 0..<stations {
                group.addTask {
                    for index in stride(from: station, to: requests.count, by: stations) {
                        _ = try await service.enrol(requests[index])
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(requests.count) / ((ContinuousClock.now - start) / .seconds(1))
    }
}

/// Enough of a clock for what is measured here.
private struct SteadyClock: WallClock {
    func millisecondsSince1970() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000) }
    func monotonicMicroseconds() -> UInt64 { DispatchTime.now().uptimeNanoseconds / 1_000 }
}
