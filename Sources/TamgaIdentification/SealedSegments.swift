public import TamgaCrypto
public import TamgaGallery

/// Encrypts segment files with AES-256-GCM: a random nonce for each file that is written, in front of the tag.
///
/// A key may seal 2^32 files (NIST SP 800-38D, 8.3).
public struct SealedSegments: SegmentCipher {
    private let key: SecretKey

    /// The cipher of this key, which should be for segment files only.
    public init(key: SecretKey) { self.key = key }

    public func seal(
        _ body: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer, header: [UInt8]
    ) throws(SegmentCipherError) -> [UInt8] {
        do throws(CryptoError) {
            let nonce = try randomBytes(CryptoLimits.nonceBytes)
            // SAFETY: the caller holds both places, which do not overlap; their lengths are checked.
            let tag = try unsafe AES256GCM.seal(body, into: space, key: key, nonce: nonce, associatedData: header)
            return nonce + tag
        } catch {
            throw .failed("\(error)")
        }
    }

    public func open(
        _ body: UnsafeMutableRawBufferPointer, seal: [UInt8], header: [UInt8]
    ) throws(SegmentCipherError) {
        let nonce = Array(seal.prefix(CryptoLimits.nonceBytes))
        let tag = Array(seal.dropFirst(CryptoLimits.nonceBytes))
        do throws(CryptoError) {
            // SAFETY: the caller holds the place.
            try unsafe AES256GCM.open(inPlace: body, tag: tag, key: key, nonce: nonce, associatedData: header)
        } catch .authenticationFailed {
            throw .notAuthentic
        } catch {
            throw .failed("\(error)")
        }
    }
}
