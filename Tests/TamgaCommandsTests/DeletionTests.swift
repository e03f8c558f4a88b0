import Foundation
import TamgaClient
import TamgaCommands
import Testing

/// A deletion and the file that keeps its receipt.
@Suite struct DeletionTests {
    private static let salt = (0..<32).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
    private static let receipt =
        #""deletedAt":1700000000123,"salt":"\#(salt)","content":"\#(String(repeating: "ab", count: 32))","#
        + #""digest":"\#(String(repeating: "00", count: 32))","chain":"\#(String(repeating: "ff", count: 32))""#

    private let folder: Folder
    private let recorder = Recorder()
    private var path: String { "\(folder.path)/receipt.json" }

    init() throws { folder = try Folder(["there": "kept"]) }

    private func delete(_ person: String, to path: String?, isJSON: Bool = true) async throws -> CommandStatus {
        try await FakeStation().printDeletion(of: person, receipt: path, recorder.console(isJSON: isJSON))
    }

    @Test func theReceiptIsKeptForItsOwnerOnly() async throws {
        #expect(try await delete("P", to: path) == .done)
        let kept = try String(contentsOfFile: path, encoding: .utf8)
        #expect(kept == #"{"person":"P","sequence":9,"# + Self.receipt + "}\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o777 } == 0o600)
        #expect(recorder.out == #"{"person":"P","templates":2,"sequence":9,"receipt":{"# + Self.receipt + "}}\n")
    }

    @Test func withoutAFileTheAnswerHasIt() async throws {
        #expect(try await delete("P", to: nil, isJSON: false) == .done)
        #expect(recorder.outLines.prefix(3) == [
            "deleted P: 2 templates, change 9", "receipt of  2023-11-14T22:13:20Z", "salt        \(Self.salt)",
        ])
        #expect(recorder.outLines.last == "chain       " + String(repeating: "ff", count: 32))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["there"])
    }

    @Test func aFileThatIsThereKeepsThePerson() async throws {
        for path in ["\(folder.path)/there", "\(folder.path)/none/receipt", folder.path, ""] {
            let error = await #expect(throws: CommandError.self) { try await delete("P", to: path) }
            #expect(error?.status == .usage && error?.field == "--receipt", "\(path)")
            #expect(error?.message.contains("nothing was deleted") == true)
        }
        #expect(recorder.out.isEmpty, "nothing was asked of the server")
        #expect(try String(contentsOfFile: "\(folder.path)/there", encoding: .utf8) == "kept")
    }

    @Test func whereNothingWasDeletedThereIsNoFile() async throws {
        for person in ["R", "L"] {
            await #expect(throws: ClientError.self) { try await delete(person, to: path) }
            #expect(!FileManager.default.fileExists(atPath: path), "\(person)")
        }
    }

    @Test func aServerThatGivesNoReceiptIsNamed() async throws {
        let error = await #expect(throws: CommandError.self) { try await delete("N", to: path) }
        #expect(error?.code == "no-receipt" && error?.message.hasPrefix("the person is deleted, but") == true)
        #expect(recorder.out == #"{"person":"N","templates":2,"sequence":9}"# + "\n")
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try await delete("N", to: nil) == .done)
    }
}
