import TamgaStore

/// Where the key of a fact lies in `encounter_key`: bit 62 is set, which no number of a change reaches, so that it is
/// no encounter's; then the number of the change that brought the fact, and in the lowest six bits its ordinal.
///
/// Each fact has a key of its own. Facts of one change can be of several persons, and a merge brings those of two
/// together: whoever is deleted, exactly their facts are shredded. Rotation, backup and restore see one more key.
enum FactKey {
    static let bit: UInt64 = 1 << 62
    static let ordinalBits: UInt64 = 6
    private static let ordinals: UInt64 = 1 << ordinalBits
    /// Below it are the numbers of changes whose facts can have keys.
    static let changes: UInt64 = bit >> ordinalBits

    /// - Throws: `.corrupt` for a change or an ordinal beyond what there is room for, which none that was made has.
    static func number(_ change: UInt64, _ ordinal: Int) throws(StoreError) -> UInt64 {
        guard change < changes, let place = UInt64(exactly: ordinal), place < ordinals else {
            throw StoreError(.corrupt, "fact \(ordinal) of change \(change) has no place for its key", sequence: change)
        }
        return bit | change << ordinalBits | place
    }

    /// The change and the ordinal; nil for the key of an encounter.
    static func fact(of key: UInt64) -> (change: UInt64, ordinal: UInt64)? {
        guard key & bit != 0 else { return nil }
        return ((key & ~bit) >> ordinalBits, key & (ordinals - 1))
    }

    /// Whose key it is, in words.
    static func owner(of key: UInt64) -> String {
        guard let fact = fact(of: key) else { return "encounter row \(key)" }
        return "fact \(fact.ordinal) of change \(fact.change)"
    }

    /// The number of the change concerned.
    static func change(of key: UInt64) -> UInt64 { fact(of: key)?.change ?? key }
}

// The same in SQL.
extension FactKey {
    /// The key of a row of `fact`.
    static func sql(of fact: String) -> String {
        "(\(bit) + \(fact).number * \(ordinals) + \(fact).ordinal)"
    }

    /// Whether a key is of a fact.
    static func isOfFact(_ key: String) -> String { "\(key) >= \(bit)" }

    /// Whether a row of `fact` is the one that a key is of.
    static func condition(_ fact: String, hasKey key: String) -> String {
        """
        \(isOfFact(key)) AND \(fact).number = ((\(key) - \(bit)) >> \(ordinalBits)) \
        AND \(fact).ordinal = (\(key) & \(ordinals - 1))
        """
    }
}
