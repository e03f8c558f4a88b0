internal import COpenSSL

/// A public key, which tells whether a signature is the private key's.
public struct VerificationKey: Sendable {
    private let handle: KeyHandle
    /// Names the key: the first ``CryptoLimits/keyIdentifierBytes`` bytes of the SHA-256 of its SubjectPublicKeyInfo
    /// in DER. A name, not a proof: other keys with the same name can be made.
    public let identifier: [UInt8]

    /// Reads a public key in PEM, or the one of a certificate in PEM, which counts for nothing else.
    ///
    /// - Parameter pem: up to ``CryptoLimits/ringBytes``, with one block.
    /// - Throws: `keyMalformed`, `keyUnsupported`, `lengthRefused`, `failed`.
    public init(pem: [UInt8]) throws(CryptoError) {
        // SAFETY: the bytes are readable during the call.
        let read = unsafe pem.withUnsafeBytes { text in
            Result { () throws(CryptoError) in try unsafe KeyPEM.publicKey(text) }
        }
        try self.init(read.get())
    }

    /// Reads a file of what ``init(pem:)`` takes.
    ///
    /// - Throws: `keyFileRefused` and what ``init(pem:)`` throws.
    public init(path: String) throws(CryptoError) {
        let text = try KeyFile.key(path, isSecret: false)
        // SAFETY: the bytes are readable during the call.
        let read = unsafe text.withBytes { text in
            Result { () throws(CryptoError) in try unsafe KeyPEM.publicKey(text) }
        }
        try self.init(read.get())
    }

    init(_ handle: KeyHandle) throws(CryptoError) {
        self.handle = handle
        identifier = Array(try SHA256.digest(handle.publicKeyInfo()).prefix(CryptoLimits.keyIdentifierBytes))
    }

    /// What signatures of the key are.
    public var algorithm: SignatureAlgorithm { handle.algorithm }

    /// Whether the signature is the private key's over exactly this message; a signature of any other form is not.
    ///
    /// - Parameter message: up to ``CryptoLimits/messageBytes``.
    /// - Throws: `lengthRefused`, `unavailable` where FIPS rules forbid the algorithm, `failed`.
    public func verify(_ message: [UInt8], signature: [UInt8]) throws(CryptoError) -> Bool {
        try CryptoError.check("a message", message.count, 0...CryptoLimits.messageBytes)
        guard CryptoLimits.signatureBytes.contains(signature.count) else { return false }
        let context = try SignatureContext()
        // SAFETY: key and context live until the end of this function.
        let begun = unsafe EVP_DigestVerifyInit_ex(
            context.pointer, nil, algorithm.digest, nil, nil, handle.pointer, nil) == 1
        guard begun else { throw context.unavailable(algorithm) }
        // SAFETY: as above; both arrays are readable for the counts given. Any answer but 1 is no.
        let isGenuine = unsafe EVP_DigestVerify(
            context.pointer, signature, signature.count, message, message.count) == 1
        ERR_clear_error()
        return isGenuine
    }
}

extension VerificationKey: CustomStringConvertible {
    public var description: String { "(\(algorithm.rawValue) public key \(Hex.text(identifier)))" }
}
