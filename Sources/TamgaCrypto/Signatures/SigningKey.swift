internal import COpenSSL

/// A private key that signs: Ed25519, or ECDSA on P-256 or P-384, as the key itself is.
///
/// Nothing prints it, and its bytes cannot be read.
public struct SigningKey: Sendable {
    private let handle: KeyHandle
    /// The public half.
    public let verificationKey: VerificationKey

    /// Reads a key in PEM, without a password. The caller's copy stays the caller's to overwrite.
    ///
    /// - Parameter pem: up to ``CryptoLimits/ringBytes``.
    /// - Throws: `keyMalformed`, `keyUnsupported`, `lengthRefused`, `failed`.
    public init(pem: [UInt8]) throws(CryptoError) {
        // SAFETY: the bytes are readable during the call.
        let read = unsafe pem.withUnsafeBytes { text in
            Result { () throws(CryptoError) in try unsafe KeyPEM.privateKey(text) }
        }
        try self.init(read.get())
    }

    /// Reads a key from a file that nobody but its owner may use.
    ///
    /// - Throws: `keyFileRefused` and what ``init(pem:)`` throws.
    public init(path: String) throws(CryptoError) {
        let text = try KeyFile.key(path, isSecret: true)
        // SAFETY: the bytes are readable during the call.
        let read = unsafe text.withBytes { text in
            Result { () throws(CryptoError) in try unsafe KeyPEM.privateKey(text) }
        }
        try self.init(read.get())
    }

    private init(_ handle: KeyHandle) throws(CryptoError) {
        self.handle = handle
        verificationKey = try VerificationKey(handle)
    }

    /// What the key signs with.
    public var algorithm: SignatureAlgorithm { handle.algorithm }
    /// Names the key: see ``VerificationKey/identifier``.
    public var identifier: [UInt8] { verificationKey.identifier }

    /// Signs.
    ///
    /// - Parameter message: up to ``CryptoLimits/messageBytes``.
    /// - Returns: as many bytes as the algorithm has: see ``SignatureAlgorithm``.
    /// - Throws: `lengthRefused`, `unavailable` where FIPS rules forbid the algorithm, `failed`.
    public func sign(_ message: [UInt8]) throws(CryptoError) -> [UInt8] {
        try CryptoError.check("a message", message.count, 0...CryptoLimits.messageBytes)
        let context = try SignatureContext()
        // SAFETY: key and context live until the end of this function.
        let begun = unsafe EVP_DigestSignInit_ex(
            context.pointer, nil, algorithm.digest, nil, nil, handle.pointer, nil) == 1
        guard begun else { throw context.unavailable(algorithm) }
        var signature = [UInt8](repeating: 0, count: CryptoLimits.signatureBytes.upperBound)
        var length = signature.count
        // SAFETY: as above; the message is readable, the signature writable, for the counts given; in one call, since
        // Ed25519 has no other way.
        let isSigned = unsafe EVP_DigestSign(context.pointer, &signature, &length, message, message.count) == 1
        guard isSigned, CryptoLimits.signatureBytes.contains(length) else {
            throw .failed(operation: "signing with \(algorithm.rawValue)", cause: CryptoError.takeCause())
        }
        return Array(signature.prefix(length))
    }
}

extension SigningKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(\(algorithm.rawValue) key \(Hex.text(identifier)))" }
    public var debugDescription: String { description }
    /// Shows nothing, so that `dump` does not either.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension KeyFile {
    static func key(_ path: String, isSecret: Bool) throws(CryptoError) -> KeyText {
        do throws(KeyRingError) {
            let text = try read(path, isSecret: isSecret)
            guard !text.isTooLong else { throw .textTooLong(limit: CryptoLimits.ringBytes) }
            return text
        } catch .textTooLong(let limit) {
            throw .keyFileRefused(reason: "\(path): more than \(limit) bytes")
        } catch {
            throw .keyFileRefused(reason: error.description)
        }
    }
}
