public import TamgaCrypto

// What the QR code holds: enough to verify a certificate of which only the paper is there.
extension Certificate {
    /// What the text begins with, and its version.
    public static let qrPrefix = "TAMGA1:"

    /// The text of the QR code: key identifier, signature with its length, canonical content, in Base64url.
    ///
    /// - Throws: `cryptoFailed`.
    public static func qrText(
        _ content: CertificateContent, key: SigningKey
    ) throws(CertificateError) -> String {
        let bytes = content.canonicalBytes
        let signature = try crypting { () throws(CryptoError) in try key.sign(bytes) }
        let length = UInt8(truncatingIfNeeded: signature.count)
        return qrPrefix + Base64URL.text(key.identifier + [length] + signature + bytes)
    }

    /// Says what an authentic text of a QR code says.
    ///
    /// - Throws: `notACertificate`, `otherKey`, `notAuthentic`, `newer`, `cryptoFailed`.
    public static func verify(
        qrText text: String, key: VerificationKey
    ) throws(CertificateError) -> CertificateContent {
        guard text.utf8.count <= CertificateLimits.codeTextBytes else {
            throw .notACertificate(reason: "the text is longer than \(CertificateLimits.codeTextBytes) bytes")
        }
        guard text.utf8.starts(with: qrPrefix.utf8) else {
            throw .notACertificate(reason: "the text does not begin with \(qrPrefix)")
        }
        guard let bytes = Base64URL.bytes(text.unicodeScalarsDropping(qrPrefix.utf8.count)) else {
            throw .notACertificate(reason: "the text is not Base64url")
        }
        let head = CryptoLimits.keyIdentifierBytes
        guard bytes.count > head, case let length = Int(bytes[head]), bytes.count > head + 1 + length else {
            throw .notACertificate(reason: "the text is too short")
        }
        try check(Array(bytes[..<head]), key.algorithm, key)
        let content = Array(bytes[(head + 1 + length)...])
        try check(content, Array(bytes[(head + 1)..<(head + 1 + length)]), key)
        return try CertificateContent(canonicalBytes: content)
    }
}

extension String {
    /// Without so many bytes of ASCII at the start, by scalar: a mark behind them is not part of a character here.
    fileprivate func unicodeScalarsDropping(_ count: Int) -> Substring {
        Substring(unicodeScalars.dropFirst(count))
    }
}
