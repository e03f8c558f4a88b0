import Synchronization
import TamgaGallery

/// Refuses what the gallery has no memory for, before anything is written.
///
/// The gallery is measured only when the estimate of what has come since could matter.
final class MemoryCeiling: Sendable {
    private struct State {
        /// Bytes at the last measurement; nil before the first.
        var measured: Int?
        /// Bytes admitted since.
        var since = 0
        /// Of these, bytes that may not be in the gallery yet.
        var underWay = 0
    }

    /// Bytes; nil for none.
    private let limit: Int?
    private let state = Mutex(State())

    init(limit: Int?) { self.limit = limit }

    /// What was admitted so far is in the gallery now, or was not made.
    func settle() { state.withLock { $0.underWay = 0 } }

    /// - Parameter measure: the bytes the gallery takes now.
    /// - Throws: `.galleryFull` with the figures.
    func admit(_ bytes: Int, measure: () -> Int) throws(IdentificationError) {
        guard let limit else { return }
        try state.withLock { state throws(IdentificationError) in
            let known = state.measured.map { $0 + state.since } ?? .max
            if known == .max || known + bytes > limit {
                (state.measured, state.since) = (measure(), state.underWay)
            }
            let taken = (state.measured ?? 0) + state.since
            guard taken + bytes <= limit else {
                throw IdentificationError(
                    .galleryFull, "the gallery takes \(taken) bytes, this change up to \(bytes) more",
                    limit: "\(limit) bytes")
            }
            state.since += bytes
            state.underWay += bytes
        }
    }
}
