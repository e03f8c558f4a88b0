import NIOCore
import TamgaClient
import TamgaWire

/// Frames and messages as a server would send them.
enum Example {
    static func welcome(requestsInFlight: UInt16 = 64) -> Welcome {
        var limits = SessionLimits.standard
        limits.requestsInFlight = requestsInFlight
        return Welcome(version: 1, server: "fake/1", matcher: "m1", limits: limits, capabilities: [])
    }

    static func frame(_ answer: Answer, _ id: UInt64) -> ByteBuffer {
        var frame = ByteBuffer()
        do {
            try answer.encode(requestID: id, into: &frame)
        } catch {
            preconditionFailure("\(error)")
        }
        return frame
    }

    static func pong(_ id: UInt64) -> ByteBuffer { frame(.pong(Pong(payload: Array("tamga".utf8))), id) }

    static func error(_ code: WireErrorCode, _ message: String = "words") -> Answer {
        .error(ErrorMessage(code: code, message: message))
    }

    static func enrolled(_ person: String) -> Answer {
        .enrolled(Enrolled(person: person, sequence: 1, snapshot: 2, references: 1, microseconds: 3))
    }

    static func added(_ person: String) -> Answer {
        .encounterAdded(
            EncounterAdded(person: person, sequence: 44, snapshot: 2, references: 2, microseconds: 3))
    }

    /// A hundred above the encounter's number, so that a test sees which one was sent.
    static func updated(_ person: String, _ encounter: UInt64) -> Answer {
        .updated(
            Updated(person: person, sequence: 100 + encounter, snapshot: 2, references: 2, microseconds: 3))
    }

    static func merged(_ person: String) -> Answer {
        .merged(Merged(person: person, sequence: 46, snapshot: 2, references: 9, microseconds: 3))
    }

    static let receipt = DeletionReceipt(
        deletedAt: 5, salt: Array(repeating: 1, count: 32), content: Array(repeating: 2, count: 32),
        digest: Array(repeating: 3, count: 32), chain: Array(repeating: 4, count: 32))

    static let identified = Identified(
        candidates: [Candidate(person: "P-17", rank: 1, score: 7_250, fingers: [])], searched: 1, gallery: 1,
        snapshot: 1, matcher: "m1", microseconds: 850, rotation: 128)

    static let finger = FingerRecord(format: RecordFormat.iso19794Part2Year2005, record: [1, 2, 3])

    /// An answer frame of a kind that nobody knows.
    static func unknownKind(_ id: UInt64) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.writeMultipleIntegers(UInt32(2), UInt8(1), UInt8(0xEE), UInt16(0), id)
        frame.writeBytes([0, 0])
        return frame
    }
}

extension ClientMachine {
    /// A machine whose session is open.
    static func open(requestsInFlight: UInt16 = 64) -> ClientMachine {
        var machine = ClientMachine(clientName: "test")
        _ = machine.secured()
        _ = machine.receive(Example.frame(.welcome(Example.welcome(requestsInFlight: requestsInFlight)), 1))
        return machine
    }

    /// A call whose frame is just its id, so that a test sees which one is sent.
    mutating func submit(_ id: UInt64, _ kind: MessageKind = .ping) -> [ClientAction] {
        submit(id, kind: kind, frame: ByteBuffer(integer: id))
    }
}

extension [ClientAction] {
    /// The ids of the calls sent, in order.
    var sent: [UInt64] {
        compactMap { if case .send(let frame) = $0 { frame.getInteger(at: frame.readerIndex) } else { nil } }
    }

    /// What callers are told: `2 ok`, `3 timeout`, with ` ?` where the outcome is unknown.
    var told: [String] {
        compactMap { action in
            switch action {
            case .complete(let id, .success): "\(id) ok"
            case .complete(let id, .failure(let error)):
                "\(id) \(error.code.rawValue)" + (error.isOutcomeUnknown ? " ?" : "")
            case .failGreeting(let error): "greeting \(error.code.rawValue)"
            default: nil
            }
        }
    }

    var closes: Bool { contains(.close) }
}
