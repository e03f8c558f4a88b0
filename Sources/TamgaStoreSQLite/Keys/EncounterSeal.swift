import TamgaCrypto
import TamgaStore
import TamgaTemplates

/// Seals and opens the records of one encounter, with a key that nothing else is sealed with.
///
/// AES-256-GCM (NIST SP 800-38D). The nonce is the record's ordinal: a key seals each ordinal once, since an update
/// brings a new key. Whose record it is, its place, position and format are sealed with it.
struct EncounterSeal {
    let key: SecretKey
    /// Of the store: a record of another store does not open.
    let identity: [UInt8]
    let encounter: UInt64

    func seal(_ record: StoredRecord, ordinal: Int) throws(StoreError) -> [UInt8] {
        try StoreError.crypting { () throws(CryptoError) in
            try AES256GCM.seal(
                record.bytes, key: key, nonce: Self.nonce(ordinal),
                associatedData: context(ordinal, record.position, record.format))
        }
    }

    /// The record, or nil where it is not what was sealed.
    func open(
        _ sealed: [UInt8], ordinal: Int, position: FingerPosition?, format: UInt16
    ) throws(StoreError) -> StoredRecord? {
        do throws(CryptoError) {
            let bytes = try AES256GCM.open(
                sealed, key: key, nonce: Self.nonce(ordinal), associatedData: context(ordinal, position, format))
            return StoredRecord(position: position, format: format, bytes: bytes)
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            return nil
        }
    }

    private static func nonce(_ ordinal: Int) -> [UInt8] {
        var nonce = Bytes()
        nonce.add(UInt32(0))
        nonce.add(UInt64(truncatingIfNeeded: ordinal))
        return nonce.content
    }

    private func context(_ ordinal: Int, _ position: FingerPosition?, _ format: UInt16) -> [UInt8] {
        var context = Bytes("tamga record 1")
        context.add(identity)
        context.add(encounter)
        context.add(UInt64(truncatingIfNeeded: ordinal))
        context.add(position.map { UInt64($0.rawValue) } ?? .max)
        context.add(UInt64(format))
        return context.content
    }
}

/// Bytes put together, numbers most significant byte first.
struct Bytes {
    private(set) var content: [UInt8]

    init(_ label: String = "") { content = Array(label.utf8) }

    mutating func add(_ bytes: [UInt8]) { content += bytes }

    mutating func add<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            content.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }
}
