import Synchronization

/// What a search cost, in comparisons: the same on every machine, for any shards and threads.
public struct SearchEffort: Hashable, Sendable {
    /// Comparisons by S1: views of the probe times templates.
    public internal(set) var scans = 0
    /// Comparisons by S3.
    public internal(set) var preselections = 0
    /// Comparisons by S4.
    public internal(set) var overlays = 0
    /// Comparisons by B, those made crosswise for exchanged fingers left out.
    public internal(set) var comparisons = 0
}

/// Counts as the search goes along.
final class EffortCount: Sendable {
    private let effort = Mutex(SearchEffort())

    func add(scans: Int = 0, preselections: Int = 0, overlays: Int = 0, comparisons: Int = 0) {
        effort.withLock {
            $0.scans += scans
            $0.preselections += preselections
            $0.overlays += overlays
            $0.comparisons += comparisons
        }
    }

    var total: SearchEffort { effort.withLock { $0 } }
}
