import TamgaClient
import TamgaCommands
import TamgaRegistry
import TamgaWire
import Testing

/// Alerts, what is due, and histories.
@Suite struct RegistryListTests {
    private let recorder = Recorder()

    private static func place(_ number: UInt64, _ ordinal: UInt16 = 0) -> FactReference {
        FactReference(number: number, ordinal: ordinal)
    }

    private static func alert(_ fact: FactReference, isSeen: Bool = false) -> AlertEntry {
        AlertEntry(
            fact: fact, person: "P-1", at: 1_700_000_000_123, agency: "interior", station: "ALA-07",
            removal: place(9), cameAs: nil, score: 7_250, claims: ["document:UZB:AA1"], isSeen: isSeen)
    }

    private func alerts(_ pieces: [AlertList], after: FactReference? = nil) async throws -> FakeRegistrar {
        let server = FakeRegistrar(alerts: pieces)
        #expect(try await server.printAlerts(after: after, .english, recorder.console(isJSON: true)) == .done)
        return server
    }

    @Test func allPiecesAreAskedForAndPrintedAtOnce() async throws {
        let pieces = [
            AlertList(items: [Self.alert(Self.place(12)), Self.alert(Self.place(12, 1))], hasMore: true),
            AlertList(items: [Self.alert(Self.place(13), isSeen: true)], hasMore: false),
        ]
        let server = try await alerts(pieces, after: Self.place(3))
        #expect(server.seen.pieces == [Self.place(3), Self.place(12, 1)])
        let alert = #"{"fact":"12.0","person":"P-1","at":"2023-11-14T22:13:20Z","agency":"interior","#
            + #""station":"ALA-07","removal":"9.0","came_as":null,"score":7.250,"claims":["document:UZB:AA1"],"#
            + #""seen":false}"#
        #expect(recorder.outLines.count == 1 && recorder.out.hasPrefix(#"{"alerts":[\#(alert),{"fact":"12.1""#))
        #expect(recorder.out.hasSuffix(#""seen":true}]}"# + "\n"))
    }

    /// A part must never pass for the whole: neither where the connection ends, nor where the pieces go in circles.
    @Test func aPartIsNotPrinted() async throws {
        let first = AlertList(items: [Self.alert(Self.place(12))], hasMore: true)
        let bad: [[AlertList]] = [
            [first], [first, first], [first, AlertList(items: [Self.alert(Self.place(11, 9))], hasMore: false)],
            [AlertList(items: [], hasMore: true)],
            [AlertList(items: [Self.alert(Self.place(12, 1)), Self.alert(Self.place(12))], hasMore: false)],
        ]
        for pieces in bad {
            let error = await #expect(throws: CommandError.self) { try await alerts(pieces) }
            #expect(error?.status == .unreachable)
        }
        #expect(recorder.out.isEmpty)
    }

    @Test func nothingIsSaidToBeNothing() async throws {
        _ = try await alerts([AlertList(items: [], hasMore: false)])
        #expect(recorder.out == #"{"alerts":[]}"# + "\n")
        let server = FakeRegistrar(alerts: [AlertList(items: [], hasMore: false)])
        _ = try await server.printAlerts(after: nil, .russian, recorder.console(isJSON: false))
        #expect(recorder.outLines.last == "Оповещений нет.")
    }

    @Test func alertsAreATable() async throws {
        let server = FakeRegistrar(alerts: [AlertList(items: [Self.alert(Self.place(12))], hasMore: false)])
        _ = try await server.printAlerts(after: nil, .english, recorder.console(isJSON: false))
        #expect(recorder.outLines.first?.hasPrefix("fact  seen  time") == true)
        #expect(recorder.outLines.last?.hasPrefix("12.0  NO    2023-11-14T22:13:20Z  P-1     not registered") == true)
        #expect(recorder.outLines.last?.contains("bodies of internal affairs  ALA-07   9.0") == true)
    }

    @Test func whatIsDueNamesFingersAndReasons() async throws {
        let server = FakeRegistrar()
        _ = try await server.printDue(after: nil, .english, recorder.console(isJSON: true))
        #expect(
            recorder.out == #"{"due":[{"fact":"12.1","person":null,"since":"2023-11-14T22:13:20Z","#
                + #""claims":["names:DOE/JANE/"],"not_taken":{"right-middle":"bandaged"},"place":"Алматы"}]}"# + "\n")
        _ = try await server.printDue(after: nil, .kazakh, recorder.console(isJSON: false))
        #expect(recorder.outLines.last?.contains("right-middle: таңғыш") == true)
    }

    /// The content is JSON of the server's; what is none stays a string, so that the line stays an object.
    @Test func historiesEmbedTheirContent() async throws {
        let server = FakeRegistrar()
        _ = try await server.printHistory(person: "P-1", after: nil, .english, recorder.console(isJSON: true))
        #expect(recorder.out.contains(#""kind":"registered","content":{"verdict":"new-person"}}"#))
        #expect(recorder.out.hasSuffix(#""content":"not JSON"}]}"# + "\n"))
        #expect(recorder.out.hasPrefix(#"{"person":"P-1","history":[{"fact":"12.0","at":"2023-11-14T22:13:20Z","#))
        _ = try await server.printHistory(person: "P-1", after: nil, .russian, recorder.console(isJSON: false))
        #expect(recorder.outLines.last?.contains("регистрация") == true)
    }
}
