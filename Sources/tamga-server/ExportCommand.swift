import ArgumentParser
import TamgaArchive
import TamgaServer
import TamgaStoreSQLite

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes all of a store as open files: template records as stations sent them, and JSON.",
        discussion: """
            WHAT IT WRITES IS NOT ENCRYPTED: whoever reads it has the fingers of everybody. A server may be running;
            what is written is of one moment. `tamga-server import-archive` makes a store of it.
            Exit status: 0 done, 1 failed, nothing is left then, 2 wrong usage.
            """)

    @Option(help: "The data directory; a server may be using it.")
    var data: String
    @Option(help: "The directory to make; its parent has to be there.")
    var to: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let store = try SQLiteStore(directory: data, keys: keys.ring(), access: .readOnly)
        defer { store.close() }
        let clock = SystemClock()
        let display = RebuildDisplay(
            isTerminal: Terminal.isStandardError, clock: clock, doing: "exporting", counting: "records"
        ) { Terminal.writeError($0) }
        Terminal.writeError("tamga-server: what is written to \(to) is NOT ENCRYPTED: guard it as you guard the key\n")
        let manifest = try ArchiveExport.make(
            of: store, at: to, program: TamgaServerProgram.program, madeAt: clock.millisecondsSince1970()
        ) { display.show($0) }
        Terminal.write(json ? try Answer.line(manifest) : Self.text(manifest, to))
    }

    private static func text(_ manifest: ArchiveManifest, _ place: String) -> String {
        """
        \(manifest.persons) persons, \(manifest.encounters) encounters, \(manifest.records) records, \
        \(manifest.facts) facts, \(manifest.deletions) deletions, last change \(manifest.sequence)
        exported to \(place), not encrypted

        """
    }
}

extension RebuildDisplay {
    func show(_ progress: ArchiveProgress) {
        show(
            persons: Int(clamping: progress.persons), of: Int(clamping: progress.totalPersons),
            references: Int(clamping: progress.records))
    }
}
