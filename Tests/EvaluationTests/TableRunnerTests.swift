import Foundation
import TamgaEvaluation
import Testing

@Suite("The table says what it could not read")
struct TableRunnerTests {
    private struct Folder: ~Copyable {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("tamga-table-\(UUID().uuidString)")

        borrowing func make(_ set: String, files: [String: [UInt8]]) throws {
            let folder = url.appendingPathComponent(set)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
        }

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private static func row() throws -> TableRow {
        try #require(TableRow.all.first { $0.probes.count == 1 && $0.references == nil })
    }

    @Test func aFolderWithoutTemplatesIsNoData() throws {
        let folder = Folder()
        let row = try Self.row()
        var runner = TableRunner(data: folder.url, bootstrap: Bootstrap(replicates: 0), progress: NoProgress())
        #expect(try !runner.hasData(for: row))
        try folder.make(row.probes[0], files: [:])
        #expect(try !runner.hasData(for: row))
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        let folder = Folder()
        let row = try Self.row()
        try folder.make(row.probes[0], files: ["101_1.iso": [0x46, 0x4d, 0x52]])
        var runner = TableRunner(data: folder.url, bootstrap: Bootstrap(replicates: 0), progress: NoProgress())
        #expect(try !runner.hasData(for: row))
        #expect(runner.unreadable.map(\.path) == ["\(row.probes[0])/101_1.iso"])
    }
}
