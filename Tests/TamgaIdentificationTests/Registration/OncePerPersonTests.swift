import TamgaIdentification
import TamgaRegistry
import TamgaTemplates
import Testing

/// Ways to be registered twice, or to pass under a ban, that somebody tried.
@Suite struct OncePerPersonTests {
    private static let right: [FingerPosition] = [.rightThumb, .rightIndex, .rightMiddle, .rightRing, .rightLittle]
    private static let left: [FingerPosition] = [.leftThumb, .leftIndex, .leftMiddle, .leftRing, .leftLittle]

    private func ban(_ person: String, by author: Author = Officer.border) throws -> RegistryRequest {
        let from = try CalendarDate("2026-03-01")
        let removal = Removal(
            kind: .expulsion, ground: "article 517", date: from, ban: try EntryBan(from: from, until: nil))
        return RegistryRequest(author: author, person: person, .removal(removal))
    }

    /// One hand is no answer to the other: a finger looked for among those of another name was not compared with its
    /// own.
    @Test func oneHandTodayAndTheOtherTomorrow() async throws {
        let service = try await Registry().start()
        let number = try #require(try await service.register(Officer.request(1, Self.right)).person)
        _ = try await service.record(ban(number))
        let answer = try await service.register(Officer.request(1, Self.left, impression: 1))
        #expect((answer.outcome, answer.verdict) == (.notRegistered, .inconclusive))
        #expect(answer.doubts == [.coverage] && answer.search?.notCompared == 1)
        #expect(answer.next == [.captureFinger] && answer.captureNext?.position == .rightIndex)
        let whole = try await service.assess(Officer.request(1, Self.left + Self.right, impression: 1))
        #expect(whole.person == number && whole.bans.count == 1)
    }

    /// A single finger in common says too little of four.
    @Test func oneFingerInCommonIsNotEnough() async throws {
        let service = try await Registry().start()
        _ = try await service.register(Officer.request(1, Self.right))
        let mixed: [FingerPosition] = [.rightLittle] + Self.left
        let stranger = try await service.register(Officer.request(7, mixed))
        #expect(stranger.doubts.contains(.coverage) && stranger.outcome == .notRegistered)
        let more = try await service.register(Officer.request(7, Self.left + Self.right))
        #expect(more.outcome == .registered)
    }

    /// The same for whoever came between a search and its verdict.
    @Test func whoCameMeanwhileHasToBeCoveredToo() async throws {
        let service = try await Registry().start()
        async let first = service.register(Officer.request(1, Self.right))
        async let second = service.register(Officer.request(1, Self.left))
        let outcomes = [try await first.outcome, try await second.outcome]
        #expect(outcomes.filter { $0 == .registered }.count == 1)
    }

    @Test func oneFingerUnderManyNamesCountsAsNone() async throws {
        let service = try await Registry().start()
        let thumb = try Station.finger(1, .rightThumb)
        var request = try Officer.request(1)
        request.fingers = try FingerPosition.fingers.map { position in
            FingerSubmission(position: position, format: thumb.format, record: try Station.renamed(1, position))
        }
        let answer = try await service.register(request)
        #expect(answer.outcome == .notRegistered && answer.doubts.contains(.fewFingers))
        #expect(answer.next == [.recaptureQuality])
    }

    /// Sound as a template, too little to say that somebody is not registered.
    @Test(arguments: [11, 12]) func aFingerOfFewMinutiaeCountsForNothing(minutiae: Int) async throws {
        let service = try await Registry().start()
        var request = try Officer.request(1, [])
        request.fingers = try Officer.fourFingers.map { position in
            var template = Station.template(1, position)
            template.minutiae = Array(template.minutiae.prefix(minutiae))
            return FingerSubmission(format: Station.iso, record: try Station.record([template]))
        }
        let answer = try await service.register(request)
        #expect((answer.outcome == .registered) == (minutiae >= 12), "\(answer.doubts)")
        #expect(answer.doubts.contains(.fewFingers) == (minutiae < 12))
    }

    /// Whose a document is, is not told to whoever tries documents.
    @Test func aRefusedLinkNamesNobody() async throws {
        let service = try await Registry().start()
        let passport = try Officer.passport(1)
        let holder = try #require(try await service.register(Officer.request(1, claims: [passport])).person)
        let other = try #require(try await service.register(Officer.request(2)).person)
        let link = RegistryRequest(author: Officer.interior, person: other, .link(passport, reason: nil))
        let error = await #expect(throws: IdentificationError.self) { try await service.record(link) }
        #expect(error?.code == .identifierHeld && !"\(error as Any)".contains(holder))
    }

    @Test func aFingerIsTakenOrNotTaken() async throws {
        let service = try await Registry().start()
        // The record says itself that it is the right index.
        var request = try Officer.request(1, notTaken: Officer.missing([.rightIndex], .amputated))
        request.fingers = request.fingers.map { finger in
            FingerSubmission(position: nil, format: finger.format, record: finger.record)
        }
        let code = await IdentificationError.Code.thrown { _ = try await service.register(request) }
        #expect(code == .invalid)
    }

    /// A station cannot make it easier to be new than the server is set to.
    @Test func whoRegistersDoesNotChooseToOverlook() async throws {
        let service = try await Registry().start()
        var request = try Officer.request(1)
        request.targetFPIR = 1e-9
        let asked = request
        let code = await IdentificationError.Code.thrown { _ = try await service.register(asked) }
        #expect(code == .limitExceeded)
        #expect(try await service.assess(asked).verdict == .newPerson)
        request.targetFPIR = 1e-2
        #expect(try await service.register(request).outcome == .registered)
    }

    /// Whoever is recognised is alerted of, however sure the standing probes by themselves would have to be: of single
    /// fingers that show little some are sure enough to recognise, and not for those.
    @Test func whoIsRecognisedRaisesTheAlert() async throws {
        var registry = try Registry()
        registry.parameters.alertFPIR = 1e-9
        let service = try await registry.start()
        let passport = try Officer.passport(1)
        let number = try #require(
            try await service.register(Officer.request(1, FingerPosition.fingers, claims: [passport])).person)
        _ = try await service.record(ban(number))
        var recognised = 0
        for position in FingerPosition.fingers {
            for minutiae in [12, 15, 18, 22] {
                var request = try Officer.request(1, [], claims: [passport])
                var template = Station.template(1, position, impression: 2)
                template.minutiae = Array(template.minutiae.prefix(minutiae))
                let record = try Station.record([template])
                request.fingers = [FingerSubmission(position: position, format: Station.iso, record: record)]
                let answer = try await service.register(request)
                guard answer.person == number else { continue }
                recognised += 1
                #expect(answer.alerts == 1, "\(position.name) \(minutiae)")
            }
        }
        #expect(recognised > 10)
    }

    /// After a restart whoever is banned is looked for as before.
    @Test func aBanIsLookedForAfterARestart() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let number = try #require(try await service.register(Officer.request(1)).person)
        _ = try await service.record(ban(number))
        let again = try await registry.start()
        let alias = EnrolmentRequest(person: "alias", fingers: try Station.probe(1, Officer.fourFingers))
        _ = try await again.enrol(alias)
        #expect(try again.alerts(of: .nationalSecurity).map(\.alert.person) == ["alias"])
    }

    /// Many bans of one agency do not silence another's.
    @Test func everyOwnerIsTold() async throws {
        let service = try await Registry().start()
        let number = try #require(try await service.register(Officer.request(1)).person)
        for _ in 0..<20 { _ = try await service.record(ban(number, by: Officer.interior)) }
        _ = try await service.record(ban(number))
        let answer = try await service.register(Officer.request(1, impression: 1))
        #expect(answer.alerts == 2)
        #expect(try service.alerts(of: .nationalSecurity).count == 1)
        #expect(Set(answer.bans.prefix(2).map(\.owner)) == [.interior, .nationalSecurity])
    }

    /// A name that one of two was freed of and the other kept is still known after a merge and a restart.
    @Test func namesSurviveAMergeAndARestart() async throws {
        let registry = try Registry()
        let service = try await registry.start()
        let name = try Identifier("names:IVANOV/IVAN/1980-01-01")
        let one = try #require(try await service.register(Officer.request(1, claims: [name])).person)
        let other = try #require(try await service.register(Officer.request(2, claims: [name])).person)
        _ = try await service.record(
            RegistryRequest(author: Officer.interior, person: other, .unlink(name, reason: "a slip")))
        _ = try await service.merge(MergeRequest(person: one, other: other))
        for service in [service, try await registry.start()] {
            let answer = try await service.assess(Officer.request(1, impression: 1, claims: [name]))
            #expect(answer.verdict == .samePersonSameIdentity && answer.identifiers == [name])
        }
    }

    /// Nobody becomes a person whose answer has no room, or who has two IINs.
    @Test func aMergeKeepsToWhatOnePersonMayHave() async throws {
        let service = try await Registry().start()
        var persons: [String] = []
        for (index, iin) in ["871201300015", "990101300003"].enumerated() {
            let claims = [Identifier.iin(try IIN(iin))]
            persons.append(try #require(try await service.register(Officer.request(index, claims: claims)).person))
        }
        let merge = MergeRequest(person: persons[0], other: persons[1])
        #expect(await .limitExceeded == IdentificationError.Code.thrown { _ = try await service.merge(merge) })
        let unlink = RegistryRequest.Event.unlink(.iin(try IIN("990101300003")), reason: "another's")
        _ = try await service.record(RegistryRequest(author: Officer.interior, person: persons[1], unlink))
        for (index, person) in persons.enumerated() {
            for number in 0..<40 {
                let link = RegistryRequest.Event.link(try Officer.passport(100 * index + number), reason: nil)
                _ = try await service.record(RegistryRequest(author: Officer.interior, person: person, link))
            }
        }
        #expect(await .limitExceeded == IdentificationError.Code.thrown { _ = try await service.merge(merge) })
    }

    /// However much there is to say, what was registered under a key is answered, and the alert is raised.
    @Test func aLongAnswerIsKeptWhole() async throws {
        let service = try await Registry().start()
        let number = try #require(try await service.register(Officer.request(1)).person)
        for index in 0..<50 {
            let quotes = String(repeating: "\"", count: 240)
            let name = try Identifier("names:\(quotes)\(index)/\(quotes)/")
            _ = try await service.record(
                RegistryRequest(author: Officer.interior, person: number, .link(name, reason: nil)))
        }
        _ = try await service.record(ban(number))
        let request = try Officer.request(1, impression: 1, key: "long-answer-1")
        let answer = try await service.register(request)
        #expect(answer.person == number && answer.identifiers.count == 50 && answer.alerts == 1)
        #expect(try await service.register(request).isReplay)
    }

    /// An answer of yesterday does not let somebody pass who was expelled since.
    @Test func aReplayNamesTheBansOfNow() async throws {
        let service = try await Registry().start()
        let request = try Officer.request(1, key: "replayed-ban-1")
        let number = try #require(try await service.register(request).person)
        #expect(try await service.register(request).bans == [])
        let removal = try await service.record(ban(number)).id
        let replay = try await service.register(request)
        #expect(replay.isReplay && replay.bans.map(\.removal) == [removal] && replay.next.contains(.entryBan))
    }

    @Test func aCommonNameClosesNobodyElsesReCapture() async throws {
        let service = try await Registry().start()
        let name = try Identifier("names:IVANOV//")
        var none = try Officer.request(1, [], claims: [name])
        none.notTaken = Officer.missing(FingerPosition.fingers, .bandaged)
        #expect(try await service.register(none).outcome == .deferred)
        #expect(try await service.register(Officer.request(2, claims: [name])).outcome == .registered)
        #expect(try service.due().count == 1)
    }

    /// A ban and an enrolment of the same fingers that arrive together: whichever comes second knows of the first.
    @Test func aBanAndAnEnrolmentAtTheSameInstant() async throws {
        let service = try await Registry().start()
        for person in 1...6 {
            let number = try #require(try await service.register(Officer.request(person)).person)
            let removal = try ban(number)
            let alias = EnrolmentRequest(
                person: "alias-\(person)", fingers: try Station.probe(person, Officer.fourFingers))
            async let banned = service.record(removal)
            async let enrolled = service.enrol(alias)
            let (ban, enrolment) = (try await banned.id.number, try await enrolled.sequence)
            let alerts = try service.alerts(of: .nationalSecurity).filter { $0.alert.person == alias.person }
            #expect(alerts.count == (enrolment > ban ? 1 : 0), "\(person)")
        }
    }
}
