import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// The same request under the same key is answered as it was.
@Suite struct ReplayTests {
    @Test func theAnswerComesAgainAlsoAfterARestart() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let request = try Officer.request(1, key: "request-0001", claims: [Officer.passport(1)])
        let first = try await service.register(request)
        #expect(first.outcome == .registered && !first.isReplay)
        let again = try await service.register(request)
        #expect(again.isReplay)
        #expect(again.person == first.person && again.outcome == .registered && again.sequence == first.sequence)
        let after = try await registry.start()
        let late = try await after.register(request)
        #expect(late.isReplay && late == again)
        #expect(after.statistics().persons == 1)
    }

    @Test func whatWasNotRegisteredIsAnsweredAgainToo() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        _ = try await service.register(Officer.request(1))
        let request = try Officer.request(1, impression: 1, key: "request-0001")
        let first = try await service.register(request)
        let after = try await registry.start()
        let again = try await after.register(request)
        #expect(again.isReplay && (again.verdict, again.person) == (first.verdict, first.person))
        let inconclusive = try Officer.request(2, [.rightIndex], key: "request-0002")
        let asked = try await after.register(inconclusive)
        let askedAgain = try await registry.start().register(inconclusive)
        #expect(askedAgain.isReplay && askedAgain.captureNext == asked.captureNext)
    }

    @Test func anotherRequestUnderTheKeyIsRefused() async throws {
        let service = try await Registry().start()
        _ = try await service.register(Officer.request(1, key: "request-0001"))
        for other in [
            try Officer.request(1, impression: 1, key: "request-0001"),
            try Officer.request(1, key: "request-0001", claims: [Officer.passport(1)]),
            try Officer.request(1, key: "request-0001", notTaken: Officer.missing([.rightRing], .bandaged)),
        ] {
            #expect(await .keyReused == IdentificationError.Code.thrown { _ = try await service.register(other) })
        }
        let elsewhere = try await service.register(
            Officer.request(1, impression: 1, by: Officer.mission, key: "request-0001"))
        #expect(!elsewhere.isReplay && elsewhere.outcome == .notRegistered)
    }

    @Test func theKeyIsFreeOnceItsTimeIsOver() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let request = try Officer.request(1, key: "request-0001")
        let first = try await service.register(request)
        registry.clock.advance(seconds: 86_399)
        #expect(try await service.register(request).isReplay)
        registry.clock.advance(seconds: 1)
        let late = try await service.register(request)
        #expect(!late.isReplay && (late.outcome, late.person) == (.notRegistered, first.person))
    }

    @Test func sentSeveralTimesAtOnceItIsDoneOnce() async throws {
        let service = try await Registry().start()
        let request = try Officer.request(1, key: "request-0001")
        let answers = try await withThrowingTaskGroup(of: Assessment.self) { group in
            for _ in 0..<6 { group.addTask { try await service.register(request) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { !$0.isReplay } == 1)
        #expect(answers.allSatisfy { $0.outcome == .registered })
        #expect(Set(answers.map(\.person)).count == 1)
    }

    @Test func aDeletionForgetsTheAnswer() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let request = try Officer.request(1, key: "request-0001")
        let first = try await service.register(request)
        _ = try await service.delete(#require(first.person))
        let again = try await service.register(request)
        #expect(!again.isReplay && again.outcome == .registered && again.person != first.person)
    }
}
