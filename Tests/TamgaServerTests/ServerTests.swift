import NIOCore
import TamgaServer
import TamgaTLS
import TamgaTemplates
import TamgaTestSupport
import TamgaWire
import Testing

/// The whole way over the loopback with real TLS, an empty gallery and the store in memory.
@Suite(.timeLimit(.minutes(2))) struct ServerTests {
    @Test func welcomeSaysWhatTheServerTakes() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.stranger()
            guard case .welcome(let welcome) = try await station.ask(hello, 1) else { throw Failure("no welcome") }
            #expect(welcome.version == 1 && welcome.server == "tamga-server/test")
            #expect(welcome.limits == ServerLimits().stated)
            #expect(welcome.capabilities == ["request-options", "cancel"] + (1...8).map { "record-format-\($0)" })
        }
    }

    @Test func aPersonIsEnrolledFoundReadAndDeleted() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            for person in 1...3 as ClosedRange<UInt64> {
                let fingers = [try record(of: person), try record(of: 100 + person, position: .leftIndex)]
                let answer = try await station.ask(.enrol(Enrol(person: "p-\(person)", fingers: fingers)), person + 1)
                guard case .enrolled(let enrolled) = answer else { throw Failure("\(answer)") }
                #expect(enrolled.references == 2 && enrolled.sequence == person)
            }
            let answer = try await station.ask(.identify(Identify(fingers: [record(of: 2)])), 9)
            guard case .identified(let identified) = answer else { throw Failure("\(answer)") }
            #expect(identified.candidates.first?.person == "p-2" && identified.candidates.first?.rank == 1)
            #expect((identified.candidates.first?.score ?? 0) > 4_000)
            #expect(identified.gallery == 6)

            let verify = Request.verify(Verify(person: "p-3", fingers: [try record(of: 3)]))
            guard case .verified(let verified) = try await station.ask(verify, 10) else { throw Failure("verify") }
            #expect(verified.person == "p-3" && verified.score > 4_000)

            let read = Request.read(Read(person: "p-1", includesRecords: true))
            guard case .person(let person) = try await station.ask(read, 11) else { throw Failure("read") }
            let stored = [try record(of: 1).record, try record(of: 101, position: .leftIndex).record]
            #expect(person.fingers.map(\.record) == stored)
            #expect(person.fingers.map(\.position) == [2, 7])

            let delete = Request.delete(Delete(person: "p-2"))
            guard case .deleted(let deleted) = try await station.ask(delete, 12) else { throw Failure("delete") }
            #expect(deleted.references == 2)
            #expect(try await station.ask(delete, 13).errorCode == .personUnknown)
        }
    }

    @Test func refusalsOfTheServiceAreAnswered() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let bad = FingerRecord(format: 1, record: [1, 2, 3])
            let other = FingerRecord(position: 7, format: 1, record: try record(of: 1).record)
            let poor = try record(of: 1, minutiae: 2)
            let cases: [(Request, WireErrorCode, String?)] = [
                (.identify(Identify(fingers: [try record(of: 1), bad])), .badTemplate, "finger[1]"),
                (.identify(Identify(fingers: [poor])), .badTemplate, "finger[0]"),
                (.enrol(Enrol(person: "p", fingers: [other])), .positionMismatch, "finger[0]"),
                (.enrol(Enrol(person: "a b", fingers: [try record(of: 1)])), .badPerson, "person"),
                (.read(Read(person: "nobody", includesRecords: false)), .personUnknown, "person"),
            ]
            for (index, (request, code, field)) in cases.enumerated() {
                guard case .error(let error) = try await station.ask(request, UInt64(index + 2)) else {
                    throw Failure("\(request.kind)")
                }
                #expect(error.code == code && error.field == field)
            }
        }
    }

    @Test func fiftyPipelinedRequestsAreAllAnswered() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let enrol = Request.enrol(Enrol(person: "p-1", fingers: [try record(of: 1)]))
            _ = try await station.ask(enrol, 1)
            var all = ByteBuffer()
            for id in 100..<150 as Range<UInt64> {
                let request: Request = id % 2 == 0 ? .identify(Identify(fingers: [try record(of: 1)])) : ping()
                all.writeImmutableBuffer(try bytes(request, id))
            }
            try await station.send(all)
            var answered: Set<UInt64> = []
            for _ in 0..<50 {
                let (id, answer) = try await station.answer()
                #expect(answer.kind == (id % 2 == 0 ? .identified : .pong))
                answered.insert(id)
            }
            #expect(answered == Set(100..<150))
        }
    }

    @Test func statisticsCountWhatWasAsked() async throws {
        try await ServerBed.run { bed in
            let station = try await bed.station()
            let other = try await bed.station()
            _ = try await station.ask(.delete(Delete(person: "p")), 2)
            guard case .statistics(let statistics) = try await station.ask(.stats(Stats()), 3) else {
                throw Failure("no statistics")
            }
            #expect(statistics.connections == 2 && statistics.shards == 2 && statistics.persons == 0)
            #expect(
                statistics.requests == [
                    RequestCount(kind: "hello", answered: 2, refused: 0),
                    RequestCount(kind: "delete", answered: 0, refused: 1),
                ])
            try await other.channel.close()
            try await eventually("the connection is gone") { bed.connections.count == 1 }
        }
    }

    @Test func aConnectionTooManyIsClosedAndTheOthersGoOn() async throws {
        var limits = ServerLimits()
        limits.connections = 1
        try await ServerBed.run(limits: limits) { bed in
            let station = try await bed.station()
            let refused = try await bed.stranger()
            #expect(try await refused.next() == .closed)
            #expect(try await station.ask(ping(), 2).kind == .pong)
            try await station.channel.close()
            try await eventually("there is room again") { bed.connections.count == 0 }
            #expect(try await bed.station().ask(ping(), 2).kind == .pong)
        }
    }

    @Test func aCertificateOfAnotherAuthorityGetsNoFurther() async throws {
        try await ServerBed.run { bed in
            // What it says of its own certificate is not checked here: it trusts the server's authority.
            let stranger = try await bed.stranger("other-station")
            try? await stranger.send(hello, 1)
            #expect(try await stranger.next() == .closed)
            #expect(try await bed.station().ask(ping(), 2).kind == .pong)
        }
    }

    @Test func twoServersCannotShareAPort() async throws {
        try await ServerBed.run { bed in
            let error = await #expect(throws: ServerError.self) {
                try await ServerBed.run(at: bed.port) { _ in }
            }
            #expect(error?.code == .addressInUse)
        }
    }
}
