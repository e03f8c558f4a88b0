import TamgaCrypto
import TamgaStore

/// Vouches for bytes with the store's key of segments, which outlives every rotation of master keys: a random nonce and
/// the tag of AES-256-GCM over nothing but associated data.
enum BackupSeal {
    static func make(_ key: SecretKey, _ context: [UInt8]) throws(StoreError) -> [UInt8] {
        try StoreError.crypting { () throws(CryptoError) in
            let nonce = try randomBytes(KeyVault.nonceBytes)
            return nonce + (try AES256GCM.seal([], key: key, nonce: nonce, associatedData: context))
        }
    }

    static func holds(_ seal: [UInt8], _ key: SecretKey, _ context: [UInt8]) throws(StoreError) -> Bool {
        do throws(CryptoError) {
            _ = try AES256GCM.open(
                Array(seal.dropFirst(KeyVault.nonceBytes)), key: key, nonce: Array(seal.prefix(KeyVault.nonceBytes)),
                associatedData: context)
            return true
        } catch {
            guard error.isForgery else { throw StoreError(error) }
            return false
        }
    }
}

/// Bytes as lower-case hexadecimal digits.
enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Nil for anything but pairs of these digits.
    static func bytes(_ text: String) -> [UInt8]? {
        let values = text.utf8.map { digits.firstIndex(of: $0) }
        guard values.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: values.count, by: 2) {
            guard let high = values[place], let low = values[place + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}

/// SHA-256 with the errors of a store.
enum Hashing {
    static func start() throws(StoreError) -> SHA256 {
        do throws(CryptoError) { return try SHA256() } catch { throw StoreError(error) }
    }

    static func finish(_ hash: consuming SHA256) throws(StoreError) -> [UInt8] {
        do throws(CryptoError) { return try hash.finish() } catch { throw StoreError(error) }
    }
}
