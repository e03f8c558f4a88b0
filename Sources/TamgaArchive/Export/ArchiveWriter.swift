import TamgaCrypto
import TamgaRegistry
import TamgaStore

/// Writes the files of an archive into a directory that is there.
final class ArchiveWriter {
    private let directory: String
    private let persons: LineWriter
    private let facts: LineWriter
    private let deletions: LineWriter
    private let records: RecordWriter
    private var encounterCount: UInt64 = 0

    init(_ directory: String) throws(ArchiveError) {
        self.directory = directory
        persons = try LineWriter("\(directory)/\(ArchiveFile.persons)", named: ArchiveFile.persons)
        facts = try LineWriter("\(directory)/\(ArchiveFile.facts)", named: ArchiveFile.facts)
        deletions = try LineWriter("\(directory)/\(ArchiveFile.deletions)", named: ArchiveFile.deletions)
        records = try RecordWriter(directory)
    }

    func progress(ofTotal total: UInt64) -> ArchiveProgress {
        ArchiveProgress(persons: persons.lines, totalPersons: total, records: records.count)
    }

    func add(_ person: PersonRecord) throws(ArchiveError) {
        var encounters: [EncounterLine] = []
        for encounter in person.encounters { encounters.append(try add(encounter)) }
        try persons.add(PersonLine(person: person.person.text, sequence: person.sequence, encounters: encounters))
    }

    func add(_ fact: StoredFact) throws(ArchiveError) { try facts.add(FactLine(fact)) }

    private func add(_ encounter: EncounterRecord) throws(ArchiveError) -> EncounterLine {
        encounterCount += 1
        var lines: [RecordLine] = []
        for (ordinal, record) in encounter.records.enumerated() {
            let name = ArchiveFile.record(encounter.number, ordinal, format: record.format)
            try records.add(record.bytes, named: name)
            let digest = try digesting(name) { () throws(CryptoError) in try SHA256.digest(record.bytes) }
            lines.append(RecordLine(record, file: name, sha256: Hex.text(digest)))
        }
        return EncounterLine(
            number: encounter.number, takenAt: encounter.takenAt, changed: encounter.changed, records: lines)
    }

    /// Those up to a change: deletions are only ever added, so they are of that change's moment whenever they are read.
    func addDeletions(of store: any PersonStore, through sequence: UInt64) throws(ArchiveError) {
        try DeletionPages(store).forEach { entry throws(ArchiveError) in
            guard entry.sequence <= sequence else { return false }
            try deletions.add(DeletionLine(entry))
            return true
        }
    }

    /// Brings everything to the disk and writes the manifest.
    func finish(_ counts: StoreCounts, program: String, madeAt: Int64) throws(ArchiveError) -> ArchiveManifest {
        let counted = [
            (counts.persons, persons.lines, "persons"), (counts.records, records.count, "records"),
            (counts.facts, facts.lines, "facts"),
        ]
        for (stated, found, what) in counted where stated != found {
            throw ArchiveError(.count, "the store states \(stated) \(what), and holds \(found)")
        }
        try records.finish()
        let manifest = ArchiveManifest(
            format: ArchiveManifest.formatName, version: ArchiveManifest.currentVersion, program: program,
            madeAt: madeAt, sequence: counts.sequence, persons: persons.lines, encounters: encounterCount,
            records: records.count, facts: facts.lines, deletions: deletions.lines,
            personsSHA256: try persons.finish(), factsSHA256: try facts.finish(),
            deletionsSHA256: try deletions.finish())
        let file = try OpenFile.create("\(directory)/\(ArchiveFile.manifest)", named: ArchiveFile.manifest)
        try file.write(manifest.text())
        try file.synchronise()
        return manifest
    }
}
