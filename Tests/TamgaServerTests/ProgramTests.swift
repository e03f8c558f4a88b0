import Foundation
import Synchronization
import TamgaServer
import TamgaTemplates
import TamgaWire
import Testing

/// What the program needs besides the server.
@Suite struct ProgramTests {
    @Test(arguments: [
        ("127.0.0.1:4433", "127.0.0.1", 4_433), ("[::1]:4433", "::1", 4_433), ("localhost:0", "localhost", 0),
        ("0.0.0.0:65535", "0.0.0.0", 65_535), ("[::]:1", "::", 1),
    ]) func addressesAreRead(text: String, host: String, port: Int) throws {
        let address = try ListenAddress(text)
        #expect(address == ListenAddress(host: host, port: port))
        #expect(address.description == text)
    }

    @Test(arguments: [
        "", ":", "localhost", "localhost:", ":4433", "::1:4433", "::1", "[::1]", "[::1]4433", "[]:1", "a:65536", "a:-1",
        "a:+1", "a:1x", "[a:1", "a]:1", "a:٣",
    ]) func otherTextsAreNot(text: String) {
        let error = #expect(throws: ServerError.self) { try ListenAddress(text) }
        #expect(error?.code == .invalidAddress)
    }

    @Test func aTerminalSeesEveryPercent() {
        let (display, clock, texts) = Self.display(isTerminal: true)
        for persons in stride(from: 0, through: 1_000, by: 1) {
            clock.advance(microseconds: 1)
            display.show(persons: persons, of: 1_000, references: 2 * persons)
        }
        let shown = texts.withLock { $0 }
        #expect(shown.count == 101)
        #expect(shown.allSatisfy { $0.hasPrefix("\r") })
        #expect(shown[50].hasSuffix("[###############...............] 50 % (500 of 1000 persons, 1000 templates)"))
        #expect(shown.last?.hasSuffix("100 % (1000 of 1000 persons, 2000 templates)\n") == true)
    }

    @Test func aFileSeesALineEachSecond() {
        let (display, clock, texts) = Self.display(isTerminal: false)
        for persons in 0...100 {
            display.show(persons: persons, of: 100, references: persons)
            clock.advance(microseconds: 100_000)
        }
        display.show(persons: 100, of: 100, references: 100)
        let shown = texts.withLock { $0 }
        #expect(shown.first == "loading: 0 % (0 of 100 persons, 0 templates)\n")
        #expect(shown.dropFirst().first == "loading: 10 % (10 of 100 persons, 10 templates)\n")
        #expect(shown.count == 11, "the end is shown once")
    }

    @Test func anEmptyGalleryIsLoadedAtOnce() {
        let (display, _, texts) = Self.display(isTerminal: false)
        display.show(persons: 0, of: 0, references: 0)
        #expect(texts.withLock { $0 } == ["loading: 100 % (0 of 0 persons, 0 templates)\n"])
    }

    @Test func inspectionReadsRecordsAndNamesTheBad() throws {
        var inspection = StoreInspection(persons: 2, records: 3, sequence: 7)
        inspection.read(format: 1, record: try record(of: 1).record, index: 0, sequence: 3)
        #expect(inspection.isSound && inspection.templates == 1)
        #expect(inspection.text == "2 persons, 3 records, 1 templates, last change 7\nsound")
        inspection.read(format: 1, record: [1, 2, 3], index: 1, sequence: 3)
        inspection.read(format: 9, record: [1], index: 0, sequence: 5)
        inspection.addUnlisted(4)
        #expect(!inspection.isSound && inspection.findingCount == 6)
        #expect(inspection.findings.map(\.sequence) == [3, 5])
        #expect(inspection.text.hasSuffix("damaged: 6 findings"))
        let json = try inspection.json()
        #expect(!json.contains("\n") && json.contains("\"isSound\":false") && json.contains("\"findingCount\":6"))
    }

    @Test func inspectionKeepsSoManyFindings() {
        var inspection = StoreInspection(persons: 0, records: 0, sequence: 0)
        for index in 0..<StoreInspection.findingsKept + 5 {
            inspection.add(.init(kind: "count", message: "\(index)", sequence: nil))
        }
        #expect(inspection.findings.count == StoreInspection.findingsKept)
        #expect(inspection.text.contains("... 5 findings more"))
    }

    private static func display(isTerminal: Bool) -> (RebuildDisplay, TestClock, Texts) {
        let clock = TestClock()
        let texts = Texts()
        let display = RebuildDisplay(isTerminal: isTerminal, clock: clock) { text in texts.append(text) }
        return (display, clock, texts)
    }
}

final class Texts: Sendable {
    private let texts = Mutex<[String]>([])
    func append(_ text: String) { texts.withLock { $0.append(text) } }
    func withLock<Value: Sendable>(_ body: ([String]) -> Value) -> Value { texts.withLock { body($0) } }
}
