import NIOCore
import TamgaClient
import TamgaTLS
import TamgaWire
import Testing

/// Time, cancelling, closing, and servers that do what they must not.
@Suite struct ClientMachineEndsTests {
    @Test func aCallThatTookTooLongKeepsItsPlace() {
        var machine = ClientMachine.open(requestsInFlight: 2)
        _ = machine.submit(2, .enrol) + machine.submit(3) + machine.submit(4)
        let late = machine.timeOut(2)
        #expect(late.told == ["2 timeout ?"])
        #expect(late.sent.isEmpty)
        #expect(!late.closes)
        #expect(machine.timeOut(2).isEmpty)
        let answer = machine.receive(Example.frame(Example.enrolled("P"), 2))
        #expect(answer.told.isEmpty)
        #expect(answer.sent == [4])
    }

    @Test func aServerThatAnswersNothingIsGivenUp() {
        var machine = ClientMachine.open(requestsInFlight: 2)
        _ = machine.submit(2) + machine.submit(3) + machine.submit(4)
        _ = machine.timeOut(2)
        let last = machine.timeOut(3)
        #expect(last.told == ["3 timeout", "4 connection-lost"])
        #expect(last.closes)
    }

    @Test func aWaitingCallIsCancelledForGood() {
        var machine = ClientMachine.open(requestsInFlight: 1)
        _ = machine.submit(2) + machine.submit(3, .enrol) + machine.submit(4)
        #expect(machine.cancel(3).told == ["3 cancelled"])
        #expect(machine.cancel(3).isEmpty)
        #expect(machine.receive(Example.pong(2)).sent == [4])
        #expect(machine.cancel(4).told == ["4 cancelled"])
        #expect(machine.receive(Example.pong(4)).told.isEmpty)
    }

    @Test func closingWaitsForAnswers() {
        var machine = ClientMachine.open(requestsInFlight: 1)
        _ = machine.submit(2) + machine.submit(3)
        #expect(machine.close().isEmpty)
        #expect(machine.submit(4).told == ["4 closed"])
        #expect(machine.receive(Example.pong(2)).sent == [3])
        let last = machine.receive(Example.pong(3))
        #expect(last.told == ["3 ok"])
        #expect(last.closes)
        #expect(machine.close().isEmpty)
    }

    @Test func closingDoesNotWaitForCallsGivenUp() {
        var machine = ClientMachine.open()
        _ = machine.submit(2)
        _ = machine.cancel(2)
        #expect(machine.close().closes)
        var other = ClientMachine.open()
        _ = other.submit(2)
        _ = other.close()
        #expect(other.timeOut(2).closes)
        #expect(ClientMachine.openIdleCloses)
    }

    @Test(arguments: [
        ("no such request", Example.pong(9)), ("the hello's again", Example.pong(1)),
        ("another kind", Example.frame(Example.enrolled("P"), 2)),
        ("a second welcome", Example.frame(.welcome(Example.welcome()), 2)),
        ("not a frame", ByteBuffer(repeating: 0xFF, count: 16)),
        ("a body that is none", ByteBuffer(bytes: [0, 0, 0, 1, 1, 0x82, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 7])),
    ])
    func aServerThatBreaksTheProtocolIsLeft(what: String, bytes: ByteBuffer) {
        var machine = ClientMachine.open()
        _ = machine.submit(2) + machine.submit(3, .enrol)
        let actions = machine.receive(bytes)
        #expect(actions.told == ["2 protocol-violation", "3 protocol-violation ?"], "\(what)")
        #expect(actions.closes)
        #expect(machine.receive(Example.pong(2)).isEmpty)
    }

    @Test func anAnswerToAWaitingCallIsAViolation() {
        var machine = ClientMachine.open(requestsInFlight: 1)
        _ = machine.submit(2) + machine.submit(3)
        #expect(machine.receive(Example.pong(3)).closes)
    }

    @Test(arguments: [
        (Example.frame(Example.error(.unsupportedVersion), 1), "greeting refused"),
        (Example.frame(Example.error(.shuttingDown), 0), "greeting refused"),
        (Example.pong(1), "greeting protocol-violation"),
        (Example.frame(.welcome(Example.welcome()), 2), "greeting protocol-violation"),
        (Example.unknownKind(1), "greeting protocol-violation"),
        (ByteBuffer(string: "HTTP/1.1 400 Bad"), "greeting protocol-violation"),
    ])
    func aGreetingThatFails(bytes: ByteBuffer, told: String) {
        var machine = ClientMachine(clientName: "test")
        _ = machine.secured()
        let actions = machine.receive(bytes)
        #expect(actions.told == [told])
        #expect(actions.closes)
        #expect(actions.contains(.stopTimer(1)))
    }

    @Test(arguments: [
        (TLSError.handshakeFailed(reason: "tlsv1 alert unknown ca"), "greeting handshake-refused"),
        (.truncated, "greeting handshake-refused"), (.alertReceived(reason: "x"), "greeting handshake-refused"),
        (.untrustedPeer(reason: "x"), "greeting server-untrusted"),
        (.noPeerCertificate, "greeting server-untrusted"), (.handshakeTimeout, "greeting timeout"),
        (.serverNameInvalid, "greeting configuration"),
        (.protocolViolation(reason: "x"), "greeting protocol-violation"),
    ])
    func theEndBeforeTheWelcome(error: TLSError, told: String) {
        for isSecured in [false, true] {
            var machine = ClientMachine(clientName: "test")
            if isSecured { _ = machine.secured() }
            #expect(machine.disconnected(error).told == [told])
        }
    }

    @Test func noWelcomeInTime() {
        var machine = ClientMachine(clientName: "test")
        _ = machine.secured()
        #expect(machine.timeOut(ClientMachine.helloID).told == ["greeting timeout"])
        var closed = ClientMachine(clientName: "test")
        #expect(closed.disconnected().told == ["greeting handshake-refused"])
        var nameless = ClientMachine(clientName: "")
        #expect(nameless.secured().told == ["greeting configuration"])
    }
}

extension ClientMachine {
    fileprivate static var openIdleCloses: Bool {
        var machine = ClientMachine.open()
        return machine.close().closes
    }
}
