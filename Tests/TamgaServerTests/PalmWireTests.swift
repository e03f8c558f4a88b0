import TamgaTemplates
import TamgaWire
import Testing

/// Palms on the wire: their codes go in and come back.
@Suite(.timeLimit(.minutes(2))) struct PalmWireTests {
    private static func palm(_ number: UInt64, _ code: UInt8) throws -> FingerRecord {
        FingerRecord(
            position: code, format: RecordFormat.iso19794Part2Year2005,
            record: try record(of: number, position: .unknown).record)
    }

    @Test func codesOfPalmsGoBothWays() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let fingers = try [Self.palm(1, 21), Self.palm(2, 23), Self.palm(3, 20), record(of: 4)]
            guard case .enrolled = try await station.ask(.enrol(Enrol(person: "p", fingers: fingers)), 2) else {
                throw Failure("enrol")
            }
            let identify = Request.identify(Identify(fingers: [try Self.palm(2, 23)]))
            guard case .identified(let found) = try await station.ask(identify, 3) else { throw Failure("identify") }
            #expect(found.candidates.first?.fingers.map(\.position) == [23])
            #expect(found.candidates.first?.fingers.map(\.referencePosition) == [23])
            #expect(found.searched == 2 && found.gallery == 4)
            let read = Request.read(Read(person: "p", includesRecords: false))
            guard case .person(let person) = try await station.ask(read, 4) else { throw Failure("read") }
            #expect(person.fingers.map(\.position) == [21, 23, 20, 2])
        }
    }

    @Test func codesBetweenFingersAndPalmsAreRefused() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            for (index, code) in [11, 15, 19, 22].enumerated() {
                let identify = Request.identify(Identify(fingers: [try Self.palm(1, UInt8(code))]))
                guard case .error(let error) = try await station.ask(identify, UInt64(index + 2)) else {
                    throw Failure("\(code)")
                }
                #expect(error.code == .limitExceeded && error.limit == "0 to 10, 20, 21 or 23")
            }
        }
    }
}
