import Foundation
import TamgaArchive
import TamgaCrypto
import TamgaRegistry
import TamgaStore
import TamgaTemplates
import Testing

/// Receipts as they are read, and as docs/PROTOCOL.md says that they are computed.
@Suite struct ReceiptDocumentTests {
    private let page: String

    init() throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        page = try String(contentsOf: root.appending(path: "docs/PROTOCOL.md"), encoding: .utf8)
    }

    /// The lines of the first fenced block that begins so.
    private func block(_ start: String) throws -> [Substring] {
        let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        let first = try #require(lines.firstIndex { $0 == "```\(start)" })
        return Array(lines[(first + 1)...].prefix { $0 != "```" })
    }

    /// The bytes of a block, up to the `;` that begins a remark.
    private func bytes(_ name: String) throws -> [UInt8] {
        try block("receipt \(name)").flatMap { line in
            line.prefix { $0 != ";" }.split(separator: " ").map { UInt8($0, radix: 16) ?? 0xEE }
        }
    }

    private func example() throws -> ReceiptDocument {
        let lines = page.split(separator: "\n").drop { !$0.hasPrefix(#"{"person":"P-17","sequence":2"#) }
        return try ReceiptDocument(
            reading: Array(lines.prefix { $0 != "```" }.joined().utf8), named: "example")
    }

    @Test(arguments: ["content", "digest", "chain"]) func theExamplesBytesHaveTheExamplesDigest(name: String) throws {
        #expect(try SHA256.digest(bytes(name)) == bytes("\(name)-sha256"))
    }

    /// The store's own receipt of what the example describes is the example.
    @Test func theExampleIsWhatTheStoreSays() throws {
        let store = InMemoryStore()
        let record = StoredRecord(
            position: .rightIndex, format: TemplateFormat.iso2005.rawValue, bytes: Array("FMR\0".utf8))
        let person = try PersonID("P-17")
        _ = try store.enrol(person: person, records: [record], enrolledAt: 1_700_000_000_000)
        let order = DeletionOrder(deletedAt: 1_700_000_060_000, salt: Array(0..<32))
        let deleted = try store.apply(.delete(person, order))
        let receipt = try #require(deleted.receipt)
        #expect(try example() == ReceiptDocument(person: person, sequence: deleted.sequence, receipt: receipt))
        #expect(try receipt.content == bytes("content-sha256"))
        #expect(try receipt.digest == bytes("digest-sha256"))
        #expect(try receipt.chain == bytes("chain-sha256"))
        #expect(try DeletionProof.of(example(), in: store) == .proved(.init(enrolledAgain: nil, deletions: 1)))
    }

    private static let good = """
        {"person":"p","sequence":2,"deletedAt":3,"salt":"\(hex)","content":"\(hex)","digest":"\(hex)","chain":"\(hex)"}
        """
    private static let hex = String(repeating: "aB", count: 32)

    @Test func bothShapesAreRead() throws {
        let nested = """
            {"person":"p","templates":1,"sequence":2,"receipt":
            {"deletedAt":3,"salt":"\(Self.hex)","content":"\(Self.hex)","digest":"\(Self.hex)","chain":"\(Self.hex)"}}
            """
        let plain = try ReceiptDocument(reading: Array(Self.good.utf8), named: "r")
        #expect(try ReceiptDocument(reading: Array(nested.utf8), named: "r") == plain)
        #expect(plain.receipt.salt == [UInt8](repeating: 0xAB, count: 32) && plain.sequence == 2)
    }

    @Test(arguments: [
        ("person", #""person":"p q""#), ("salt", #""salt":"00""#), ("digest", #""digest":"\#(hex)g""#),
        ("chain", #""chain":7"#), ("sequence", #""sequence":-1"#), ("deletedAt", #""deletedAt":null"#),
        ("content", #""contents":"""#),
    ]) func aFaultIsNamed(field: String, text: String) throws {
        let old = try #require(Self.good.firstMatch(of: try Regex("\"\(field)\":(\"[^\"]*\"|[0-9]+)"))).0
        let bad = Self.good.replacingOccurrences(of: String(old), with: text)
        do {
            _ = try ReceiptDocument(reading: Array(bad.utf8), named: "r")
            Issue.record("taken: \(bad)")
        } catch {
            #expect(error.code == .malformed && error.field == field && error.file == "r", "\(error)")
        }
    }

    @Test func filesHaveALimit() throws {
        let place = try Place()
        let path = "\(place.path)/receipt"
        #expect { _ = try ReceiptDocument(path: path) } throws: { ($0 as? ArchiveError)?.code == .missing }
        try Data(Self.good.utf8).write(to: URL(filePath: path))
        #expect(try ReceiptDocument(path: path).person == PersonID("p"))
        try Data(repeating: 32, count: ArchiveLimits.receiptBytes + 1).write(to: URL(filePath: path))
        #expect { _ = try ReceiptDocument(path: path) } throws: { ($0 as? ArchiveError)?.code == .outOfRange }
    }
}
