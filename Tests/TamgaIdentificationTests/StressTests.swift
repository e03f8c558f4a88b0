import TamgaGallery
import TamgaIdentification
import TamgaStore
import TamgaTemplates
import Testing

@Suite struct StressTests {
    /// Everybody has three fingers, so every answer must have searched whole persons; a person is found from the
    /// moment the enrolment is answered to the moment the deletion is asked for.
    @Test func enrolDeleteAndIdentifyAtTheSameTime() async throws {
        var parameters = IdentificationParameters()
        parameters.search.finalists.least = 4
        let service = try await IdentificationService.ready(shards: 3, workers: 2, parameters: parameters)
        let positions: [FingerPosition] = [.rightIndex, .leftIndex, .leftThumb]
        for person in 0..<4 { _ = try await service.enrol(Station.enrolment(person, positions)) }
        try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<3 {
                group.addTask { try await comeAndGo(service, 100 * (worker + 1), positions) }
            }
            for worker in 0..<3 {
                group.addTask { try await watch(service, worker, positions) }
            }
            for try await problems in group { #expect(problems == []) }
        }
        let statistics = service.statistics()
        #expect((statistics.persons, statistics.references) == (4, 12))
        #expect(statistics.snapshot == 4 + 3 * 2 * 6)
    }

    private func comeAndGo(
        _ service: IdentificationService, _ base: Int, _ positions: [FingerPosition]
    ) async throws -> [String] {
        var problems: [String] = []
        for round in 0..<6 {
            let person = base + round
            let enrolment = try await service.enrol(Station.enrolment(person, positions))
            let probe = IdentificationRequest(fingers: try Station.probe(person, positions))
            let found = try await service.identify(probe)
            if found.candidates.first?.person != Station.name(person) { problems.append("not found: \(person)") }
            if found.snapshot < enrolment.snapshot { problems.append("an older snapshot") }
            if enrolment.snapshot != enrolment.sequence { problems.append("snapshot and sequence differ") }
            let deletion = try await service.delete(Station.name(person))
            let after = try await service.identify(probe)
            if after.candidates.contains(where: { $0.person == Station.name(person) }) {
                problems.append("found after its deletion: \(person)")
            }
            if after.snapshot < deletion.sequence { problems.append("an older snapshot after a deletion") }
        }
        return problems
    }

    private func watch(
        _ service: IdentificationService, _ person: Int, _ positions: [FingerPosition]
    ) async throws -> [String] {
        var problems: [String] = []
        var last: UInt64 = 0
        let request = IdentificationRequest(fingers: try Station.probe(person, positions))
        for _ in 0..<12 {
            let found = try await service.identify(request)
            if found.searched % 3 != 0 || found.searched != found.gallery { problems.append("half a person") }
            if found.snapshot < last { problems.append("back in time") }
            if found.candidates.first?.person != Station.name(person) { problems.append("lost \(person)") }
            last = found.snapshot
        }
        return problems
    }

    /// One name, many stations: exactly one of them gets it, and what is held is what that one sent.
    @Test func oneOfManyEnrolmentsOfOnePersonWins() async throws {
        let service = try await IdentificationService.ready()
        let outcomes = try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for person in 0..<8 {
                let fingers = try [Station.finger(person, .rightIndex)]
                group.addTask {
                    do {
                        _ = try await service.enrol(EnrolmentRequest(person: "one", fingers: fingers))
                        return (person, true)
                    } catch let error as IdentificationError where error.code == .personExists {
                        return (person, false)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let winners = outcomes.filter(\.1).map(\.0)
        #expect(winners.count == 1 && service.statistics().snapshot == 1)
        let held = try await service.read("one", includeRecords: true)
        #expect(try held.fingers.first?.record == Station.finger(winners.first ?? -1, .rightIndex).record)
    }
}
