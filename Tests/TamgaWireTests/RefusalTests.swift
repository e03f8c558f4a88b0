import NIOCore
import TamgaWire
import Testing

/// What a body is refused for, by code and by name.
@Suite struct RefusalTests {
    private var messages: [Message] {
        var arbitrary = Arbitrary(seed: 11)
        return (0..<6).flatMap { _ in arbitrary.messages() }
    }

    @Test func everyTruncationIsRefusedOrAShorterMessage() throws {
        for message in messages {
            let body = try message.body()
            let borders = fields(of: body).reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.bytes.count) }
            for length in 0..<body.count {
                let cut = Array(body.prefix(length))
                if let error = refusal(of: cut, as: message.kind) {
                    #expect(error.code == .malformedMessage)
                } else {
                    // Only optional or repeated fields may be missing, and then wholly.
                    #expect(borders.contains(length), "\(message.kind) cut to \(length)")
                    #expect(try Message(kind: message.kind, body: cut).body() == cut)
                }
            }
        }
    }

    @Test func unknownOptionalFieldsAreSkipped() throws {
        for message in messages {
            let body = try message.body()
            for extra in [field(0x7FFF, []), field(0x0777, [1, 2, 3])] {
                #expect(try Message(kind: message.kind, body: body + extra) == message)
                #expect(try Message(kind: message.kind, body: extra + body) == message)
            }
        }
    }

    @Test func unknownCriticalFieldsAreRefusedByTag() throws {
        for message in messages {
            let error = refusal(of: try message.body() + field(0x8ABC, [1]), as: message.kind)
            #expect(error?.code == .unknownCriticalField)
            #expect(error?.field == "0x8ABC")
        }
    }

    @Test func aTagWithTheOtherCriticalBitIsAnotherField() {
        let error = refusal(of: field(0x0001, Array("anna".utf8)), as: .delete)
        #expect(error?.field == "person")
        #expect(error?.message == "it is missing")
    }

    @Test func unknownFieldsInsideAGroupNameTheirPlace() {
        let good = field(0x8002, [0, 1]) + field(0x8003, [9])
        let bad = good + field(0x8042, [])
        let error = refusal(of: field(0x8001, good) + field(0x8001, bad), as: .identify)
        #expect(error?.code == .unknownCriticalField)
        #expect(error?.field == "finger[1].0x8042")
        #expect(refusal(of: field(0x8001, good + field(0x0042, [])), as: .identify) == nil)
    }

    @Test func aFieldThatMayOccurOnceOccursOnce() throws {
        for message in messages {
            let body = try message.body()
            let rules = type(of: message.content).fields
            for part in fields(of: body) {
                guard let rule = rules.first(where: { $0.tag == part.tag }) else { continue }
                if case .times = rule.occurrence { continue }
                let error = refusal(of: body + part.bytes, as: message.kind)
                #expect(error?.code == .malformedMessage)
                #expect(error?.field == rule.name)
            }
        }
    }

    @Test func missingRequiredFieldsAreRefusedByName() throws {
        for message in messages {
            let parts = fields(of: try message.body())
            for rule in type(of: message.content).fields where !rule.mayBeAbsent {
                let body = parts.filter { $0.tag != rule.tag }.flatMap(\.bytes)
                let error = refusal(of: body, as: message.kind)
                #expect(error?.code == .malformedMessage)
                #expect(error?.field == rule.name)
                #expect(error?.message == "it is missing")
            }
        }
    }

    @Test func integersHaveOneWidth() throws {
        for message in messages {
            let parts = fields(of: try message.body())
            for rule in type(of: message.content).fields where ["u8", "u16", "u32", "u64", "i32"].contains(rule.type) {
                let rest = parts.filter { $0.tag != rule.tag }.flatMap(\.bytes)
                for width in [0, 3, 5, 9] {
                    let wrong = field(rule.tag, [UInt8](repeating: 0, count: width))
                    let error = refusal(of: rest + wrong, as: message.kind)
                    #expect(error?.code == .malformedMessage)
                    #expect(error?.field == rule.name)
                }
            }
        }
    }
}

extension FieldRule {
    var mayBeAbsent: Bool { occurs.hasPrefix("0") }
}

extension Message {
    var content: any WireMessage {
        switch self {
        case .request(let request): request.content
        case .answer(let answer): answer.content
        }
    }
}
