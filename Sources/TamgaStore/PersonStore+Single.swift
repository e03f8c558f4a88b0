public import TamgaRegistry

// One change at a time, durable when the call returns. Errors are those of the change as well as of the store.
extension PersonStore {
    /// Makes one change.
    public func apply(_ change: StoreChange) throws(StoreError) -> AppliedChange {
        guard let outcome = try apply([change]).first else {
            throw StoreError(.failed, "the store answered nothing")
        }
        return try outcome.get()
    }

    /// For stores that leave nothing behind.
    public func eraseRemains() throws(StoreError) -> Bool { true }

    /// Registers a person and returns the change's number.
    ///
    /// - Parameter enrolledAt: milliseconds since 1970 UTC.
    public func enrol(person: PersonID, records: [StoredRecord], enrolledAt: Int64) throws(StoreError) -> UInt64 {
        try apply(.enrol(person, EncounterContent(takenAt: enrolledAt, records: records))).sequence
    }

    /// Hands everybody to `body`: ``scan(after:_:)`` from the beginning.
    public func scan(_ body: (PersonRecord) throws(StoreError) -> Void) throws(StoreError) {
        try scan(after: 0, body)
    }
}
