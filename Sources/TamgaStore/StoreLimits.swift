/// The limits of every store, by name and unit.
public enum StoreLimits {
    /// Bytes of one record: room for any template format, none may be empty.
    public static let recordBytes = 1_048_576
    /// Records of one person, of all encounters together.
    public static let recordsPerPerson = 256
    /// Bytes of the salt of a deletion.
    public static let saltBytes = 32
    /// Bytes of a SHA-256.
    public static let digestBytes = 32
    /// Bytes of one fact; none may be empty.
    public static let factBytes = 524_288
    /// Facts of one change, at least 1.
    public static let factsPerChange = 64
    /// Changes of one that is made of several, at least 1.
    public static let partsPerChange = 64
}

extension StoreLimits {
    /// Refuses what no store may hold.
    package static func check(_ records: [StoredRecord]) throws(StoreError) {
        guard !records.isEmpty else {
            throw StoreError(.invalid, "an encounter needs at least 1 record")
        }
        try check(recordCount: records.count)
        for (index, record) in records.enumerated() where !(1...recordBytes).contains(record.bytes.count) {
            throw StoreError(
                .invalid, "record \(index) has \(record.bytes.count) bytes, allowed: 1 to \(recordBytes)")
        }
    }

    /// Refuses a person with more records than a store may hold of one.
    package static func check(recordCount count: Int) throws(StoreError) {
        guard count <= recordsPerPerson else {
            throw StoreError(.invalid, "\(count) records, allowed: at most \(recordsPerPerson) of a person")
        }
    }

    /// Refuses facts that no store may hold.
    package static func check(_ facts: [FactContent]) throws(StoreError) {
        guard (1...factsPerChange).contains(facts.count) else {
            throw StoreError(.invalid, "\(facts.count) facts, allowed: 1 to \(factsPerChange) of a change")
        }
        for (index, fact) in facts.enumerated() where !(1...factBytes).contains(fact.bytes.count) {
            throw StoreError(.invalid, "fact \(index) has \(fact.bytes.count) bytes, allowed: 1 to \(factBytes)")
        }
    }

    /// Refuses a change made of none, of too many, or of one that is itself made of several.
    package static func check(parts: [StoreChange]) throws(StoreError) {
        guard (1...partsPerChange).contains(parts.count) else {
            throw StoreError(.invalid, "a change of \(parts.count) parts, allowed: 1 to \(partsPerChange)")
        }
        for (index, part) in parts.enumerated() {
            guard case .together = part else { continue }
            throw StoreError(.invalid, "part \(index) of a change is made of parts itself")
        }
    }

    /// Refuses a salt of another length.
    package static func check(_ order: DeletionOrder) throws(StoreError) {
        guard order.salt.count == saltBytes else {
            throw StoreError(.invalid, "a salt of \(order.salt.count) bytes, allowed: \(saltBytes)")
        }
    }
}
