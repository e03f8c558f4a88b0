import Foundation
import TamgaCrypto
import TamgaGallery
public import TamgaHarness
import TamgaRegistry
import TamgaStore
import TamgaStoreSQLite
import TamgaTemplates

/// How long a real server takes to start on a store of a given size, with segment files and without.
public struct StartBench: Sendable {
    private let place: Workplace
    private let fingers: Int
    private let fingersPerPerson: Int
    private let show: @Sendable (String) -> Void

    /// - Parameter fingers: of all persons together.
    public init(in place: Workplace, fingers: Int, fingersPerPerson: Int, show: @escaping @Sendable (String) -> Void) {
        (self.place, self.fingers, self.fingersPerPerson) = (place, fingers, max(1, fingersPerPerson))
        self.show = show
    }

    private var persons: Int { max(1, fingers / fingersPerPerson) }
    private var data: String { place.directory.appendingPathComponent("data").path }

    /// Makes the store, then starts and stops a server on it; seconds by name.
    public func run() throws -> [(name: String, seconds: Double)] {
        var results: [(name: String, seconds: Double)] = []
        func measure(_ name: String, _ body: () throws -> Void) rethrows {
            let start = ContinuousClock.now
            try body()
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            results.append((name, seconds))
            show("\(name): \(String(format: "%.2f", seconds)) s")
        }
        try measure("store made (\(persons) persons, \(persons * fingersPerPerson) fingers)") { try fill() }
        var server: ServerProcess?
        try measure("start without segment files") { server = try ServerProcess(in: place) }
        show("  " + (server?.logText.split(separator: "\n").suffix(3).joined(separator: "\n  ") ?? ""))
        try measure("orderly end, segment files written") { try Self.end(server) }
        for turn in 1...3 {
            try measure("start from segment files, turn \(turn)") { server = try ServerProcess(in: place) }
            if turn == 1 { show("  " + (server?.logText.split(separator: "\n").last.map(String.init) ?? "")) }
            server?.kill()
        }
        return results
    }

    private static func end(_ server: ServerProcess?) throws {
        guard server?.stop() == 0 else { throw HarnessError("the server did not end in order") }
    }

    private func fill() throws {
        let source = ManyFingers(seed: 2_026)
        let keys = try KeySource.file(place.keyFile).read()
        let store = try SQLiteStore(directory: data, keys: keys)
        defer { store.close() }
        let batch = 500
        for start in stride(from: 0, to: persons, by: batch) {
            let changes = Parallel.map(count: min(batch, persons - start), workers: Parallel.cores) { offset in
                Result { try change(start + offset, source) }
            }
            for outcome in try store.apply(changes.map { try $0.get() }) { _ = try outcome.get() }
            if start % (batch * 40) == 0, start > 0 { show("  \(start) of \(persons) persons") }
        }
    }

    private func change(_ person: Int, _ source: ManyFingers) throws -> StoreChange {
        let records = try (0..<fingersPerPerson).map { finger in
            StoredRecord(
                position: nil, format: TemplateFormat.iso2005.rawValue,
                bytes: try source.record(person: person, finger: finger))
        }
        return .enrol(
            try PersonID("bench-\(person)"), EncounterContent(takenAt: Int64(person), records: records))
    }
}
