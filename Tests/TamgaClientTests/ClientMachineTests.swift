import NIOCore
import TamgaClient
import TamgaWire
import Testing

/// The client's session as a value: no sockets, no clocks.
@Suite struct ClientMachineTests {
    @Test func helloIsFirstAndCallsWaitForTheWelcome() throws {
        var machine = ClientMachine(clientName: "station/1")
        #expect(machine.submit(2).isEmpty)
        let hello = machine.secured()
        guard case .send(let bytes) = hello.first else {
            Issue.record("no hello")
            return
        }
        var decoder = FrameDecoder(direction: .requests)
        var unread = bytes
        guard case .frame(let frame) = try decoder.decode(buffer: &unread) else {
            Issue.record("no frame")
            return
        }
        #expect(frame.requestID == ClientMachine.helloID)
        #expect(try Request(frame) == .hello(Hello(client: "station/1")))
        #expect(hello.contains(.startTimer(ClientMachine.helloID)))
        let welcome = Example.welcome()
        let actions = machine.receive(Example.frame(.welcome(welcome), 1))
        #expect(actions.prefix(2) == [.stopTimer(1), .greet(welcome)])
        #expect(actions.sent == [2])
        #expect(machine.secured().isEmpty)
    }

    @Test func answersInAnyOrder() {
        var machine = ClientMachine.open()
        for id in UInt64(2)...4 { #expect(machine.submit(id).sent == [id]) }
        #expect(machine.receive(Example.pong(4)).told == ["4 ok"])
        #expect(machine.receive(Example.pong(2)).told == ["2 ok"])
        #expect(machine.receive(Example.pong(3)) == [.stopTimer(3), .complete(3, .success(Self.pong))])
        #expect(machine.callCount == 0)
    }

    @Test func answersArriveInPiecesAndTogether() {
        var machine = ClientMachine.open()
        _ = machine.submit(2) + machine.submit(3)
        var bytes = Example.pong(3)
        bytes.writeImmutableBuffer(Example.pong(2))
        var told: [String] = []
        while let piece = bytes.readSlice(length: min(7, bytes.readableBytes)), piece.readableBytes > 0 {
            told += machine.receive(piece).told
        }
        #expect(told == ["3 ok", "2 ok"])
    }

    @Test func neverMoreInFlightThanTheWelcomeAllows() {
        var machine = ClientMachine.open(requestsInFlight: 2)
        var sent = (UInt64(10)..<20).flatMap { machine.submit($0).sent }
        #expect(sent == [10, 11])
        for answered in [UInt64(11), 10, 12, 13, 15, 14, 16, 17, 18, 19] {
            let actions = machine.receive(Example.pong(answered))
            #expect(actions.told == ["\(answered) ok"])
            #expect(actions.sent.count <= 1)
            sent += actions.sent
        }
        #expect(sent == Array(10..<20))
        #expect(machine.callCount == 0)
    }

    @Test func aRefusalEndsOneCallOnly() {
        var machine = ClientMachine.open()
        _ = machine.submit(2, .enrol) + machine.submit(3)
        let refused = machine.receive(Example.frame(Example.error(.personExists), 2))
        #expect(refused.told == ["2 refused"])
        #expect(!refused.closes)
        #expect(machine.receive(Example.pong(3)).told == ["3 ok"])
    }

    @Test func anUnknownKindFailsItsCallOnly() {
        var machine = ClientMachine.open()
        _ = machine.submit(2, .enrol) + machine.submit(3)
        #expect(machine.receive(Example.unknownKind(2)).told == ["2 protocol-violation ?"])
        #expect(machine.receive(Example.pong(3)).told == ["3 ok"])
    }

    @Test func lossTellsEverybodyWhatIsKnown() {
        var machine = ClientMachine.open(requestsInFlight: 3)
        for (id, kind) in [(2, .enrol), (3, .delete), (4, .identify), (5, .enrol)] as [(UInt64, MessageKind)] {
            _ = machine.submit(id, kind)
        }
        let lost = machine.disconnected()
        #expect(lost.told == ["2 connection-lost ?", "3 connection-lost ?", "4 connection-lost", "5 connection-lost"])
        #expect(lost.closes)
        #expect(machine.disconnected().isEmpty)
        #expect(machine.submit(6, .enrol).told == ["6 connection-lost"])
    }

    @Test func everyChangeOfUnknownOutcomeIsNamed() {
        var machine = ClientMachine.open()
        let kinds = MessageKind.allCases.filter { $0.direction == .requests && $0 != .hello }
        for (index, kind) in kinds.enumerated() { _ = machine.submit(UInt64(index) + 2, kind) }
        let unknown = machine.disconnected().told.enumerated().filter { $0.element.hasSuffix("?") }.map(\.offset)
        #expect(
            unknown.map { kinds[$0].name } == [
                "enrol", "delete", "add-encounter", "update", "merge", "register", "link", "unlink", "refuse", "remove",
                "lift-ban", "close", "certificate",
            ])
    }

    @Test func theServersLastWordsAreTheReason() {
        var machine = ClientMachine.open()
        _ = machine.submit(2)
        #expect(machine.receive(Example.frame(Example.error(.shuttingDown, "going down"), 0)).isEmpty)
        guard case .complete(2, .failure(let error)) = machine.disconnected().dropFirst().first else {
            Issue.record("call 2 was not told")
            return
        }
        #expect(error.code == .connectionLost)
        #expect(error.reason.contains("going down"))
    }

    private static let pong = Answer.pong(Pong(payload: Array("tamga".utf8)))
}
