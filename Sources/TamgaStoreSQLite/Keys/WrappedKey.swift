import FoundationEssentials
import GRDB
import TamgaStore

/// The key of an encounter or a fact as it lies in the store: sealed under a master key.
struct WrappedKey {
    /// The identifier of the master key.
    let master: String
    /// ``KeyVault/nonceBytes`` of nonce, then the sealed key.
    let bytes: [UInt8]

    static let columns = "encounter_key.master, encounter_key.wrapped"
    static let columnCount = 2

    init(master: String, bytes: [UInt8]) { (self.master, self.bytes) = (master, bytes) }

    /// Reads ``columns`` from `first` on.
    ///
    /// - Parameter encounter: the number of the key: an encounter's, or a ``FactKey``.
    /// - Throws: `.corrupt` where there is none.
    init(_ row: Row, first: Int, of encounter: UInt64) throws(StoreError) {
        guard let master = row.text(first), let bytes = row.bytes(first + 1) else {
            throw StoreError(
                .corrupt, "the key of \(FactKey.owner(of: encounter)) is gone", sequence: FactKey.change(of: encounter))
        }
        self.init(master: master, bytes: bytes)
    }

    var data: Data { Data(bytes) }
}
