import TamgaIdentification
import TamgaRegistry
import Testing

/// Who would not give fingers, and comes again to another officer.
@Suite struct EarlierRefusalTests {
    private func refused(_ service: IdentificationService, _ claims: [Identifier], person: String? = nil) async throws
        -> FactID
    {
        let refusal = RefusalOfFingers(claims: claims, ground: .visa, place: "Tashkent", remark: nil)
        return try await service.record(
            RegistryRequest(author: Officer.mission, person: person, .refusal(refusal))).id
    }

    @Test func whoRefusedIsSeenUnderWhatWasClaimed() async throws {
        let registry = try Registry()
        let first = try await registry.start()
        let (claimed, other) = (try Officer.passport(4), try Officer.passport(5))
        let facts = [try await refused(first, [claimed]), try await refused(first, [claimed, other])]
        for service in [first, try await registry.start()] {
            let answer = try await service.assess(Officer.request(1, claims: [claimed]))
            #expect(answer.verdict == .newPerson && answer.refusals.map(\.fact) == facts.reversed())
            let notice = try #require(answer.refusals.last)
            #expect((notice.claim, notice.agency, notice.station) == (claimed, .foreignAffairs, "tashkent"))
            #expect(try await service.assess(Officer.request(1, claims: [other])).refusals.map(\.fact) == [facts[1]])
            #expect(try await service.assess(Officer.request(1, claims: [Officer.passport(6)])).refusals == [])
        }
    }

    /// Also where nothing is claimed, once the fingers say who it is; and where the answer is given again.
    @Test func whoIsRecognisedIsSeenByWhatIsKnown() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let claimed = try Officer.passport(4)
        let request = try Officer.request(1, key: "the-first-try", claims: [claimed])
        _ = try await service.register(request)
        let fact = try await refused(service, [claimed])
        #expect(try await service.assess(Officer.request(1, impression: 1)).refusals.map(\.fact) == [fact])
        let again = try await service.register(request)
        #expect(again.isReplay && again.refusals.map(\.fact) == [fact])
    }

    /// Nothing is left of a person who was deleted; what speaks of nobody stays.
    @Test func refusalsGoWithTheirPerson() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        let claimed = try Officer.passport(4)
        _ = try await refused(service, [claimed], person: person)
        let left = try await refused(service, [claimed])
        _ = try await service.delete(person)
        for service in [service, try await registry.start()] {
            #expect(try await service.assess(Officer.request(2, claims: [claimed])).refusals.map(\.fact) == [left])
        }
    }
}
