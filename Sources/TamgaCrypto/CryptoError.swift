internal import COpenSSL

/// Why a cryptographic operation was not done. Holds no key, no plaintext and no ciphertext.
public enum CryptoError: Error, Equatable, Sendable {
    /// What was to be opened is not what was sealed: text, tag, nonce, associated data or key differ.
    case authenticationFailed
    /// An argument is longer or shorter than it may be, in bytes.
    case lengthRefused(argument: String, bytes: Int, limit: ClosedRange<Int>)
    /// The system's OpenSSL does not offer the algorithm: a provider is missing, or its rules (FIPS) forbid it.
    case unavailable(algorithm: String, cause: String)
    /// OpenSSL refused or is out of memory.
    case failed(operation: String, cause: String)
    /// The file of a key cannot be read, is too long, or is open to others though the key is secret.
    case keyFileRefused(reason: String)
    /// The text is not one key in PEM; `key` says which was wanted.
    case keyMalformed(key: String, cause: String)
    /// The key is of a type that signs nothing here; OpenSSL's name of it.
    case keyUnsupported(type: String)

    /// A stable name of the case, for logs and metrics.
    public var code: String {
        switch self {
        case .authenticationFailed: "authentication-failed"
        case .lengthRefused: "length-refused"
        case .unavailable: "unavailable"
        case .failed: "failed"
        case .keyFileRefused: "key-file-refused"
        case .keyMalformed: "key-malformed"
        case .keyUnsupported: "key-unsupported"
        }
    }

    /// A sentence for a log, without the cause.
    public var message: String {
        switch self {
        case .authenticationFailed: "the sealed bytes, their context or the key are not those of the sealing"
        case .lengthRefused(let argument, let bytes, let limit) where limit.lowerBound == limit.upperBound:
            "\(argument) is \(bytes) bytes long, but must be \(limit.lowerBound)"
        case .lengthRefused(let argument, let bytes, let limit):
            "\(argument) is \(bytes) bytes long, but may be \(limit.lowerBound) to \(limit.upperBound)"
        case .unavailable(let algorithm, _):
            "OpenSSL does not offer \(algorithm): a provider is missing or FIPS rules forbid it "
                + "(`openssl list -providers` shows what is there)"
        case .failed(let operation, _): "OpenSSL failed at \(operation)"
        case .keyFileRefused(let reason): reason
        case .keyMalformed(let key, _): "the text is not \(key) in PEM"
        case .keyUnsupported(let type): "a key of type \(type), allowed: \(SignatureAlgorithm.names)"
        }
    }

    /// OpenSSL's words for why; nil where it was not asked.
    public var cause: String? {
        switch self {
        case .authenticationFailed, .lengthRefused, .keyFileRefused, .keyUnsupported: nil
        case .unavailable(_, let cause), .failed(_, let cause), .keyMalformed(_, let cause): cause
        }
    }
}

extension CryptoError: CustomStringConvertible {
    public var description: String { cause.map { "\(message): \($0)" } ?? message }
}

extension CryptoError {
    /// The words for the first entry of this thread's error queue, which is emptied: the later ones are consequences.
    static func takeCause() -> String {
        let code = ERR_get_error()
        ERR_clear_error()
        // SAFETY: a static string of OpenSSL, or nil for a code it does not know.
        guard let words = unsafe ERR_reason_error_string(code) else { return "no reason given" }
        // SAFETY: NUL-terminated, copied.
        return unsafe String(cString: words)
    }

    static func check(_ argument: String, _ bytes: Int, _ limit: ClosedRange<Int>) throws(CryptoError) {
        guard limit.contains(bytes) else { throw .lengthRefused(argument: argument, bytes: bytes, limit: limit) }
    }
}
