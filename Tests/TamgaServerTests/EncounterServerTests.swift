import TamgaServer
import TamgaTestSupport
import TamgaWire
import TamgaTemplates
import Testing

/// Encounters over the loopback with real TLS: added, updated, merged, read, found and deleted.
@Suite(.timeLimit(.minutes(2))) struct EncounterServerTests {
    @Test func aPersonsEncountersAreAddedUpdatedAndMerged() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let enrol = { (name: String, finger: UInt64) in
                Request.enrol(Enrol(person: name, fingers: [try record(of: finger)]))
            }
            _ = try await station.ask(try enrol("p", 1), 2)
            _ = try await station.ask(try enrol("q", 2), 3)

            let addition = Request.addEncounter(
                AddEncounter(person: "p", fingers: [try record(of: 3, position: .leftIndex)]))
            let answer = try await station.ask(addition, 4)
            guard case .encounterAdded(let added) = answer else { throw Failure("\(answer)") }
            #expect(added.person == "p" && added.sequence == 3 && added.references == 2)

            let update = Request.update(
                Update(person: "p", encounter: 3, fingers: [try record(of: 4, position: .leftIndex)]))
            let second = try await station.ask(update, 5)
            guard case .updated(let updated) = second else { throw Failure("\(second)") }
            #expect(updated.sequence == 4 && updated.references == 2)

            let third = try await station.ask(.merge(Merge(person: "p", other: "q")), 6)
            guard case .merged(let merged) = third else { throw Failure("\(third)") }
            #expect(merged.person == "p" && merged.sequence == 5 && merged.references == 3)

            guard case .person(let person) = try await station.ask(read("p"), 7) else { throw Failure("read") }
            #expect(person.sequence == 5 && person.encounters.map(\.number) == [1, 3, 2])
            #expect(person.encounters.map(\.changed) == [1, 4, 2])
            #expect(Set(person.fingers.map(\.encounter)) == [1, 2, 3])
            #expect(try await station.ask(read("q"), 8).errorCode == .personUnknown)

            let identify = Request.identify(Identify(fingers: [try record(of: 2)]))
            guard case .identified(let found) = try await station.ask(identify, 9) else { throw Failure("identify") }
            #expect(found.candidates.first?.person == "p" && found.gallery == 3)

            let last = try await station.ask(.delete(Delete(person: "p")), 10)
            guard case .deleted(let deleted) = last else { throw Failure("\(last)") }
            #expect(deleted.references == 3 && deleted.receipt != nil)
        }
    }

    @Test func whatIsNotThereIsNamed() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let finger = try record(of: 1)
            _ = try await station.ask(.enrol(Enrol(person: "p", fingers: [finger])), 2)
            let cases: [(Request, WireErrorCode, String)] = [
                (.addEncounter(AddEncounter(person: "x", fingers: [finger])), .personUnknown, "person"),
                (.update(Update(person: "x", encounter: 1, fingers: [finger])), .personUnknown, "person"),
                (.update(Update(person: "p", encounter: 9, fingers: [finger])), .encounterUnknown, "encounter"),
                (.merge(Merge(person: "p", other: "x")), .personUnknown, "other"),
                (.merge(Merge(person: "x", other: "p")), .personUnknown, "person"),
            ]
            for (index, (request, code, field)) in cases.enumerated() {
                guard case .error(let error) = try await station.ask(request, UInt64(index + 3)) else {
                    throw Failure("\(request.kind)")
                }
                #expect(error.code == code && error.field == field, "\(request.kind)")
            }
        }
    }

    private func read(_ person: String) -> Request { .read(Read(person: person, includesRecords: false)) }
}
