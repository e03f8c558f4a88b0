import TamgaStore

/// Carries errors of an archive past a store, whose scans let none but the store's own through.
final class ErrorCarrier {
    private var failure: ArchiveError?

    /// Runs a scan.
    func around(_ doing: String, _ scan: () throws(StoreError) -> Void) throws(ArchiveError) {
        do throws(StoreError) { try scan() } catch { throw failure ?? ArchiveError(error, doing: doing) }
    }

    /// Runs what its body does.
    func within(_ body: () throws(ArchiveError) -> Void) throws(StoreError) {
        do throws(ArchiveError) { try body() } catch {
            failure = error
            throw StoreError(.failed, "the export was given up")
        }
    }
}
