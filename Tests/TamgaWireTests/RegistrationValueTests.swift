import NIOCore
import TamgaWire
import Testing

/// Values of registration that a decoder and an encoder refuse alike.
@Suite struct RegistrationValueTests {
    private let fact = field(0x8001, [UInt8](repeating: 0, count: 8)) + field(0x8002, [0, 1])

    private func close(_ what: [UInt8]) -> [UInt8] { field(0x8001, what) + field(0x8002, fact) }

    private func register(_ key: [UInt8]) -> [UInt8] { field(0x8001, key) }

    @Test func tokensHaveFewCharacters() {
        for text in ["alert", "a", "0-9", "same-person-other-identity", String(repeating: "z", count: 64)] {
            #expect(refusal(of: close(Array(text.utf8)), as: .close) == nil)
        }
        for text in ["Alert", "a b", "a_b", "a.b", "é", "a\u{1F}", "a/", "a:", "`", "{"] {
            let error = refusal(of: close(Array(text.utf8)), as: .close)
            #expect(error?.code == .malformedMessage && error?.field == "what", "\(text)")
        }
        #expect(refusal(of: close([0x61, 0xFF]), as: .close)?.message == "it is not UTF-8")
        for length in [0, 65] {
            let error = refusal(of: close([UInt8](repeating: 0x61, count: length)), as: .close)
            #expect(error?.code == .limitExceeded && error?.limit == "1...64 bytes")
        }
    }

    @Test func keysHaveFewCharacters() {
        for text in ["12345678", "Aa0-_.zZ", String(repeating: "9", count: 64)] {
            #expect(refusal(of: register(Array(text.utf8)), as: .register) == nil)
        }
        for text in ["1234 678", "1234:678", "1234/678", "1234[678", "1234@678", "1234`678", "1234{678", "1234567é"] {
            let error = refusal(of: register(Array(text.utf8)), as: .register)
            #expect(error?.code == .malformedMessage && error?.field == "key", "\(text)")
            #expect(error?.limit == "A-Z a-z 0-9 - _ .")
        }
        for length in [0, 7, 65] {
            let error = refusal(of: register([UInt8](repeating: 0x61, count: length)), as: .register)
            #expect(error?.code == .limitExceeded && error?.limit == "8...64 bytes")
        }
    }

    /// A key that a server took for an unknown field of a look-up would promise what it does not keep.
    @Test func aLookUpHasNoKey() {
        #expect(refusal(of: register(Array("12345678".utf8)), as: .lookUp)?.code == .unknownCriticalField)
    }

    @Test func datesHaveTenBytes() {
        let start = field(0x8001, [0x61]) + field(0x8002, [0x61]) + field(0x8003, [0x61])
        #expect(refusal(of: start + field(0x8004, Array("2024-02-29".utf8)), as: .remove) == nil)
        for date in ["2024-2-29", "2024-02-291", ""] {
            let error = refusal(of: start + field(0x8004, Array(date.utf8)), as: .remove)
            #expect(error?.field == "date" && error?.limit == "10...10 bytes")
        }
        let term = field(0x8005, field(0x8001, Array("2024-02-29".utf8)) + field(0x8002, [0x61]))
        let until = refusal(of: start + field(0x8004, Array("2024-02-29".utf8)) + term, as: .remove)
        #expect(until?.field == "ban.until")
    }

    @Test func listsAreAskedForInPieces() {
        let limits: [([UInt8], Bool)] = [([0, 0], false), ([0, 1], true), ([3, 0xE8], true), ([3, 0xE9], false)]
        for (limit, isTaken) in limits {
            for (kind, body) in [
                (.alerts, field(0x8002, limit)), (.due, field(0x8002, limit)),
                (.history, field(0x8001, [0x61]) + field(0x8003, limit)),
            ] as [(MessageKind, [UInt8])] {
                let error = refusal(of: body, as: kind)
                #expect(error?.field == (isTaken ? nil : "limit") && error?.limit == (isTaken ? nil : "1...1000"))
            }
        }
    }

    @Test func repeatedFieldsHaveTheirLimits() {
        let full: [(UInt16, Int, String, [UInt8])] = [
            (0x8002, 16, "claim", [0x61]),
            (0x8007, 40, "finger", field(0x8002, [0, 1]) + field(0x8003, [1])),
            (0x8008, 14, "not-taken", field(0x8001, [1]) + field(0x8002, Array("missing".utf8))),
        ]
        for (tag, count, name, value) in full {
            let body = [[UInt8]](repeating: field(tag, value), count: count).flatMap { $0 }
            #expect(refusal(of: body, as: .lookUp) == nil)
            let error = refusal(of: body + field(tag, value), as: .lookUp)
            #expect(error?.code == .limitExceeded && error?.field == name && error?.limit == "0..\(count) times")
        }
    }

    @Test func factsAreWhole() {
        let half = field(0x8001, Array("alert".utf8)) + field(0x8002, field(0x8001, [UInt8](repeating: 0, count: 8)))
        #expect(refusal(of: half, as: .close)?.field == "fact.ordinal")
    }

    @Test func theEncoderRefusesWhatTheDecoderWould() {
        let fact = FactReference(number: 1, ordinal: 0)
        let long = String(repeating: "x", count: 257)
        let bad: [(Request, String)] = [
            (.register(Register(key: WireKey("1234 678"), subject: CaptureSubject())), "key"),
            (.register(Register(key: WireKey("1234567"), subject: CaptureSubject())), "key"),
            (.lookUp(LookUp(subject: CaptureSubject(status: "Citizen"))), "status"),
            (.lookUp(LookUp(subject: CaptureSubject(claims: ["a", ""]))), "claim[1]"),
            (.lookUp(LookUp(subject: CaptureSubject(notTaken: [NotTakenFinger(position: 24, reason: "missing")]))),
                "not-taken[0].position"),
            (.lookUp(LookUp(subject: CaptureSubject(targetFPIR: 0))), "target-fpir"),
            (.link(Link(person: "p", identifier: "")), "identifier"),
            (.unlink(Unlink(person: "p", identifier: "iin:1", reason: "")), "reason"),
            (.refuse(Refuse(place: long)), "place"),
            (.remove(Remove(person: "p", removal: "expulsion", ground: "g", date: "2024-2-9")), "date"),
            (.liftBan(LiftBan(person: "p", removal: fact, reason: "a\nb")), "reason"),
            (.alerts(Alerts(limit: 0)), "limit"),
            (.due(Due(limit: 1_001)), "limit"),
            (.history(History(person: "", limit: 1)), "person"),
            (.close(Close(what: "", fact: fact)), "what"),
            (.certificate(IssueCertificate(person: "p", officer: "")), "officer"),
        ]
        for (request, name) in bad {
            var buffer = ByteBuffer(string: "before")
            let error = #expect(throws: WireError.self) { try request.encode(requestID: 1, into: &buffer) }
            #expect(error?.field == name)
            #expect(buffer == ByteBuffer(string: "before"))
        }
    }

    @Test func newCodesHaveTheirNumbers() {
        let codes: [(WireErrorCode, UInt16, String)] = [
            (.invalidField, 25, "invalid-field"), (.keyReused, 26, "key-reused"),
            (.identifierHeld, 27, "identifier-held"), (.identifierUnknown, 28, "identifier-unknown"),
            (.factUnknown, 29, "fact-unknown"), (.notOwner, 30, "not-owner"),
        ]
        for (code, number, name) in codes {
            #expect(code.rawValue == number && code.name == name)
            #expect(!code.isRetryable && !code.closesConnection)
        }
    }
}
