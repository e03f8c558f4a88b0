public import TamgaRegistry

/// The truth about who is registered: every other copy can be rebuilt from it.
///
/// Calls block until they are done; make them from a Dispatch queue, never from an event loop. They may come from
/// any number of threads: changes happen one after another, reads see the store between two changes.
public protocol PersonStore: Sendable {
    /// Registers a person and returns the change's number, once the change would survive a loss of power.
    ///
    /// - Parameter enrolledAt: milliseconds since 1970 UTC.
    /// - Throws: `.personExists`, `.invalid` for records outside ``StoreLimits``, or why it could not be written.
    func enrol(person: PersonID, records: [StoredRecord], enrolledAt: Int64) throws(StoreError) -> UInt64

    /// Removes a person with all records and returns the change's number, once the change would survive a loss
    /// of power.
    ///
    /// - Throws: `.personUnknown`, or why it could not be written.
    func delete(_ person: PersonID) throws(StoreError) -> UInt64

    /// The person, or nil where there is none of that name.
    func read(_ person: PersonID) throws(StoreError) -> PersonRecord?

    /// Hands every person to `body`, by ascending sequence, one at a time; all are of one moment, and changes made
    /// meanwhile are not among them. `body` may use the store, but not close it. An error of `body` ends the scan.
    func scan(_ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError)

    /// Everybody registered at one moment, by ascending sequence.
    func roster() throws(StoreError) -> [RosterEntry]

    /// The counts of one moment.
    func counts() throws(StoreError) -> StoreCounts

    /// Waits for what is under way and closes; every later call throws `.closed`. Closing twice does nothing more.
    func close()
}
