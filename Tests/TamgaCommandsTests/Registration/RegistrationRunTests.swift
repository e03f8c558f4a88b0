import TamgaClient
import TamgaCommands
import TamgaRegistry
import TamgaWire
import Testing

/// `tamga register`: the key, the way back after a lost answer, and the exit status.
@Suite struct RegistrationRunTests {
    private let recorder = Recorder()
    private let subject = CaptureSubject(
        claims: ["document:UZB:AA123"], fingers: [FingerRecord(position: 2, format: 1, record: [1, 2, 3])])

    private func run(
        _ server: FakeRegistrar, key: String? = "request-1", isJSON: Bool = true, refusing: [Int] = []
    ) async throws -> CommandStatus {
        let registration = try Registration(subject, key: key, language: .english)
        return try await registration.run(
            recorder.console(isJSON: isJSON), FakeConnector(server: server, refusing: refusing))
    }

    private func failure(_ server: FakeRegistrar, refusing: [Int] = []) async -> CommandError? {
        await #expect(throws: CommandError.self) { try await run(server, refusing: refusing) }
    }

    private static func lost(_ code: ClientError.Code = .connectionLost, isSent: Bool = true) -> ClientError {
        var error = ClientError(code, "gone")
        error.isOutcomeUnknown = isSent
        return error
    }

    private static let refusal = ClientError(refused: ErrorMessage(code: .notReady, message: "loading"))

    /// Told while the person is still there; nothing where it cannot be known, or nobody was registered.
    @Test func whatACertificateLacksIsSaid() async throws {
        _ = try await run(FakeRegistrar([.success(.registered)]), isJSON: false)
        #expect(recorder.err.contains("A certificate still lacks"))
        #expect(recorder.err.contains(": --ground, right thumb (right-thumb), right middle"))
        #expect(!recorder.err.contains("right-index"))
    }

    @Test func nothingIsLackingWhereAllIsSaid() async throws {
        let fingers = (1...9).map { FingerRecord(position: $0, format: 1, record: [1]) }
        let whole = CaptureSubject(
            ground: "visa", fingers: fingers, notTaken: [NotTakenFinger(position: 10, reason: "missing")])
        let unsaid = CaptureSubject(ground: "visa", fingers: [FingerRecord(position: nil, format: 1, record: [1])])
        for (subject, answer) in [(whole, Assessment.registered), (unsaid, .registered), (subject, .known)] {
            let registration = try Registration(subject, key: "request-1", language: .english)
            _ = try await registration.run(
                recorder.console(isJSON: false), FakeConnector(server: FakeRegistrar([.success(answer)]), refusing: []))
        }
        #expect(!recorder.err.contains("still lacks"))
    }

    @Test func onlyWhoIsRegisteredIsStatusZero() async throws {
        let answers: [(Assessment, CommandStatus)] = [
            (.registered, .done), (.known, .notRegistered), (.newer, .notRegistered),
            (.registered.with("deferred"), .notRegistered),
            (.registered.with("assessed", person: "P-1"), .notRegistered),
        ]
        for (answer, status) in answers {
            let server = FakeRegistrar([.success(answer)])
            #expect(try await run(server) == status, "\(answer.outcome)")
            #expect(server.seen.registrations == [Register(key: WireKey("request-1"), subject: subject)])
            #expect(server.seen.isClosed == 1)
        }
        #expect(CommandStatus.notRegistered.rawValue == 1)
    }

    /// The key is on the error output before anything is asked: it has to outlive the program.
    @Test func theKeyIsSaidFirst() async throws {
        let error = await failure(FakeRegistrar([.failure(Self.refusal)]))
        #expect(error?.status == .refused && error?.code == "not-ready")
        #expect(error?.message.contains("unknown") == false, "nothing was lost")
        #expect(recorder.err == #"{"key":"request-1"}"# + "\n" && recorder.out.isEmpty)
    }

    @Test func aKeyIsMadeWhereNoneIsGiven() async throws {
        let server = FakeRegistrar([.success(.registered), .success(.registered)])
        #expect(try await run(server, key: nil, isJSON: false) == .done)
        #expect(try await run(server, key: nil, isJSON: false) == .done)
        let keys = server.seen.registrations.compactMap(\.key?.text)
        #expect(keys.count == 2 && keys[0] != keys[1])
        for key in keys {
            #expect(RegistryLimits.keyBytes.contains(key.utf8.count))
            #expect(recorder.err.contains("--key): \(key)\n"), "\(recorder.err)")
        }
    }

    @Test func aKeyThatIsNoneIsRefused() {
        for key in ["short", "a blank is in it", String(repeating: "k", count: 65), "ключ-ключ"] {
            let error = usage { () throws(CommandError) in
                try Registration(CaptureSubject(), key: key, language: .english)
            }
            #expect(error?.field == "--key" && error?.limit == "8 to 64 of A-Z a-z 0-9 - _ .")
            #expect(error?.description.contains(key) == false)
        }
    }

    @Test(arguments: [lost(), lost(isSent: false), lost(.timeout), lost(.timeout, isSent: false), lost(.closed)])
    func aLostAnswerIsAskedForOnceMore(_ error: ClientError) async throws {
        let server = FakeRegistrar([.failure(error), .success(.registered)])
        #expect(try await run(server) == .done)
        let (requests, closed) = (server.seen.registrations, server.seen.isClosed)
        #expect(requests == [Register(key: WireKey("request-1"), subject: subject), requests[0]])
        #expect(closed == 2, "each connection is closed")
        #expect(recorder.outLines.count == 1)
    }

    @Test func twiceLostSaysHowToLearnTheOutcome() async throws {
        let server = FakeRegistrar([.failure(Self.lost()), .failure(Self.lost(isSent: false)), .success(.registered)])
        let error = await failure(server)
        #expect(error?.status == .unreachable && server.seen.registrations.count == 2)
        #expect(error?.message.contains("outcome unknown") == true)
        #expect(error?.message.contains("--key request-1") == true)
        #expect(recorder.out.isEmpty)
    }

    /// What the second try is refused says nothing of the first.
    @Test func afterALostAnswerARefusalIsNoOutcome() async throws {
        let error = await failure(FakeRegistrar([.failure(Self.lost()), .failure(Self.refusal)]))
        #expect(error?.status == .refused && error?.code == "not-ready")
        #expect(error?.message.contains("outcome unknown") == true)
        #expect(error?.message.contains("--key request-1") == true)
    }

    @Test func afterALostAnswerNeitherIsASilentServer() async throws {
        let server = FakeRegistrar([.failure(Self.lost())])
        let error = await failure(server, refusing: [2])
        #expect(error?.code == "cannot-reach" && error?.message.contains("outcome unknown") == true)
    }

    @Test func whatWasNeverSentIsNotAskedAgain() async throws {
        let server = FakeRegistrar([.success(.registered)])
        let error = await failure(server, refusing: [1])
        #expect(error?.status == .unreachable && error?.message.contains("unknown") == false)
        #expect(server.seen.registrations.isEmpty)
        let refused = FakeRegistrar([.failure(Self.refusal), .success(.registered)])
        #expect(await failure(refused)?.status == .refused)
        #expect(refused.seen.registrations.count == 1)
    }

    @Test func aLookUpIsStatusOneWhereNobodyIsRecognised() async throws {
        let answers: [(Assessment, CommandStatus)] = [
            (.registered.with("assessed", person: "P-1"), .done), (.newer, .notRecognised),
            (.known.with("assessed"), .notRecognised),
        ]
        for (answer, status) in answers {
            let server = FakeRegistrar([.success(answer)])
            #expect(try await server.printLookUp(subject, .english, recorder.console(isJSON: true)) == status)
            #expect(server.seen.lookUps == [subject] && server.seen.registrations.isEmpty)
        }
        #expect(recorder.outLines.count == 3 && !recorder.out.contains(#""key""#))
    }
}
