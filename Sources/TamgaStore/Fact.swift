public import TamgaRegistry

/// Something to be kept of a person, or of nobody: bytes that mean nothing to the store.
public struct FactContent: Hashable, Sendable {
    /// Whom it is of, who has to be registered; nil: of nobody.
    public let person: PersonID?
    /// 1 to ``StoreLimits/factBytes`` bytes; of a person they are personal data.
    public let bytes: [UInt8]

    /// Takes a fact as it is; the store checks it.
    public init(person: PersonID?, bytes: [UInt8]) { (self.person, self.bytes) = (person, bytes) }
}

/// A fact as the store holds it.
public struct StoredFact: Hashable, Sendable {
    /// The number of the change that brought it; it keeps it through merges.
    public let number: UInt64
    /// Among the facts of that change, from 0 on; it keeps it through merges, and others may be gone.
    public let ordinal: Int
    /// Whom it is of now; nil: of nobody.
    public let person: PersonID?
    public let bytes: [UInt8]

    /// Puts a fact together as the store read it; checks nothing.
    public init(number: UInt64, ordinal: Int, person: PersonID?, bytes: [UInt8]) {
        (self.number, self.ordinal, self.person, self.bytes) = (number, ordinal, person, bytes)
    }
}
