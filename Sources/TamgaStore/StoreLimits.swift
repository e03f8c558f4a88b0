/// The limits of every store, by name and unit.
public enum StoreLimits {
    /// Bytes of one record: room for any template format, none may be empty.
    public static let recordBytes = 1_048_576
    /// Records of one person.
    public static let recordsPerPerson = 256
}

extension StoreLimits {
    /// Refuses what no store may hold.
    package static func check(_ records: [StoredRecord]) throws(StoreError) {
        guard !records.isEmpty else {
            throw StoreError(.invalid, "a person needs at least 1 record")
        }
        guard records.count <= recordsPerPerson else {
            throw StoreError(.invalid, "\(records.count) records, allowed: at most \(recordsPerPerson) of a person")
        }
        for (index, record) in records.enumerated() where !(1...recordBytes).contains(record.bytes.count) {
            throw StoreError(
                .invalid, "record \(index) has \(record.bytes.count) bytes, allowed: 1 to \(recordBytes)")
        }
    }
}
