import NIOCore
import TamgaClient
import TamgaWire
import Testing

/// The client over TLS on the loopback, against a scripted server.
@Suite struct TamgaClientTests {
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
        try await withClient({ FakeServer.greeting(Self.obliging) }) { client async throws in
            #expect(client.welcome == Example.welcome())
            #expect(try await client.ping() > .zero)
            #expect(try await client.enrol(person: "P", fingers: [Example.finger]).person == "P")
            #expect(try await client.identify(fingers: [Example.finger]) == Example.identified)
            #expect(try await client.verify(person: "P", fingers: [Example.finger]).score == -301)
            #expect(try await client.read(person: "P").enrolledAt == 5)
            #expect(try await client.addEncounter(person: "P", fingers: [Example.finger]).sequence == 44)
            #expect(try await client.update(person: "P", encounter: 44, fingers: [Example.finger]).sequence == 144)
            #expect(try await client.merge(person: "P", other: "Q").references == 9)
            #expect(try await client.delete(person: "P").receipt == Example.receipt)
            #expect(try await client.stats().persons == 7)
        }
    }

    @Test func manyCallsAreAnsweredOutOfOrder() async throws {
        // Two at a time are held and answered last first; the server would not answer one alone.
        let script: FakeServer.Factory = {
            var held: [Reply] = []
            return FakeServer.greeting(requestsInFlight: 2) { request, id in
                guard case .enrol(let enrol) = request else { return [] }
                held.insert(.answer(Example.enrolled(enrol.person), id), at: 0)
                guard held.count == 2 else { return [] }
                defer { held = [] }
                return held
            }
        }
        let persons = try await withClient(script) { client async throws in
            try await withThrowingTaskGroup(of: String.self) { group in
                for index in 0..<40 {
                    group.addTask { try await client.enrol(person: "P\(index)", fingers: [Example.finger]).person }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
        }
        #expect(persons == Set((0..<40).map { "P\($0)" }))
    }

    @Test func aRefusalCarriesTheServersError() async throws {
        let message = ErrorMessage(code: .limitExceeded, message: "no", field: "finger[0].record", limit: "1...2")
        try await withClient({ FakeServer.greeting { [.answer(.error(message), $1)] } }) { client async throws in
            let error = await #expect(throws: ClientError.self) { try await client.read(person: "P") }
            #expect(error?.code == .refused)
            #expect(error?.answer == message)
            #expect(error?.field == "finger[0].record")
            #expect(error?.limit == "1...2")
        }
    }

    @Test func anAnswerOfAnotherPersonIsNone() async throws {
        let script: FakeServer.Factory = {
            FakeServer.greeting { request, id in
                switch request {
                case .addEncounter: [.answer(Example.added("X"), id)]
                case .update: [.answer(Example.updated("X", 1), id)]
                case .merge(let merge): [.answer(Example.merged(merge.other), id)]
                default: []
                }
            }
        }
        try await withClient(script) { client async throws in
            let errors = [
                await failure { try await client.addEncounter(person: "P", fingers: [Example.finger]) },
                await failure { try await client.update(person: "P", encounter: 1, fingers: [Example.finger]) },
                await failure { try await client.merge(person: "P", other: "Q") },
            ]
            #expect(errors.map { $0?.code } == [.protocolViolation, .protocolViolation, .protocolViolation])
        }
    }

    @Test func aMergeOfOnePersonIsNotSent() async throws {
        try await withClient({ FakeServer.greeting { _, _ in [.drop] } }) { client async throws in
            let error = await failure { try await client.merge(person: "P", other: "P") }
            #expect(error?.code == .invalidRequest && error?.field == "other" && error?.isOutcomeUnknown == false)
        }
    }

    @Test func whatThisServerDoesNotTakeIsNotSent() async throws {
        try await withClient({ FakeServer.greeting { _, _ in [.drop] } }) { client async throws in
            let long = FingerRecord(format: 1, record: Array(repeating: 0, count: 65_537))
            for fingers in [[], [long], Array(repeating: Example.finger, count: 41)] {
                let error = await #expect(throws: ClientError.self) {
                    try await client.enrol(person: "P", fingers: fingers)
                }
                #expect(error?.code == .invalidRequest)
                #expect(error?.isOutcomeUnknown == false)
            }
        }
    }

    @Test(arguments: [Reply.drop, .close, .bytes(ByteBuffer(repeating: 0xFF, count: 64))])
    func aSuddenEndFailsAllCalls(end: Reply) async throws {
        let script: FakeServer.Factory = {
            var count = 0
            return FakeServer.greeting { _, _ in
                count += 1
                return count == 3 ? [end] : []
            }
        }
        try await withClient(script) { client async throws in
            async let one = failure { try await client.enrol(person: "P", fingers: [Example.finger]) }
            async let two = failure { try await client.ping() }
            async let three = failure { try await client.delete(person: "P") }
            let errors = await [one, two, three]
            let codes = errors.map { $0?.code }
            let expected: Set<ClientError.Code?> = [.connectionLost, .protocolViolation]
            #expect(expected.isSuperset(of: codes))
            #expect(errors.map { $0?.isOutcomeUnknown } == [true, false, true])
            let later = await failure { try await client.enrol(person: "Q", fingers: [Example.finger]) }
            #expect(later?.isOutcomeUnknown == false)
        }
    }

    @Test func aSilentServerRunsOutOfTime() async throws {
        try await FakeServer.run({ FakeServer.greeting { _, _ in [] } }) { port in
            var configuration = try TestCertificates.configuration(port)
            configuration.requestTimeout = .milliseconds(1)
            let client = try await TamgaClient.connect(configuration)
            #expect(await failure { try await client.ping() }?.code == .timeout)
            await client.close()
            #expect(await failure { try await client.ping() }?.code == .closed)
        }
    }

    @Test func aCancelledTaskDoesNotWait() async throws {
        try await withClient({ FakeServer.greeting { _, _ in [] } }) { client async throws in
            let task = Task { await failure { try await client.ping() } }
            task.cancel()
            #expect(await task.value?.code == .cancelled)
        }
    }

    @Sendable private static func obliging(_ request: Request, _ id: UInt64) -> [Reply] {
        let answer: Answer =
            switch request {
            case .hello: Example.error(.unexpectedHello)
            case .ping(let ping): .pong(Pong(payload: ping.payload))
            case .enrol(let enrol): Example.enrolled(enrol.person)
            case .identify: .identified(Example.identified)
            case .verify(let verify):
                .verified(
                    Verified(
                        person: verify.person, score: -301, fingers: [], compared: 1, snapshot: 1, matcher: "m1",
                        microseconds: 1))
            case .read(let read): .person(Person(person: read.person, enrolledAt: 5, sequence: 1, fingers: []))
            case .delete(let delete):
                .deleted(Deleted(person: delete.person, sequence: 1, references: 3, receipt: Example.receipt))
            case .addEncounter(let addition): Example.added(addition.person)
            case .update(let update): Example.updated(update.person, update.encounter)
            case .merge(let merge): Example.merged(merge.person)
            case .stats:
                .statistics(
                    Statistics(
                        server: "fake/1", matcher: "m1", persons: 7, references: 8, snapshot: 1, shards: 1,
                        uptimeMilliseconds: 1, connections: 1, requests: []))
            default: Example.registration(request)
            }
        return [.answer(answer, id)]
    }
}

/// The error of a call; nil where there is none.
func failure<Value>(_ call: () async throws -> Value) async -> ClientError? {
    do {
        _ = try await call()
        return nil
    } catch {
        if !(error is ClientError) { Issue.record("not a client error: \(error)") }
        return error as? ClientError
    }
}
