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

    /// Refuses a salt of another length.
    package static func check(_ order: DeletionOrder) throws(StoreError) {
        guard order.salt.count == saltBytes else {
            throw StoreError(.invalid, "a salt of \(order.salt.count) bytes, allowed: \(saltBytes)")
        }
    }
}
