import TamgaGallery
import TamgaStore

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

    /// Sees to it that no file holds anybody who is gone by now: the store empties its log, and each segment file that
    /// does is written anew, once, or removed. No answer changes. Ends early where the task is cancelled.
    ///
    /// - Parameter files: dealt with at most.
    /// - Returns: whether all were dealt with.
    /// - Throws: `.storageFailed` with what the system refused; a later call tries again.
    @discardableResult
    public func erase(atMost files: Int = .max) async throws(IdentificationError) -> Bool {
        let (gallery, store) = (try gallery(), store)
        let isStoreDone = try await upkeep.run { () throws(IdentificationError) in
            try IdentificationError.storing { () throws(StoreError) in try store.eraseRemains() }
        }
        var left = try await upkeep.run { () throws(IdentificationError) in gallery.erasure() }
        var steps = 0
        while !left.isDone, steps < files, !Task.isCancelled {
            steps += 1
            let current = left
            left = try await upkeep.run { () throws(IdentificationError) in
                try Self.keeping { () throws(SystemError) in
                    var erasure = current
                    try gallery.erase(&erasure)
                    return erasure
                }
            }
        }
        return left.isDone && isStoreDone
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
