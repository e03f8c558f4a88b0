import Foundation
import TamgaClient
import TamgaHarness
import TamgaTestSupport
import TamgaWire
import Testing

/// Every two fingers of every impression of the ten-print set, through the client library.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct FingerPairTests {
    private struct Probe: Sendable {
        let name: String
        let person: String
        let fingers: [FingerRecord]
    }

    @Test func anyTwoFingersFindTheirPersonFirst() async throws {
        let place = try Workplace(named: "tamga-pairs")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let set = "neurotechnology_uareu/mindtct"
        let directory = try #require(TestData.dataDirectory) + "/" + set
        let imported = try server.tamga([
            "import", directory, "--layout", "person_finger_impression", "--impressions", "1",
        ])
        try #require(imported.status == 0, "\(imported.errors)")
        let client = try await Stations.connect(to: server, in: place)
        let probes = try Self.pairs(TestData.files(inSet: set))
        try #require(probes.count > 1000)
        let wrong = try await Self.wrong(of: probes, client)
        print("rank-1 of uareu, any two fingers: \(probes.count - wrong.count) of \(probes.count)")
        #expect(wrong.isEmpty, "\(wrong.prefix(20))")
        await client.close()
    }

    /// Names of probes whose first candidate is another person; 32 requests in flight.
    private static func wrong(of probes: [Probe], _ client: TamgaClient) async throws -> [String] {
        try await withThrowingTaskGroup(of: String?.self) { group in
            var wrong: [String] = []
            for (index, probe) in probes.enumerated() {
                if index >= 32, let name = try await group.next() ?? nil { wrong.append(name) }
                group.addTask {
                    let answer = try await client.identify(fingers: probe.fingers, maximumCandidates: 3)
                    return answer.candidates.first?.person == probe.person ? nil : probe.name
                }
            }
            for try await name in group { if let name { wrong.append(name) } }
            return wrong
        }
    }

    private static func pairs(_ files: [DataFile]) throws -> [Probe] {
        var captures: [String: [(finger: UInt8, record: [UInt8])]] = [:]
        for file in files {
            let parts = file.stem.split(separator: "_")
            guard parts.count == 3, parts[2] != "1", let finger = UInt8(parts[1]) else { continue }
            captures["\(parts[0])_\(parts[2])", default: []].append((finger, try file.bytes()))
        }
        return captures.sorted { $0.key < $1.key }.flatMap { name, fingers in
            let sorted = fingers.sorted { $0.finger < $1.finger }
            return sorted.indices.flatMap { one in
                sorted.indices.dropFirst(one + 1).map { other in
                    Probe(
                        name: "\(name) fingers \(sorted[one].finger) and \(sorted[other].finger)",
                        person: String(name.prefix { $0 != "_" }),
                        fingers: [sorted[one], sorted[other]].map {
                            FingerRecord(
                                position: $0.finger, format: RecordFormat.iso19794Part2Year2005, record: $0.record)
                        })
                }
            }
        }
    }
}
