import NIOCore
import TamgaClient
import TamgaWire
import Testing

/// The operations of registration over TLS on the loopback, against a scripted server.
@Suite struct RegistrationClientTests {
    private func withClient<Value>(
        _ script: @escaping FakeServer.Factory, _ body: (TamgaClient) async throws -> Value
    ) async throws -> Value {
        try await FakeServer.run(script) { port in
            let client = try await TamgaClient.connect(TestCertificates.configuration(port))
            let value = try await body(client)
            await client.close()
            return value
        }
    }

    @Test func everyOperationGetsItsAnswer() async throws {
        let fact = Example.fact
        let script: FakeServer.Factory = { FakeServer.greeting { [.answer(Example.registration($0), $1)] } }
        try await withClient(script) { client async throws in
            #expect(try await client.register(Example.subject, key: WireKey("ABCD-1234")).outcome == "registered")
            #expect(try await client.lookUp(Example.subject).outcome == "assessed")
            #expect(try await client.link(Link(person: "P", identifier: "iin:1")).microseconds == 1)
            #expect(try await client.unlink(Unlink(person: "P", identifier: "iin:1", reason: "r")).microseconds == 2)
            #expect(try await client.refuse(Refuse()).microseconds == 3)
            let removal = Remove(person: "P", removal: "expulsion", ground: "g", date: "2024-02-29")
            #expect(try await client.remove(removal).microseconds == 4)
            #expect(try await client.liftBan(LiftBan(person: "P", removal: fact, reason: "r")).microseconds == 5)
            #expect(try await client.closeFact(Close(what: "alert", fact: fact)).fact == fact)
            #expect(try await client.alerts(limit: 1) == AlertList(items: [Example.alert], hasMore: true))
            #expect(try await client.due(after: fact, limit: 5).items.first?.since == 8)
            #expect(try await client.history(person: "P", limit: 5).items == [Example.history])
            #expect(try await client.issueCertificate(person: "P").serial == "S-P")
        }
    }

    /// The story of the doc comment: the answer is lost, and the same request under the same key gets it after all.
    @Test func aRegistrationIsSentAgainUnderItsKey() async throws {
        let key = WireKey("station-7.0001")
        try await withClient({ FakeServer.greeting { _, _ in [.drop] } }) { client async throws in
            let error = await failure { try await client.register(Example.subject, key: key) }
            #expect(error?.code == .connectionLost && error?.isOutcomeUnknown == true)
            let lookUp = await failure { try await client.lookUp(Example.subject) }
            #expect(lookUp?.isOutcomeUnknown == false)
        }
        let expected = Request.register(Register(key: key, subject: Example.subject))
        let again: FakeServer.Factory = {
            FakeServer.greeting { request, id in
                let answer = Registered(assessment: Example.assessment("registered", isReplay: true))
                return [.answer(request == expected ? .registered(answer) : Example.error(.keyReused), id)]
            }
        }
        try await withClient(again) { client async throws in
            #expect(try await client.register(Example.subject, key: key).isReplay)
            var other = Example.subject
            other.fingers.append(Example.finger)
            let error = await failure { try await client.register(other, key: key) }
            #expect(error?.code == .refused && error?.answer?.code == .keyReused && error?.isOutcomeUnknown == false)
        }
    }

    @Test func whatIsNoPieceOfAListIsNone() async throws {
        let script: FakeServer.Factory = {
            FakeServer.greeting { request, id in
                switch request {
                case .alerts:
                    [.answer(.alertList(AlertList(items: [Example.alert, Example.alert], hasMore: false)), id)]
                case .due: [.answer(.dueList(DueList(items: [], hasMore: true)), id)]
                case .history: [.answer(.historyList(HistoryList(items: [], hasMore: true)), id)]
                default: []
                }
            }
        }
        try await withClient(script) { client async throws in
            #expect(await failure { try await client.alerts(limit: 1) }?.code == .protocolViolation)
            #expect(await failure { try await client.alerts(limit: 2) } == nil)
            #expect(await failure { try await client.due(limit: 1) }?.code == .protocolViolation)
            #expect(await failure { try await client.history(person: "P", limit: 1) }?.code == .protocolViolation)
        }
    }

    @Test func whatTheProtocolDoesNotTakeIsNotSent() async throws {
        try await withClient({ FakeServer.greeting { _, _ in [.drop] } }) { client async throws in
            let key = await failure { try await client.register(Example.subject, key: WireKey("short")) }
            let limit = await failure { try await client.due(limit: 0) }
            let token = await failure { try await client.closeFact(Close(what: "An alert", fact: Example.fact)) }
            let errors = [key, limit, token]
            #expect(errors.map { $0?.code } == [.invalidRequest, .invalidRequest, .invalidRequest])
            #expect(errors.map { $0?.field } == ["key", "limit", "what"])
            #expect(errors.allSatisfy { $0?.isOutcomeUnknown == false })
        }
    }
}
