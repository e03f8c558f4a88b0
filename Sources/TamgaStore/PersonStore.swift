public import TamgaCrypto
public import TamgaRegistry

/// The truth about who is registered: every other copy can be rebuilt from it.
///
/// Calls block until they are done; make them from a Dispatch queue, never from an event loop. They may come from
/// any number of threads: changes happen one after another, reads see the store between two batches of changes.
public protocol PersonStore: Sendable {
    /// Makes changes, in order, in one durable piece; returns once it would survive a loss of power.
    ///
    /// A change that cannot be made (``StoreError/Code/isRefusal``) changes nothing and leaves the others alone.
    ///
    /// - Returns: for each change its outcome: `.personExists`, `.personUnknown`, `.encounterUnknown`, or `.invalid`
    ///   for what is outside ``StoreLimits``.
    /// - Throws: why the store could not be written; none of the changes was made then.
    func apply(_ changes: [StoreChange]) throws(StoreError) -> [Result<AppliedChange, StoreError>]

    /// The person, or nil where there is none of that name.
    func read(_ person: PersonID) throws(StoreError) -> PersonRecord?

    /// Hands everybody whose last change came after `sequence` to `body`, by ascending sequence, one at a time; all
    /// are of one moment, and changes made meanwhile are not among them. `body` may use the store, but not close it.
    /// An error of `body` ends the scan.
    func scan(after sequence: UInt64, _ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError)

    /// Everybody registered at one moment, by ascending sequence.
    func roster() throws(StoreError) -> [RosterEntry]

    /// The facts of a person, by ascending number and ordinal; none where there is nobody of that name.
    func facts(of person: PersonID) throws(StoreError) -> [StoredFact]

    /// Hands every fact that came after `number` to `body`, also those of nobody, by ascending number and ordinal, one
    /// at a time; all are of one moment. What `body` may do is as in ``scan(after:_:)``.
    func scanFacts(after number: UInt64, _ body: (StoredFact) throws(StoreError) -> Void) throws(StoreError)

    /// The deletions after a number, ascending, at most `limit` of them.
    func deletions(after sequence: UInt64, limit: Int) throws(StoreError) -> [DeletionEntry]

    /// Overwrites or cuts off what is left of deleted and replaced content outside of its place; does not wait for
    /// readers.
    ///
    /// - Returns: whether nothing is left to erase; where a reader is in the way, call again later.
    func eraseRemains() throws(StoreError) -> Bool

    /// The key that copies of the store's content outside of it are sealed with; the same at every opening.
    func segmentKey() throws(StoreError) -> SecretKey

    /// The counts of one moment.
    func counts() throws(StoreError) -> StoreCounts

    /// Waits for what is under way and closes; every later call throws `.closed`. Closing twice does nothing more.
    func close()
}
