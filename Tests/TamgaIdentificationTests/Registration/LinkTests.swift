import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// The IIN comes later, once, and with history.
@Suite struct LinkTests {
    private let number = Identifier.iin(try! IIN("871201300015"))
    private let other = Identifier.iin(try! IIN("990101300003"))

    private func link(
        _ service: IdentificationService, _ identifier: Identifier, _ person: String
    ) async throws {
        _ = try await service.record(
            RegistryRequest(author: Officer.interior, person: person, .link(identifier, reason: "obtained in person")))
    }

    @Test func anIINIsLinkedLaterAndOnce() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1, claims: [Officer.passport(1)])).person)
        try await link(service, number, person)
        #expect(await .identifierHeld == IdentificationError.Code.thrown { try await link(service, number, person) })
        #expect(await .identifierHeld == IdentificationError.Code.thrown { try await link(service, other, person) })
        let after = try await registry.start()
        let answer = try await after.assess(Officer.request(1, impression: 1, claims: [number]))
        #expect((answer.verdict, answer.person) == (.samePersonSameIdentity, person))
        let history = try await after.history(of: person)
        guard case .linked(let change) = history.last?.entry.fact else {
            Issue.record("the history does not have it")
            return
        }
        #expect(change.identifier == number && change.reason == "obtained in person")
    }

    @Test func whatIsSomebodysIsNobodyElses() async throws {
        let service = try await Registry().start()
        let first = try #require(try await service.register(Officer.request(1)).person)
        let second = try #require(try await service.register(Officer.request(2)).person)
        try await link(service, number, first)
        #expect(await .identifierHeld == IdentificationError.Code.thrown { try await link(service, number, second) })
        let unlink = RegistryRequest(author: Officer.interior, person: first, .unlink(number, reason: "a slip"))
        _ = try await service.record(unlink)
        #expect(await .identifierUnknown == IdentificationError.Code.thrown { _ = try await service.record(unlink) })
        try await link(service, number, second)
        let answer = try await service.assess(Officer.request(2, impression: 1, claims: [number]))
        #expect((answer.verdict, answer.person) == (.samePersonSameIdentity, second))
    }

    @Test func namesMayBeSharedAndLinkedAtOnceTheNumberIsOnes() async throws {
        let service = try await Registry().start()
        let first = try #require(try await service.register(Officer.request(1)).person)
        let second = try #require(try await service.register(Officer.request(2)).person)
        let names = try Identifier("names:KIM/ANNA/1990-01-01")
        for person in [first, second] { try await link(service, names, person) }
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for person in [first, second, first, second] {
                group.addTask { (try? await link(service, number, person)) != nil }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } == 1)
    }

    @Test func whoIsUnknownHasNothing() async throws {
        let service = try await Registry().start()
        #expect(await .personUnknown == IdentificationError.Code.thrown { try await link(service, number, "nobody") })
        #expect(
            await .personUnknown == IdentificationError.Code.thrown { _ = try await service.history(of: "nobody") })
        #expect(
            await .invalid == IdentificationError.Code.thrown {
                _ = try await service.record(RegistryRequest(author: Officer.interior, .link(number, reason: nil)))
            })
        #expect(service.statistics().snapshot == 0)
    }

    @Test func aMergeBringsTheIdentifiersAndTheHistory() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let first = try #require(try await service.register(Officer.request(1, claims: [number])).person)
        let second = try #require(try await service.register(Officer.request(2, claims: [Officer.passport(2)])).person)
        _ = try await service.merge(MergeRequest(person: second, other: first))
        for service in [service, try await registry.start()] {
            let answer = try await service.assess(Officer.request(1, impression: 1, claims: [number]))
            #expect((answer.verdict, answer.person) == (.samePersonSameIdentity, second))
            #expect(answer.identifiers.count == 2)
            #expect(try await service.history(of: second).count == 4)
        }
        _ = try await service.delete(second)
        let anew = try await registry.start().register(Officer.request(1, claims: [number]))
        #expect(anew.outcome == .registered)
    }
}
