import NIOCore
import TamgaWire
import Testing

/// docs/PROTOCOL.md says what the code does: its tables and its examples are checked against it.
@Suite struct DocumentTests {
    private let document: Document

    init() throws { document = try Document() }

    private static let messages: [any WireMessage.Type] = [
        Hello.self, Welcome.self, Ping.self, Pong.self, Cancel.self, Cancelled.self,
        Enrol.self, Enrolled.self, Identify.self, Identified.self,
        Verify.self, Verified.self, Read.self, Person.self, Delete.self, Deleted.self, AddEncounter.self,
        EncounterAdded.self, Update.self, Updated.self, Merge.self, Merged.self, Stats.self, Statistics.self,
        ErrorMessage.self, Register.self, Registered.self, LookUp.self, LookedUp.self, Link.self, Linked.self,
        Unlink.self, Unlinked.self, Refuse.self, Refused.self, Remove.self, Removed.self, LiftBan.self, BanLifted.self,
        Alerts.self, AlertList.self, Due.self, DueList.self, History.self, HistoryList.self, Close.self, Closed.self,
        IssueCertificate.self, Certified.self,
    ]
    private static let groups: [any WireGroup.Type] = [
        SessionLimits.self, SessionTimes.self, RequestWaits.self, RequestOptions.self,
        FingerRecord.self, Candidate.self, FingerScore.self, EnrolledFinger.self,
        RequestCount.self, SearchDecision.self, TemplateWarning.self, Encounter.self, DeletionReceipt.self,
        NotTakenFinger.self, FactReference.self, AssessmentCandidate.self, BanInForce.self, SearchSummary.self,
        BanTerm.self, AlertEntry.self, DueEntry.self, HistoryEntry.self,
    ]

    @Test func fieldTablesAreThoseOfTheCode() {
        let numbers = Self.messages.map { $0.kind.rawValue }
        #expect(numbers.sorted() == MessageKind.allCases.map { $0.rawValue }.sorted())
        for type in Self.messages { check(type, heading: "\(type.kind.name) \(hex(type.kind.rawValue))") }
        for type in Self.groups { check(type, heading: type.typeName) }
    }

    /// Columns: tag, name, type, occurs, limit, unit, since, meaning.
    private func check(_ type: any WireGroup.Type, heading: String) {
        let rows = document.rows(heading)
        let expected = type.fields.map { [FieldReader.name(of: $0.tag), $0.name, $0.type, $0.occurs, $0.allowed] }
        #expect(rows.map { Array($0.prefix(5)) } == expected, "table under \(heading)")
        #expect(rows.allSatisfy { $0.count == 8 && $0[6] == "1" }, "table under \(heading)")
    }

    /// Columns: number, name, sent by, answered by, largest body.
    @Test func kindsAreThoseOfTheCode() {
        let expected = MessageKind.allCases.sorted { $0.rawValue < $1.rawValue }.map { kind in
            let isRequest = kind.direction == .requests
            return [
                hex(kind.rawValue), kind.name, isRequest ? "client" : "server", kind.answer?.name ?? "-",
                "\(WireLimits.established.bodyBytes(of: kind))",
            ]
        }
        #expect(document.rows("Kinds") == expected)
    }

    /// Columns: number, name, closes, retryable, what it means, what to do.
    @Test func errorCodesAreThoseOfTheCode() {
        let expected = WireErrorCode.allCases.map {
            ["\($0.rawValue)", $0.name, $0.closesConnection ? "yes" : "no", $0.isRetryable ? "yes" : "no"]
        }
        #expect(document.rows("Error codes").map { Array($0.prefix(4)) } == expected)
    }

    @Test func examplesAreWhatTheCodeWritesAndReads() throws {
        let examples = document.blocks.filter { $0.words.count == 1 }
        #expect(examples.map { $0.words[0] }.sorted() == Examples.all.keys.sorted())
        for block in examples {
            guard let (id, message) = Examples.all[block.words[0]] else { continue }
            #expect(Array(try message.frame(requestID: id).readableBytesView) == block.bytes, "\(block.words)")
            #expect(try read(block.bytes, message.kind.direction) == message, "\(block.words)")
        }
    }

    @Test func examplesOfWhatIsRefusedAreRefused() throws {
        let refused = document.blocks.filter { $0.words.first == "refused" }
        #expect(refused.count >= 6)
        for block in refused {
            let code = block.words[1]
            do {
                _ = try read(block.bytes, .requests)
                Issue.record("taken: \(block.words)")
            } catch let error as WireError {
                #expect(error.code.name == code, "\(block.words)")
            }
        }
    }

    @Test func theExampleOfAnUnknownOptionalFieldIsTaken() throws {
        let taken = document.blocks.filter { $0.words.first == "accepted" }
        #expect(taken.count == 1)
        for block in taken { #expect(try read(block.bytes, .requests) == .request(.delete(Delete(person: "P-17")))) }
    }

    @Test func theExampleOfOptionsIsWhatTheCodeWritesAndReads() throws {
        let blocks = document.blocks.filter { $0.words.first == "options" }
        #expect(blocks.count == 1)
        let options = RequestOptions(deadlineMilliseconds: 500, requestClass: .bulk)
        for block in blocks {
            var bytes = ByteBuffer()
            try Request.delete(Delete(person: "P-17")).encode(requestID: 7, options: options, into: &bytes)
            #expect(Array(bytes.readableBytesView) == block.bytes)
            var reader = FrameReader(direction: .requests, limits: .established)
            reader.append(bytes)
            guard case .frame(let frame)? = try reader.next() else {
                Issue.record("no frame")
                return
            }
            let (request, read) = try Request.read(frame)
            #expect(request == .delete(Delete(person: "P-17")) && read == options)
        }
    }

    private func read(_ bytes: [UInt8], _ direction: MessageDirection) throws -> Message {
        var reader = FrameReader(direction: direction, limits: .established)
        reader.append(ByteBuffer(bytes: bytes))
        do {
            switch try reader.next() {
            case .frame(let frame)?:
                try reader.finish()
                return try Message(frame)
            case .refused(let refusal)?: throw refusal.error
            case nil: throw WireError(.malformedFrame, message: "not a whole frame")
            }
        } catch let refusal as FrameRefusal {
            throw refusal.error
        }
    }

    private func hex(_ byte: UInt8) -> String { "0x" + String(FieldReader.name(of: UInt16(byte)).suffix(2)) }
}
