import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// Expulsion, the look-up at the border, and the alert when the fingers come again.
@Suite struct RemovalTests {
    private func expelled(
        _ service: IdentificationService, _ person: String, until: String?
    ) async throws -> FactID {
        let from = try CalendarDate("2026-03-01")
        let ban = try EntryBan(from: from, until: until.map { try CalendarDate($0) })
        let removal = Removal(kind: .expulsion, ground: "article 517", date: from, ban: ban)
        return try await service.record(
            RegistryRequest(author: Officer.border, person: person, .removal(removal))).id
    }

    @Test func theBorderLearnsIdentityAndBanAtOnce() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let claims = [try Officer.passport(1)]
        let person = try #require(try await service.register(Officer.request(1, claims: claims)).person)
        let removal = try await expelled(service, person, until: "2031-03-01")
        for service in [service, try await registry.start()] {
            let two = try Officer.request(1, [.rightIndex, .leftIndex], impression: 1, by: Officer.border)
            let answer = try await service.assess(two)
            #expect(answer.person == person && answer.identifiers == claims)
            #expect(answer.bans.map(\.removal) == [removal])
            #expect(answer.bans.first?.until == (try CalendarDate("2031-03-01")))
            #expect(answer.next.contains(.entryBan))
        }
        try registry.clock.set("2031-03-02")
        #expect(try await service.assess(Officer.request(1, impression: 1)).bans == [])
    }

    @Test func aDirectEnrolmentUnderAnotherNameRaisesAnAlert() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        let removal = try await expelled(service, person, until: nil)
        _ = try await service.enrol(
            EnrolmentRequest(person: "other-name", fingers: Station.probe(1, Officer.fourFingers)))
        _ = try await service.enrol(Station.enrolment(5, Officer.fourFingers))
        for service in [service, try await registry.start()] {
            let alerts = try service.alerts(of: .nationalSecurity)
            #expect(alerts.map(\.alert.person) == ["other-name"])
            #expect(alerts.map(\.removal) == [removal] && alerts.map(\.person.text) == [person])
            #expect(try service.alerts(of: .interior) == [])
        }
    }

    @Test func anAttemptToRegisterRaisesOneToo() async throws {
        let registry = try Registry()
        let first = try await registry.start()
        let person = try #require(
            try await first.register(Officer.request(1, claims: [Officer.passport(1)])).person)
        _ = try await expelled(first, person, until: "2027-03-01")
        let service = try await registry.start()
        let passport = try Officer.passport(9)
        let answer = try await service.register(
            Officer.request(1, impression: 1, by: Officer.mission, claims: [passport]))
        #expect((answer.verdict, answer.alerts) == (.samePersonOtherIdentity, 1))
        #expect(answer.bans.count == 1)
        let alert = try #require(try service.alerts(of: .nationalSecurity).first)
        #expect(alert.alert.claims == [passport] && alert.by == Officer.mission && alert.alert.person == nil)

        #expect(
            await .notOwner == IdentificationError.Code.thrown {
                _ = try await service.record(RegistryRequest(author: Officer.interior, .alertSeen(alert.id)))
            })
        _ = try await service.record(RegistryRequest(author: Officer.border, .alertSeen(alert.id)))
        #expect(try service.alerts(of: .nationalSecurity).map(\.isSeen) == [true])
        #expect(
            await .factUnknown == IdentificationError.Code.thrown {
                _ = try await service.record(RegistryRequest(author: Officer.border, .alertSeen(alert.id)))
            })
    }

    @Test func noAlertAfterTheLastDay() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        _ = try await expelled(service, person, until: "2026-06-30")
        try registry.clock.set("2026-06-30")
        #expect(try await service.register(Officer.request(1, impression: 1)).alerts == 1)
        try registry.clock.set("2026-07-01")
        #expect(try await service.register(Officer.request(1, impression: 2)).alerts == 0)
        #expect(try await registry.start().register(Officer.request(1, impression: 3)).alerts == 0)
    }

    @Test func aBanIsLiftedByItsOwner() async throws {
        let service = try await Registry().start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        let removal = try await expelled(service, person, until: nil)
        let event = RegistryRequest.Event.liftBan(removal, reason: "a court's decision")
        #expect(
            await .notOwner == IdentificationError.Code.thrown {
                _ = try await service.record(RegistryRequest(author: Officer.interior, person: person, event))
            })
        _ = try await service.record(RegistryRequest(author: Officer.border, person: person, event))
        #expect(try await service.assess(Officer.request(1, impression: 1)).bans == [])
        #expect(try await service.register(Officer.request(1, impression: 1)).alerts == 0)
        #expect(
            await .factUnknown == IdentificationError.Code.thrown {
                _ = try await service.record(RegistryRequest(author: Officer.border, person: person, event))
            })
    }

    @Test func aStandingProbeFollowsThePersonThroughMergesAndDeletions() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        _ = try await expelled(service, person, until: nil)
        _ = try await service.enrol(Station.enrolment(6, Officer.fourFingers))
        _ = try await service.merge(MergeRequest(person: Station.name(6), other: person))
        #expect(try service.bans(of: Station.name(6)).count == 1)
        let answer = try await service.register(Officer.request(6, impression: 1))
        #expect((answer.person, answer.alerts) == (Station.name(6), 1))
        let removal = try service.bans(of: Station.name(6))[0].id
        _ = try await service.record(
            RegistryRequest(author: Officer.border, person: Station.name(6), .liftBan(removal, reason: "a court's")))
        _ = try await service.delete(Station.name(6))
        #expect(try await service.register(Officer.request(6, impression: 1)).alerts == 0)
        #expect(try service.alerts(of: .nationalSecurity) == [])
        #expect(try await registry.start().alerts(of: .nationalSecurity) == [])
    }

    /// With the person the ban would go, and nobody at the border would know.
    @Test func whoHasABanIsNotDeleted() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        _ = try await expelled(service, person, until: "2027-03-01")
        #expect(await .invalid == IdentificationError.Code.thrown { _ = try await service.delete(person) })
        #expect(try await service.assess(Officer.request(1, impression: 1)).bans.count == 1)
        try registry.clock.set("2027-03-02")
        _ = try await service.delete(person)
        #expect(try await service.assess(Officer.request(1, impression: 1)).person == nil)
    }

    @Test func refusalsAreWrittenDown() async throws {
        let service = try await Registry().start()
        let person = try #require(try await service.register(Officer.request(1)).person)
        let refusal = RefusalOfFingers(
            claims: [try Officer.passport(4)], ground: .visa, place: "Tashkent", remark: "would not")
        let nobody = try await service.record(RegistryRequest(author: Officer.mission, .refusal(refusal)))
        let known = try await service.record(
            RegistryRequest(author: Officer.mission, person: person, .refusal(refusal)))
        #expect(nobody.id < known.id)
        let history = try await service.history(of: person)
        #expect(history.map(\.id.number) == [2, known.id.number] && history.last?.entry.by == Officer.mission)
    }
}
