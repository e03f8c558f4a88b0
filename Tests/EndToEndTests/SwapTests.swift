import Foundation
import TamgaClient
import TamgaHarness
import TamgaTestSupport
import TamgaWire
import Testing

/// Real fingers of the right hand given as those of the left, and the reverse, through the real programs.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.absence)))
struct SwapTests {
    private static let set = "neurotechnology_uareu/mindtct"

    private struct Probe {
        let person: String
        let fingers: [FingerRecord]
    }

    @Test func rightGivenAsLeftIsFoundAndNamed() async throws {
        let place = try Workplace(named: "tamga-swaps")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let client = try await Self.enrolledStation(server, place)
        let probes = try Self.handsGivenAsTheOther()
        try #require(probes.count == 13 * 7)
        var found = 0
        for probe in probes {
            let answer = try await client.identify(fingers: probe.fingers)
            let first = answer.candidates.first
            if first?.person == probe.person, first?.isHit == true { found += 1 }
            // Whoever is a hit is the right person, and it is said that something was exchanged.
            for candidate in answer.candidates where candidate.isHit == true {
                #expect(candidate.person == probe.person && candidate.swap == WireSwap.handsExchanged)
            }
            let strict = try await client.identify(
                Identify(fingers: probe.fingers, positions: WirePositions.asLabelled))
            #expect(!strict.candidates.contains { $0.isHit == true })
        }
        print("four fingers given as those of the other hand: found and named \(found) of \(probes.count)")
        #expect(Double(found) >= 0.97 * Double(probes.count))
        await client.close()
    }

    @Test func verificationAndCommandLineNameIt() async throws {
        let place = try Workplace(named: "tamga-swaps-cli")
        defer { place.remove() }
        let server = try ServerProcess(in: place)
        let client = try await Self.enrolledStation(server, place)
        let probe = try #require(try Self.handsGivenAsTheOther().first)
        let request = Verify(person: probe.person, fingers: probe.fingers)
        let verified = try await client.verify(request)
        #expect(verified.swap == WireSwap.handsExchanged && verified.score >= 4_000 && verified.rotation != nil)
        #expect(verified.fingers.allSatisfy { $0.position != $0.referencePosition })
        var strict = request
        strict.positions = WirePositions.asLabelled
        let asLabelled = try await client.verify(strict)
        #expect(asLabelled.swap == WireSwap.none && asLabelled.score < 3_000)
        await client.close()

        let directory = try #require(TestData.dataDirectory) + "/" + Self.set
        let fingers = [1, 2, 3, 4].flatMap { ["--finger", "\($0 + 5)=\(directory)/\(probe.person)_\($0)_2.iso"] }
        let text = try server.tamga(["identify", "--fpir", "1e-3", "--max-rotation", "90"] + fingers)
        #expect(text.status == 0)
        #expect(text.output.contains("HANDS EXCHANGED: left-thumb as right-thumb") && text.output.contains("1 hit"))
        let answer: IdentifyAnswer = try server.tamga(["identify", "--json"] + fingers).json()
        #expect(answer.found?.person == probe.person && answer.found?.swap == "hands-exchanged")
        let none = try server.tamga(["identify", "--fpir", "1e-3", "--positions", "strict"] + fingers)
        #expect(none.status == 1 && none.output.contains("no hit\nthreshold "))
        #expect(try server.tamga(["identify", "--fpir", "1e-20"] + fingers).status == 2)
        #expect(try server.tamga(["identify", "--fpir", "-1"] + fingers).status == 2)
    }

    private static func enrolledStation(_ server: ServerProcess, _ place: Workplace) async throws -> TamgaClient {
        let directory = try #require(TestData.dataDirectory) + "/" + set
        let imported = try server.tamga([
            "import", directory, "--layout", "person_finger_impression", "--impressions", "1",
        ])
        try #require(imported.status == 0, "\(imported.errors)")
        return try await Stations.connect(to: server, in: place)
    }

    /// Thumb to ring finger of each hand in one impression, each under the name of the other hand's.
    private static func handsGivenAsTheOther() throws -> [Probe] {
        var hands: [String: [FingerRecord]] = [:]
        for file in TestData.files(inSet: set) {
            let parts = file.stem.split(separator: "_")
            guard parts.count == 3, parts[2] != "1", let finger = UInt8(parts[1]), finger % 5 != 0 else { continue }
            let isRight = finger < 5
            hands["\(parts[0])_\(parts[2])_\(isRight ? "right" : "left")", default: []].append(
                FingerRecord(
                    position: isRight ? finger + 5 : finger - 5, format: RecordFormat.iso19794Part2Year2005,
                    record: try file.bytes()))
        }
        return hands.sorted { $0.key < $1.key }.map { name, fingers in
            Probe(person: String(name.prefix { $0 != "_" }), fingers: fingers)
        }
    }
}
