public import TamgaStore

/// Writes all of a store as files that other programs can read. They are not encrypted.
public enum ArchiveExport {
    /// Makes the archive: everybody and all facts at one moment, and the deletions up to it.
    ///
    /// A server may change the store meanwhile. Memory is bounded by the largest person. It is made under another name
    /// and on the disk before it gets its own; on an error nothing is left.
    ///
    /// - Parameters:
    ///   - store: opened for reading, from no other thread meanwhile.
    ///   - path: of a new directory; its parent has to be.
    ///   - program: the program and its version.
    ///   - madeAt: milliseconds since 1970 UTC.
    ///   - progress: called after every person.
    /// - Throws: `.alreadyThere`, `.count` where the store's totals are not what is in it, `.storeFailed`, `.ioFailed`.
    public static func make(
        of store: any PersonStore, at path: String, program: String, madeAt: Int64,
        progress: (ArchiveProgress) -> Void = { _ in }
    ) throws(ArchiveError) -> ArchiveManifest {
        let place = try NewDirectory(path)
        try place.create()
        do throws(ArchiveError) {
            let writer = try ArchiveWriter(place.draft)
            let counts = try write(store, writer, progress)
            try writer.addDeletions(of: store, through: counts.sequence)
            let manifest = try writer.finish(counts, program: program, madeAt: madeAt)
            try place.commit()
            return manifest
        } catch {
            place.discard()
            throw error
        }
    }

    /// Everybody and all facts, and the counts of that moment.
    private static func write(
        _ store: any PersonStore, _ writer: ArchiveWriter, _ progress: (ArchiveProgress) -> Void
    ) throws(ArchiveError) -> StoreCounts {
        for _ in 0..<attemptsAtEmptiness {
            if let counts = try writePersons(store, writer, progress) { return counts }
            if let counts = try writeFactsOfNobody(store, writer) { return counts }
            // Nothing was there. If nothing is there now, this is the moment to show.
            let counts = try counts(store)
            if counts.persons == 0, counts.facts == 0 { return counts }
        }
        throw ArchiveError(.storeFailed, "the store is filled and emptied faster than it can be looked at")
    }

    /// Nil where there is nobody. What a store on disk reads within a scan, it reads on the scan's connection: counts
    /// and facts are of the scan's moment.
    private static func writePersons(
        _ store: any PersonStore, _ writer: ArchiveWriter, _ progress: (ArchiveProgress) -> Void
    ) throws(ArchiveError) -> StoreCounts? {
        var known: StoreCounts?
        let carrier = ErrorCarrier()
        try carrier.around("reading persons") { () throws(StoreError) in
            try store.scan { person throws(StoreError) in
                try carrier.within { () throws(ArchiveError) in
                    if known == nil {
                        known = try counts(store)
                        try writeFacts(store, writer)
                    }
                    try writer.add(person)
                    progress(writer.progress(ofTotal: known?.persons ?? 0))
                }
            }
        }
        return known
    }

    private static func writeFacts(_ store: any PersonStore, _ writer: ArchiveWriter) throws(ArchiveError) {
        let carrier = ErrorCarrier()
        try carrier.around("reading facts") { () throws(StoreError) in
            try store.scanFacts(after: 0) { fact throws(StoreError) in
                try carrier.within { () throws(ArchiveError) in try writer.add(fact) }
            }
        }
    }

    /// Where there is nobody: nil where there is no fact either, or somebody came meanwhile.
    private static func writeFactsOfNobody(
        _ store: any PersonStore, _ writer: ArchiveWriter
    ) throws(ArchiveError) -> StoreCounts? {
        var known: StoreCounts?
        let carrier = ErrorCarrier()
        try carrier.around("reading facts") { () throws(StoreError) in
            try store.scanFacts(after: 0) { fact throws(StoreError) in
                try carrier.within { () throws(ArchiveError) in
                    if known == nil { known = try counts(store) }
                    if known?.persons == 0 { try writer.add(fact) }
                }
            }
        }
        return known?.persons == 0 ? known : nil
    }

    private static func counts(_ store: any PersonStore) throws(ArchiveError) -> StoreCounts {
        do throws(StoreError) { return try store.counts() } catch {
            throw ArchiveError(error, doing: "reading the totals")
        }
    }

    /// Looks at a store that is empty in one and not in the next.
    private static let attemptsAtEmptiness = 8
}
