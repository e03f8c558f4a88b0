/// Keeps the bodies of segment files from other eyes, and vouches for each with its header.
///
/// Any number of threads may use it at once.
public protocol SegmentCipher: Sendable {
    /// Encrypts a body under a nonce that was never used before with the key.
    ///
    /// - Parameters:
    ///   - body: what is to be encrypted.
    ///   - space: as long as the body, at another place; takes the encrypted bytes.
    ///   - header: stays readable, but cannot be changed unnoticed either.
    /// - Returns: nonce and tag, ``GalleryLimits/sealBytes`` together.
    /// - Throws: `.failed` with the reason.
    func seal(
        _ body: UnsafeRawBufferPointer, into space: UnsafeMutableRawBufferPointer, header: [UInt8]
    ) throws(SegmentCipherError) -> [UInt8]

    /// Decrypts a body where it lies, and checks it and the header against what ``seal(_:into:header:)`` returned.
    ///
    /// - Throws: `.notAuthentic` where anything at all differs, the key too; `.failed` with the reason. What lies in
    ///   the body then is of no use.
    func open(
        _ body: UnsafeMutableRawBufferPointer, seal: [UInt8], header: [UInt8]
    ) throws(SegmentCipherError)
}

/// Why the body of a segment file was not encrypted or decrypted; holds nothing of either.
public enum SegmentCipherError: Error, Hashable, Sendable {
    /// Body, header, seal or key are not those of the sealing.
    case notAuthentic
    /// The cipher did not work; the reason in words.
    case failed(String)
}
