import NIOCore
import TamgaWire
import Testing

/// Values a decoder and an encoder refuse alike.
@Suite struct ValueTests {
    @Test func textIsUTF8WithoutControls() {
        for bytes in [[0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF8], [0x61, 0xE2, 0x82]] as [[UInt8]] {
            let error = refusal(of: field(0x8001, bytes), as: .delete)
            #expect(error?.code == .malformedMessage)
            #expect(error?.message == "it is not UTF-8")
        }
        for byte in [0x00, 0x0A, 0x1B, 0x1F, 0x7F] as [UInt8] {
            #expect(refusal(of: field(0x8001, [0x61, byte]), as: .delete)?.message == "it has a control character")
        }
        #expect(refusal(of: field(0x8001, Array("Әлия 日本".utf8)), as: .delete) == nil)
    }

    @Test func lengthsHaveLimits() {
        let long = refusal(of: field(0x8001, [UInt8](repeating: 0x61, count: 65)), as: .delete)
        #expect(long?.code == .limitExceeded)
        #expect(long?.field == "person")
        #expect(long?.limit == "1...64 bytes")
        #expect(refusal(of: field(0x8001, []), as: .delete)?.code == .limitExceeded)
        #expect(refusal(of: field(0x8001, [UInt8](repeating: 0, count: 65)), as: .ping)?.code == .limitExceeded)
        let record = field(0x8002, [0, 1]) + field(0x8003, [UInt8](repeating: 0, count: 65_537))
        #expect(refusal(of: field(0x8001, record), as: .identify)?.field == "finger[0].record")
    }

    @Test func numbersHaveLimits() {
        let finger = field(0x8002, [0, 1]) + field(0x8003, [1])
        let probe = field(0x8001, finger)
        #expect(refusal(of: probe + field(0x8003, [128]), as: .identify) == nil)
        #expect(refusal(of: probe + field(0x8003, [129]), as: .identify)?.field == "maximum-rotation")
        #expect(refusal(of: probe + field(0x8002, [0, 0]), as: .identify)?.code == .limitExceeded)
        #expect(refusal(of: probe + field(0x8002, [3, 0xE9]), as: .identify)?.limit == "1...1000")
        #expect(refusal(of: field(0x8001, finger + field(0x8001, [24])), as: .identify)?.field == "finger[0].position")
        #expect(refusal(of: field(0x8001, [0x61]) + field(0x8002, [2]), as: .read)?.field == "include-records")
    }

    @Test func listsHaveLimits() {
        let finger = field(0x8001, field(0x8002, [0, 1]) + field(0x8003, [1]))
        let full = [[UInt8]](repeating: finger, count: 40).flatMap { $0 }
        #expect(refusal(of: full, as: .identify) == nil)
        #expect(refusal(of: full + finger, as: .identify)?.code == .limitExceeded)
        #expect(refusal(of: full + finger, as: .identify)?.field == "finger")
        #expect(refusal(of: [], as: .identify)?.message == "it is missing")
    }

    @Test func versionsAreInOrder() throws {
        let body = field(0x8001, [3]) + field(0x8002, [2]) + field(0x8003, [0x61])
        #expect(refusal(of: body, as: .hello)?.field == "maximum-version")
        #expect(try Hello(minimumVersion: 1, maximumVersion: 9, client: "c").chosenVersion() == 1)
        #expect(throws: WireError.self) {
            try Hello(minimumVersion: 2, maximumVersion: 9, client: "c").chosenVersion()
        }
        #expect(try Hello(minimumVersion: 2, maximumVersion: 9, client: "c").chosenVersion(of: 1...4) == 4)
    }

    @Test func aPersonIsNotMergedWithItself() {
        let error = refusal(of: field(0x8001, [0x61]) + field(0x8002, [0x61]), as: .merge)
        #expect(error?.code == .malformedMessage && error?.field == "other" && error?.limit == "another person")
        #expect(refusal(of: field(0x8001, [0x61]) + field(0x8002, [0x62]), as: .merge) == nil)
    }

    @Test func receiptsHaveDigestsOf32Bytes() throws {
        let number = [UInt8](repeating: 0, count: 8)
        let deleted = field(0x8001, [0x61]) + field(0x8002, number) + field(0x8003, [0, 0, 0, 1])
        let names = ["salt", "content", "digest", "chain"]
        for (wrong, length) in [(0, 31), (1, 33), (2, 0), (3, 64), (-1, 32)] {
            let digests = (0..<4).flatMap { index in
                field(0x8002 + UInt16(index), [UInt8](repeating: 7, count: index == wrong ? length : 32))
            }
            let receipt = field(0x8001, number) + digests
            let error = refusal(of: deleted + field(0x0004, receipt), as: .deleted)
            #expect(error?.code == (wrong < 0 ? nil : .limitExceeded))
            #expect(error?.field == (wrong < 0 ? nil : "receipt.\(names[wrong])"))
            #expect(error?.limit == (wrong < 0 ? nil : "32...32 bytes"))
        }
        #expect(refusal(of: deleted, as: .deleted) == nil)
    }

    @Test func encountersOfAPersonHaveALimit() {
        let number = [UInt8](repeating: 0, count: 8)
        let person = field(0x8001, [0x61]) + field(0x8002, number) + field(0x8003, number)
        let encounter = field(0x0005, field(0x8001, number) + field(0x8002, number) + field(0x8003, number))
        let full = person + [[UInt8]](repeating: encounter, count: 256).flatMap { $0 }
        #expect(refusal(of: full, as: .person) == nil)
        #expect(refusal(of: full + encounter, as: .person)?.field == "encounter")
        let half = refusal(of: person + field(0x0005, field(0x8001, number)), as: .person)
        #expect(half?.field == "encounter[0].taken-at" && half?.message == "it is missing")
    }

    @Test func theEncoderRefusesWhatTheDecoderWould() {
        let finger = FingerRecord(format: 1, record: [1])
        let bad: [Request] = [
            .ping(Ping(payload: [UInt8](repeating: 0, count: 65))),
            .delete(Delete(person: "")),
            .delete(Delete(person: "a\nb")),
            .enrol(Enrol(person: "a", fingers: [])),
            .addEncounter(AddEncounter(person: "a", fingers: [])),
            .addEncounter(AddEncounter(person: "", fingers: [finger])),
            .update(Update(person: "a", encounter: 1, fingers: [FingerRecord](repeating: finger, count: 41))),
            .merge(Merge(person: "a", other: "")),
            .merge(Merge(person: "a", other: "a")),
            .identify(Identify(fingers: [FingerRecord](repeating: finger, count: 41))),
            .identify(Identify(fingers: [FingerRecord(position: 24, format: 1, record: [1])])),
            .verify(Verify(person: "a", fingers: [finger], maximumRotation: 129)),
            .verify(Verify(person: "a", fingers: [finger], positions: 2)),
            .identify(Identify(fingers: [finger], targetFPIR: 0)),
            .identify(Identify(fingers: [finger], targetFPIR: 1_000_000_000)),
            .identify(Identify(fingers: [finger], positions: 2)),
            .hello(Hello(minimumVersion: 2, maximumVersion: 1, client: "c")),
        ]
        for request in bad {
            var buffer = ByteBuffer(string: "before")
            #expect(throws: WireError.self) { try request.encode(requestID: 1, into: &buffer) }
            #expect(buffer == ByteBuffer(string: "before"))
        }
    }

    @Test func errorsFitWhateverTheyAreMadeOf() throws {
        let long = String(repeating: "日\n", count: 2_000)
        let error = ErrorMessage(code: .internal, message: long, field: long, limit: "")
        #expect(error.limit == nil)
        #expect(error.message.utf8.count <= 1_024 && error.message.utf8.count > 1_020)
        let message = Message.answer(.error(error))
        #expect(try Message(kind: .error, body: message.body()) == message)
    }

    @Test func wireErrorsBecomeMessages() {
        let error = WireError(.limitExceeded, field: "person", limit: "1...64 bytes", message: "it has 65 bytes")
        let message = ErrorMessage(error)
        #expect(message.description == "limit-exceeded: person: it has 65 bytes, allowed: 1...64 bytes")
        #expect(!message.isRetryable)
        #expect(ErrorMessage(code: .notReady, message: "loading").isRetryable)
    }

    @Test func codesAreDistinctAndUnknownOnesKeepTheirNumber() {
        #expect(Set(WireErrorCode.allCases.map(\.rawValue)).count == WireErrorCode.allCases.count)
        #expect(Set(WireErrorCode.allCases.map(\.name)).count == WireErrorCode.allCases.count)
        #expect(WireErrorCode(rawValue: 999).name == "code-999")
    }
}
