import TamgaCrypto
import TamgaStore

/// SHA-256 with the errors of a store.
enum Hashing {
    static func start() throws(StoreError) -> SHA256 {
        do throws(CryptoError) { return try SHA256() } catch { throw StoreError(error) }
    }

    static func finish(_ hash: consuming SHA256) throws(StoreError) -> [UInt8] {
        do throws(CryptoError) { return try hash.finish() } catch { throw StoreError(error) }
    }
}
