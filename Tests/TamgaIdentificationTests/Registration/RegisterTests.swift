import TamgaIdentification
import TamgaRegistry
import TamgaStore
import TamgaSynthesis
import TamgaTemplates
import Testing

/// A person registers once.
@Suite struct RegisterTests {
    @Test func theFirstTimeRegistersAndTheSecondIsTold() async throws {
        let service = try await Registry().start()
        let claims = [try Officer.passport(1)]
        let first = try await service.register(Officer.request(1, claims: claims))
        #expect((first.outcome, first.verdict) == (.registered, .newPerson))
        let number = try #require(first.person)
        #expect(RegistrationNumber.isWellFormed(number))
        #expect(first.search?.searched == 0 && first.search?.gallery == 0)

        let again = try await service.register(Officer.request(1, impression: 1, claims: claims))
        #expect((again.outcome, again.verdict) == (.notRegistered, .samePersonSameIdentity))
        #expect(again.person == number && again.identifiers == claims)
        #expect(again.search?.searched == 4 && again.search?.notCompared == 0)
        let under = try await service.register(
            Officer.request(1, impression: 2, by: Officer.mission, claims: [Officer.passport(2)]))
        #expect((under.verdict, under.person) == (.samePersonOtherIdentity, number))
        #expect(under.next.contains(.reportSecondIdentity))
        #expect(service.statistics().persons == 1)

        let found = try await service.identify(IdentificationRequest(fingers: Station.probe(1)))
        #expect(found.candidates.first?.person == number)
    }

    @Test func anotherPersonUnderTheIdentityIsNotRegistered() async throws {
        let service = try await Registry().start()
        let claims = [try Officer.passport(1)]
        let owner = try await service.register(Officer.request(1, claims: claims)).person
        let other = try await service.register(Officer.request(2, claims: claims))
        #expect((other.outcome, other.verdict) == (.notRegistered, .otherPersonUnderIdentity))
        #expect(other.owners == [owner] && other.person == nil)
        #expect(service.statistics().persons == 1)
        let history = try await service.history(of: #require(owner))
        guard case .presented(let presentation) = history.last?.entry.fact else {
            Issue.record("the owner's history does not have it")
            return
        }
        #expect(presentation.verdict == .otherPersonUnderIdentity)
    }

    @Test func exchangedHandsAreSaidAndNotRegistered() async throws {
        let service = try await Registry().start()
        let number = try await service.register(Officer.request(1)).person
        var exchanged = try Officer.request(1, impression: 1)
        for index in exchanged.fingers.indices {
            exchanged.fingers[index].position = exchanged.fingers[index].position?.mirrored
            let position = Officer.fourFingers[index]
            var view = Station.template(1, position, impression: 1)
            view.position = position.mirrored
            exchanged.fingers[index].record = try Station.record([view])
        }
        let answer = try await service.register(exchanged)
        #expect((answer.outcome, answer.verdict, answer.person) == (.notRegistered, .knownPerson, number))
        #expect(answer.swap == FingerSwap.handsExchanged.rawValue)
        #expect(answer.next.first == .recaptureInOrder)
    }

    @Test func assessingRegistersNobody() async throws {
        let service = try await Registry().start()
        let answer = try await service.assess(Officer.request(1))
        #expect((answer.outcome, answer.verdict, answer.sequence) == (.assessed, .newPerson, nil))
        #expect(service.statistics().persons == 0 && service.statistics().snapshot == 0)
    }

    /// Whoever was registered after the search and before the decision is compared as well.
    @Test func whoCameSinceTheSearchIsSeen() async throws {
        let store = SlowStore()
        let service = try await IdentificationService.ready(store)
        let (one, other) = (try Officer.request(1), try Officer.request(1, impression: 1, by: Officer.mission))
        store.hold()
        let answers = try await withThrowingTaskGroup(of: Assessment.self) { group in
            group.addTask { try await service.register(one) }
            try await store.waitUntilHeld()
            // Its search ends while the first is not in the gallery yet.
            group.addTask { try await service.register(other) }
            while service.load().changesWaiting == 0 { try await Task.sleep(for: .milliseconds(1)) }
            store.release()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.outcome == .registered } == 1)
        #expect(Set(answers.map(\.person)).count == 1)
        let told = try #require(answers.first { $0.outcome == .notRegistered })
        #expect(told.search?.snapshot == 0, "the search saw the first: nothing was tested")
        #expect(service.statistics().persons == 1)
    }

    /// Many stations, the same persons at the same time: exactly one registration each.
    @Test func ofManyAtOnceExactlyOneRegisters() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let persons = 10
        let answers = try await withThrowingTaskGroup(of: (Int, Assessment).self) { group in
            for station in 0..<4 {
                group.addTask {
                    let requests = try (0..<persons).map {
                        try Officer.request($0, impression: station, claims: [Officer.passport(10 * $0 + station)])
                    }
                    var last: (Int, Assessment) = (0, try await service.register(requests[0]))
                    for (person, request) in requests.enumerated().dropFirst() {
                        last = (person, try await service.register(request))
                    }
                    return last
                }
            }
            for person in 0..<persons {
                group.addTask { (person, try await service.register(Officer.request(person, impression: 5))) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == persons + 4)
        #expect(service.statistics().persons == persons)
        for person in 0..<persons {
            let who = Set(answers.filter { $0.0 == person }.compactMap { $0.1.person })
            #expect(who.count == 1, "person \(person)")
        }
        let after = try await registry.start()
        #expect(after.statistics().persons == persons)
        #expect(after.statistics().snapshot == service.statistics().snapshot)
    }

    // MARK: What does not suffice

    @Test func oneFingerIsAskedForMoreUntilItSuffices() async throws {
        let service = try await Registry().start()
        let number = try await service.register(Officer.request(1)).person
        var positions: [FingerPosition] = [.leftThumb]
        var answer = try await service.register(Officer.request(7, positions))
        var asked: [FingerPosition] = []
        while answer.verdict == .inconclusive, let finger = answer.captureNext?.position, asked.count < 10 {
            #expect(answer.doubts.contains(.fewFingers))
            asked.append(finger)
            positions.append(finger)
            answer = try await service.register(Officer.request(7, positions))
        }
        #expect(asked == [.rightIndex, .leftIndex, .rightThumb])
        #expect(answer.outcome == .registered && answer.person != number)
    }

    @Test func somebodyWithNothingToCompareForbidsNew() async throws {
        let service = try await Registry().start()
        let palm = Station.population.person(3).palm(.rightPalm).impression(0)
        _ = try await service.enrol(
            EnrolmentRequest(
                person: "palm-only",
                fingers: [FingerSubmission(position: .rightPalm, format: Station.iso, record: Station.record([palm]))]))
        let answer = try await service.register(Officer.request(1))
        #expect((answer.outcome, answer.verdict) == (.notRegistered, .inconclusive))
        #expect(answer.doubts == [.coverage] && answer.search?.notCompared == 1)
    }

    @Test func whatIsBandagedFallsDue() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let bandaged = Officer.missing([.rightMiddle, .rightRing], .bandaged)
        let gone = Officer.missing([.leftLittle], .amputated)
        let answer = try await service.register(Officer.request(1, notTaken: bandaged + gone))
        #expect(answer.outcome == .registered && answer.next.contains(.noteRecapture))
        let due = try #require(try service.due().first)
        #expect(due.id == answer.due && due.person?.text == answer.person)
        #expect(due.recapture.fingers == bandaged)
        let after = try await registry.start()
        #expect(try after.due() == [due])
        _ = try await after.record(RegistryRequest(author: Officer.interior, .recaptured(due.id)))
        #expect(try after.due() == [])
        #expect(
            await .factUnknown == IdentificationError.Code.thrown {
                _ = try await after.record(RegistryRequest(author: Officer.interior, .recaptured(due.id)))
            })
    }

    @Test func withoutAnyFingerItIsPutOff() async throws {
        let service = try await Registry().start()
        let claims = [try Officer.passport(1)]
        let burnt = Officer.missing(FingerPosition.fingers, .damaged)
        let answer = try await service.register(Officer.request(1, [], claims: claims, notTaken: burnt))
        #expect((answer.outcome, answer.verdict, answer.person) == (.deferred, .inconclusive, nil))
        #expect(try service.due().map(\.id) == [answer.due])
        #expect(service.statistics().persons == 0)
        let later = try await service.register(Officer.request(1, claims: claims))
        #expect(later.outcome == .registered)
        #expect(try service.due() == [])
    }

    @Test func aPoorRecordIsSearchedAndNotRegistered() async throws {
        let service = try await Registry().start()
        var request = try Officer.request(1)
        request.fingers.append(try Station.sparse(7))
        request.fingers[4].position = .rightLittle
        var poor = FingerTemplate(position: .rightLittle, width: 300, height: 400, minutiae: [])
        poor.minutiae = Station.template(1, .rightLittle).minutiae.prefix(7).map { $0 }
        request.fingers[4].record = try Station.record([poor])
        let answer = try await service.register(request)
        #expect(answer.outcome == .registered)
        #expect(answer.warnings.map(\.submission) == [4])
        let held = try await service.read(#require(answer.person), includeRecords: false)
        #expect(held.fingers.map(\.position) == Officer.fourFingers)
    }

    // MARK: What is refused

    @Test func whatTheRequestSaysIsChecked() async throws {
        let service = try await Registry().start()
        let passport = try Officer.passport(1)
        func code(_ change: (inout RegistrationRequest) throws -> Void) async throws -> IdentificationError.Code? {
            var request = try Officer.request(1)
            try change(&request)
            return await .thrown { _ = try await service.register(request) }
        }
        #expect(try await code { $0.claims = [passport, passport] } == .invalid)
        #expect(try await code { $0.claims = try (0..<17).map { try Officer.passport($0) } } == .limitExceeded)
        #expect(try await code { $0.notTaken = Officer.missing([.rightIndex], .bandaged) } == .invalid)
        #expect(try await code { $0.notTaken = Officer.missing([.unknown], .bandaged) } == .invalid)
        #expect(try await code { $0.notTaken = Officer.missing([.rightRing, .rightRing], .bandaged) } == .invalid)
        #expect(try await code { $0.fingers = [] } == .invalid)
        #expect(try await code { $0.place = "\u{0}" } == .invalid)
        #expect(try await code { $0.key = "short" } == .invalid)
        #expect(try await code { $0.targetFPIR = 2 } == .limitExceeded)
        #expect(service.statistics().persons == 0 && service.statistics().snapshot == 0)
    }
}
