public import TamgaRegistry

/// Who is registered, without the records: enough to tell whether a copy of a person is still the store's.
public struct RosterEntry: Hashable, Sendable {
    /// The number of the person's last change.
    public let sequence: UInt64
    public let person: PersonID

    /// A person and the number of their last change.
    public init(sequence: UInt64, person: PersonID) {
        (self.sequence, self.person) = (sequence, person)
    }
}

extension PersonStore {
    /// By reading everybody. Complexity: O(bytes of the store); stores that keep persons apart from records do better.
    public func roster() throws(StoreError) -> [RosterEntry] {
        var roster: [RosterEntry] = []
        try scan { person throws(StoreError) in
            roster.append(RosterEntry(sequence: person.sequence, person: person.person))
        }
        return roster
    }
}
