import TamgaGallery

extension IdentificationService {
    /// Does one bounded step of the gallery's work behind the scenes: compaction, segment files. No answer changes.
    ///
    /// - Returns: whether there may be more to do.
    /// - Throws: `.storageFailed` with what the system refused; a later call tries again.
    public func maintain() async throws(IdentificationError) -> Bool {
        let gallery = try gallery()
        return try await upkeep.run { () throws(IdentificationError) in
            try Self.keeping { () throws(SystemError) in try gallery.maintain() != .nothing }
        }
    }

    /// Brings everybody into segment files, where the gallery has a directory, so that the next start is quick.
    ///
    /// - Throws: `.storageFailed` with what the system refused: the next start then reads the store.
    public func checkpoint() async throws(IdentificationError) {
        let gallery = try gallery()
        try await upkeep.run { () throws(IdentificationError) in
            try Self.keeping { () throws(SystemError) in try gallery.checkpoint() }
        }
    }

    private static func keeping<Value>(
        _ work: () throws(SystemError) -> Value
    ) throws(IdentificationError) -> Value {
        do throws(SystemError) { return try work() } catch {
            throw IdentificationError(.storageFailed, "the segment files: \(error)")
        }
    }
}
