import ArgumentParser
import TamgaArchive
import TamgaServer
import TamgaStoreSQLite

struct ImportArchiveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-archive",
        abstract: "Makes a new store of what `tamga-server export` wrote.",
        discussion: """
            Every count and SHA-256 of the archive is checked before the new store gets its name. Persons and encounters
            are numbered anew, times are kept, deletions stay in the archive.
            Exit status: 0 done, 1 failed, nothing is left then, 2 wrong usage.
            """)

    @Option(help: "The archive's directory.")
    var from: String
    @Option(help: "The data directory to make; its parent has to be there.")
    var data: String
    @OptionGroup var keys: KeyOptions
    @Flag(help: "Print one line of JSON.")
    var json = false

    func run() throws {
        let ring = try keys.ring()
        let place = try NewDirectory(data)
        do {
            let outcome = try fill(SQLiteStore(directory: place.draft, keys: ring))
            try place.commit()
            Terminal.write(json ? try Answer.line(ImportAnswer(outcome)) : Self.text(outcome, data))
        } catch {
            place.discard()
            throw error
        }
    }

    /// Closed when this returns, so that all of it is in the store file.
    private func fill(_ store: SQLiteStore) throws -> ArchiveImport.Outcome {
        defer { store.close() }
        let display = RebuildDisplay(
            isTerminal: Terminal.isStandardError, clock: SystemClock(), doing: "importing", counting: "records"
        ) { Terminal.writeError($0) }
        return try ArchiveImport.run(from: from, into: store) { display.show($0) }
    }

    private static func text(_ outcome: ArchiveImport.Outcome, _ place: String) -> String {
        let manifest = outcome.manifest
        var lines = outcome.undecodable.listed.map { "cannot be read, imported all the same: \($0.file): \($0.error)" }
        let unlisted = outcome.undecodable.count - UInt64(lines.count)
        if unlisted > 0 { lines.append("... \(unlisted) more that cannot be read") }
        lines.append(
            "\(manifest.persons) persons, \(manifest.encounters) encounters, \(manifest.records) records, "
                + "\(manifest.facts) facts, last change \(outcome.sequence)")
        lines.append("imported into \(place), numbered anew")
        return lines.joined(separator: "\n") + "\n"
    }
}

private struct ImportAnswer: Encodable {
    struct Undecodable: Encodable {
        let file: String
        let error: String
    }

    let persons: UInt64
    let encounters: UInt64
    let records: UInt64
    let facts: UInt64
    let sequence: UInt64
    let undecodable: UInt64
    let undecodableRecords: [Undecodable]

    init(_ outcome: ArchiveImport.Outcome) {
        let manifest = outcome.manifest
        (persons, encounters) = (manifest.persons, manifest.encounters)
        (records, facts) = (manifest.records, manifest.facts)
        (sequence, undecodable) = (outcome.sequence, outcome.undecodable.count)
        undecodableRecords = outcome.undecodable.listed.map { Undecodable(file: $0.file, error: "\($0.error)") }
    }

    enum CodingKeys: String, CodingKey {
        case persons, encounters, records, facts, sequence, undecodable
        case undecodableRecords = "undecodable_records"
    }
}
