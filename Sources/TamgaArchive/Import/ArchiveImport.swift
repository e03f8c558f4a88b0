public import TamgaStore

/// Fills a new store with everybody of an archive.
public enum ArchiveImport {
    /// What an import brought.
    public struct Outcome: Hashable, Sendable {
        /// As the archive says of itself.
        public let manifest: ArchiveManifest
        /// The number of the new store's last change. Persons, encounters and facts have numbers of the new store.
        public let sequence: UInt64
        /// Records that were imported although this program cannot read them.
        public let undecodable: UndecodableTemplates
    }

    /// Reads an archive into a store: persons in the order of their numbers, encounters in their order with their
    /// times, records byte for byte; then facts in theirs, byte for byte, with their persons or of nobody.
    ///
    /// Everything that the archive says of itself is held against its files. Memory is bounded by the largest
    /// encounter, and a bit for each encounter. On an error the store holds a part: throw it away.
    ///
    /// - Parameters:
    ///   - path: of the archive's directory.
    ///   - store: where nothing has happened yet.
    ///   - progress: called after every person.
    /// - Throws: any code of ``ArchiveError`` but `.alreadyThere`.
    public static func run(
        from path: String, into store: any PersonStore, progress: (ArchiveProgress) -> Void = { _ in }
    ) throws(ArchiveError) -> Outcome {
        guard try counts(store).sequence == 0 else {
            throw ArchiveError(.notEmpty, "an archive is imported into a new store only")
        }
        let directory = try ArchiveDirectory(path)
        var batch = ChangeBatch(store)
        let persons = try readPersons(directory, &batch, progress)
        try batch.finish()
        // Behind everybody: a fact is of somebody who is there.
        let facts = try readFacts(directory, &batch)
        try batch.finish()
        try check(persons, facts, directory.manifest, counts(store))
        return Outcome(
            manifest: directory.manifest, sequence: try counts(store).sequence, undecodable: persons.undecodable)
    }

    private static func readPersons(
        _ directory: ArchiveDirectory, _ batch: inout ChangeBatch, _ progress: (ArchiveProgress) -> Void
    ) throws(ArchiveError) -> PersonReader {
        let lines = try LineReader(directory.place(of: ArchiveFile.persons), named: ArchiveFile.persons)
        var reader = PersonReader(directory)
        while let bytes = try lines.next() {
            let place = LinePlace(file: ArchiveFile.persons, line: lines.line)
            try reader.read(bytes, place) { change throws(ArchiveError) in try batch.add(change, place) }
            progress(
                ArchiveProgress(
                    persons: reader.persons, totalPersons: directory.manifest.persons, records: reader.files.count))
        }
        return reader
    }

    /// None of version 1.
    private static func readFacts(
        _ directory: ArchiveDirectory, _ batch: inout ChangeBatch
    ) throws(ArchiveError) -> FactReader {
        var reader = FactReader(directory)
        guard directory.manifest.factsSHA256 != nil else { return reader }
        let lines = try LineReader(directory.place(of: ArchiveFile.facts), named: ArchiveFile.facts)
        while let bytes = try lines.next() {
            try reader.read(bytes, line: lines.line) { change, place throws(ArchiveError) in
                try batch.add(change, place)
            }
        }
        try reader.finish { change, place throws(ArchiveError) in try batch.add(change, place) }
        return reader
    }

    /// Holds what was read against the manifest, and what was written against both.
    private static func check(
        _ persons: PersonReader, _ facts: FactReader, _ manifest: ArchiveManifest, _ counts: StoreCounts
    ) throws(ArchiveError) {
        let counted = [
            ("persons", manifest.persons, persons.persons), ("encounters", manifest.encounters, persons.encounters),
            ("records", manifest.records, persons.files.count), ("facts", manifest.facts, facts.facts),
        ]
        for (field, stated, found) in counted where stated != found {
            throw ArchiveError(
                .count, "states \(stated), found: \(found)", file: ArchiveFile.manifest, field: field,
                limit: "\(found)")
        }
        try persons.files.refuseOthers()
        guard counts.persons == persons.persons, counts.records == persons.files.count,
            counts.facts == facts.facts, counts.sequence == persons.encounters + facts.changes
        else { throw ArchiveError(.count, "the new store states other totals than it was given") }
    }

    private static func counts(_ store: any PersonStore) throws(ArchiveError) -> StoreCounts {
        do throws(StoreError) { return try store.counts() } catch {
            throw ArchiveError(error, doing: "reading the totals")
        }
    }
}
