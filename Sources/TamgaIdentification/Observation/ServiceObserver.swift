/// What the work on a request consists of, as far as it takes time.
public enum ServiceStage: String, Hashable, Sendable, CaseIterable {
    /// Waiting for its turn among the searches.
    case admission
    /// Reading records and describing them.
    case decode
    /// Comparing with those whose coming is watched for.
    case watch
    /// Searching the gallery.
    case search
    /// Comparing with one person.
    case compare
    /// From the queue of changes to the answer: waiting, judging, committing, repeating in the gallery.
    case change
    /// One durable transaction of the store, of one change or several.
    case commit
}

/// Is told by a service what takes how long. It learns durations and counts, nothing of whom they concern.
///
/// Called from the threads that do the work: it has to be quick and must not block.
public protocol ServiceObserver: Sendable {
    /// A stage of some request is over, also where it failed.
    func spent(_ microseconds: UInt64, on stage: ServiceStage)

    /// A transaction of the store is durable, with so many changes made.
    ///
    /// - Parameter sequence: the number of the last; nil where each was refused.
    func stored(changes: Int, upTo sequence: UInt64?)

    /// A transaction of the store has failed as a whole.
    func storeFailed()
}
