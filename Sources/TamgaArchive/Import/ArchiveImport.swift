public import TamgaStore

/// Fills a new store with everybody of an archive.
public enum ArchiveImport {
    /// What an import brought.
    public struct Outcome: Hashable, Sendable {
        /// As the archive says of itself.
        public let manifest: ArchiveManifest
        /// The number of the new store's last change. Persons and encounters have numbers of the new store.
        public let sequence: UInt64
        /// Records that were imported although this program cannot read them.
        public let undecodable: UndecodableTemplates
    }

    /// Reads an archive into a store: persons in the order of their numbers, encounters in their order with their
    /// times, records byte for byte.
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
        let persons = try LineReader(directory.place(of: ArchiveFile.persons), named: ArchiveFile.persons)
        var reader = PersonReader(directory)
        var batch = ChangeBatch(store)
        while let bytes = try persons.next() {
            let line = persons.line
            try reader.read(bytes, line: line) { change throws(ArchiveError) in try batch.add(change, line: line) }
            progress(
                ArchiveProgress(
                    persons: reader.persons, totalPersons: directory.manifest.persons, records: reader.files.count))
        }
        try batch.finish()
        try check(reader, directory.manifest, counts(store))
        return Outcome(
            manifest: directory.manifest, sequence: try counts(store).sequence, undecodable: reader.undecodable)
    }

    /// Holds what was read against the manifest, and what was written against both.
    private static func check(
        _ reader: PersonReader, _ manifest: ArchiveManifest, _ counts: StoreCounts
    ) throws(ArchiveError) {
        let counted = [
            ("persons", manifest.persons, reader.persons), ("encounters", manifest.encounters, reader.encounters),
            ("records", manifest.records, reader.files.count),
        ]
        for (field, stated, found) in counted where stated != found {
            throw ArchiveError(
                .count, "states \(stated), found: \(found)", file: ArchiveFile.manifest, field: field,
                limit: "\(found)")
        }
        try reader.files.refuseOthers()
        guard counts.persons == reader.persons, counts.records == reader.files.count else {
            throw ArchiveError(.count, "the new store states other totals than it was given")
        }
    }

    private static func counts(_ store: any PersonStore) throws(ArchiveError) -> StoreCounts {
        do throws(StoreError) { return try store.counts() } catch {
            throw ArchiveError(error, doing: "reading the totals")
        }
    }
}
