import Foundation
import TamgaClient
import TamgaCommands
import TamgaRegistry
import TamgaWire
import Testing

/// Links, refusals, removals and their bans, what is closed: what is sent, and what is refused before.
@Suite struct FactRequestTests {
    private let recorder = Recorder()
    private static let fact = FactReference(number: 12, ordinal: 0)

    private func note(
        _ request: FactRequest, _ server: FakeRegistrar = FakeRegistrar(), isJSON: Bool = true
    ) async throws {
        #expect(try await server.printNote(request, .english, recorder.console(isJSON: isJSON)) == .done)
        #expect(server.seen.notes == [request])
    }

    private func removal(
        from: String? = nil, until: String? = nil, isForever: Bool = false, date: String = "2026-02-28"
    ) throws(CommandError) -> Remove {
        try RemovalOptions(
            person: "P-1", ground: "decision 17", date: date, banFrom: from, banUntil: until, isBanForever: isForever
        ).removal(.expulsion)
    }

    @Test func eachIsSentAsItWasSaid() async throws {
        let link = try FactRequest.link(
            person: "P-1", identifier: "iin:000000000000", reason: " a new  card", officer: nil)
        #expect(
            link == .link(Link(person: "P-1", identifier: "iin:000000000000", reason: "a new card")))
        let unlink = try FactRequest.unlink(
            person: "P-1", identifier: "document:uzb:aa1", reason: "a slip", officer: "O")
        #expect(
            unlink
                == .unlink(Unlink(person: "P-1", identifier: "document:UZB:AA1", reason: "a slip", officer: "O")))
        let lift = try FactRequest.liftBan(person: "P-1", removal: "12.0", reason: "court", officer: nil)
        #expect(lift == .liftBan(LiftBan(person: "P-1", removal: Self.fact, reason: "court")))
        let close = try FactRequest.close(.due, Self.fact, officer: nil)
        #expect(close == .close(Close(what: "due", fact: Self.fact), .due))
        let refusal = try RefusalOptions(claims: ["document:uzb:aa1"], ground: "visa", remark: "twice").request
        #expect(refusal == Refuse(claims: ["document:UZB:AA1"], ground: "visa", remark: "twice"))
        for request in [link, unlink, lift, close, .refuse(refusal), .remove(try removal(until: "none"))] {
            try await note(request)
        }
        let kinds = ["linked", "unlinked", "ban-lifted", "recaptured", "refused", "removed"]
        #expect(recorder.outLines == kinds.map { #"{"kind":"\#($0)","fact":"13.2","milliseconds":1.500}"# })
    }

    @Test func peopleReadWhatWasWrittenDown() async throws {
        try await note(try FactRequest.close(.alert, Self.fact, officer: nil), isJSON: false)
        #expect(recorder.out == "alert seen: 13.2 (1.500 ms)\n")
    }

    /// Nobody is banned, and nobody let in, because an option was forgotten.
    @Test func whetherThereIsABanHasToBeSaid() throws {
        #expect(try removal(until: "none").ban == nil)
        #expect(try removal(isForever: true).ban == BanTerm(from: "2026-02-28", until: nil))
        #expect(try removal(until: "2031-02-28").ban == BanTerm(from: "2026-02-28", until: "2031-02-28"))
        #expect(
            try removal(from: "2026-03-01", until: "2031-02-28").ban
                == BanTerm(from: "2026-03-01", until: "2031-02-28"))
        #expect(usage { () throws(CommandError) in try removal() }?.field == "--ban-until")
        #expect(
            usage { () throws(CommandError) in try removal(until: "2031-02-28", isForever: true) }?.field
                == "--ban-until")
        let idle = usage { () throws(CommandError) in try removal(from: "2026-03-01", until: "none") }
        #expect(idle?.field == "--ban-from")
    }

    @Test func daysAreChecked() {
        let mistakes: [(String, CommandError?)] = [
            ("--date", usage { () throws(CommandError) in try removal(until: "none", date: "2026-02-30") }),
            ("--ban-until", usage { () throws(CommandError) in try removal(until: "never") }),
            ("--ban-until", usage { () throws(CommandError) in try removal(until: "2026-02-27") }),
            ("--ban-until", usage { () throws(CommandError) in try removal(until: "2127-01-01") }),
            ("--ban-from", usage { () throws(CommandError) in try removal(from: "1.3.2026", isForever: true) }),
        ]
        for (option, error) in mistakes { #expect(error?.field == option, "\(String(describing: error))") }
    }

    @Test func placesInTheHistoryAreTwoNumbers() throws {
        #expect(try FactReference("12.0", option: "--see") == Self.fact)
        #expect(try FactReference("18446744073709551615.65535", option: "--see").text == "18446744073709551615.65535")
        for wrong in ["12", "12.", ".0", "12.0.1", "+12.0", "12.65536", "18446744073709551616.0", "a.b", "", "1 .0"] {
            let error = usage { () throws(CommandError) in try FactReference(wrong, option: "--see") }
            #expect(error?.field == "--see" && error?.limit?.contains("12.0") == true, "\(wrong)")
        }
    }

    @Test func aListIsShownOrOneIsClosed() throws {
        #expect(try ListRequest(.alert, after: nil, closing: nil) == .list(after: nil))
        #expect(try ListRequest(.alert, after: "12.0", closing: nil) == .list(after: Self.fact))
        #expect(try ListRequest(.due, after: nil, closing: "12.0") == .close(Self.fact))
        func field(_ opened: OpenedFact, _ after: String?, _ closing: String?) -> String? {
            usage { () throws(CommandError) in try ListRequest(opened, after: after, closing: closing) }?.field
        }
        #expect(field(.alert, "12.0", "12.0") == "--see")
        #expect(field(.due, nil, "12") == "--done")
        #expect(field(.due, "x", nil) == "--after")
    }

    @Test func aRefusalIsSomebodys() {
        #expect(usage { () throws(CommandError) in try RefusalOptions(remark: "left").request }?.field == "--claim")
        #expect(
            usage { () throws(CommandError) in try RefusalOptions(person: "a b").request }?.field == "--person")
    }

    @Test func aLostNoteSaysWhetherItMayBeGivenAgain() async throws {
        var lost = ClientError(.connectionLost, "gone")
        lost.isOutcomeUnknown = true
        let server = FakeRegistrar(noteFailure: lost)
        let close = try FactRequest.close(.alert, Self.fact, officer: nil)
        let remove = FactRequest.remove(try removal(until: "none"))
        let remedies = [(close, "given again, it is done now"), (remove, "look into `tamga history` before")]
        for (request, remedy) in remedies {
            let error = await #expect(throws: CommandError.self) {
                try await server.printNote(request, .english, recorder.console(isJSON: true))
            }
            #expect(error?.status == .unreachable && error?.message.contains("outcome unknown") == true)
            #expect(error?.message.contains(remedy) == true, "\(String(describing: error))")
        }
        #expect(recorder.out.isEmpty)
    }
}

/// `tamga certificate issue`: the file is made before the certificate, and kept whole or not at all.
@Suite struct CertificateIssueTests {
    private let folder: Folder
    private let recorder = Recorder()
    private var path: String { "\(folder.path)/certificate.pdf" }

    init() throws { folder = try Folder(["there": "kept"]) }

    private func issue(_ server: FakeRegistrar, to path: String) async throws -> CommandStatus {
        try await server.printCertificate(
            person: "P-1", to: path, officer: nil, .english, recorder.console(isJSON: true))
    }

    @Test func theFileIsKeptForItsOwnerOnly() async throws {
        let server = FakeRegistrar()
        #expect(try await issue(server, to: path) == .done)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "%PDF-whole")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o777 } == 0o600)
        #expect(
            recorder.out == #"{"person":"P-1","serial":"77","file":"\#(path)","bytes":10,"milliseconds":2.000}"# + "\n")
    }

    @Test func aFileThatIsThereIssuesNothing() async throws {
        let server = FakeRegistrar()
        let error = await #expect(throws: CommandError.self) { try await issue(server, to: "\(folder.path)/there") }
        #expect(error?.field == "--out" && error?.message.contains("nothing was issued") == true)
        #expect(server.seen.certificates.isEmpty)
        #expect(try String(contentsOfFile: "\(folder.path)/there", encoding: .utf8) == "kept")
    }

    @Test func whereNothingWasIssuedThereIsNoFile() async throws {
        let refusal = ClientError(refused: ErrorMessage(code: .personUnknown, message: "no such person"))
        let error = await #expect(throws: CommandError.self) {
            try await issue(FakeRegistrar(noteFailure: refusal), to: path)
        }
        #expect(error?.status == .refused && error?.code == "person-unknown")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
