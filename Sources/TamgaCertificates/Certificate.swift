public import TamgaCrypto

/// Certificates of registration: issued as a PDF file, verified without a network.
///
/// Two signatures of one key: one over the content, in the QR code, for what is on paper; one over every byte of the
/// file. `docs/CERTIFICATE.md` describes both.
public enum Certificate {
    /// Makes the file.
    ///
    /// - Returns: a PDF 1.7 file of one page, in Kazakh, Russian and English. The same content, key and fonts give the
    ///   same bytes with Ed25519; ECDSA's signatures differ from one signing to the next.
    /// - Throws: `fontRefused`, `characterMissing`, `doesNotFit`, `cryptoFailed`.
    public static func issue(
        _ content: CertificateContent, key: SigningKey, fonts: CertificateFonts
    ) throws(CertificateError) -> [UInt8] {
        let text = try qrText(content, key: key)
        let file = try CertificateFile(content: content, text: text, key: key, fonts: fonts).bytes
        let signature = try crypting { () throws(CryptoError) in try key.sign(file) }
        let line = FileTrailer(
            algorithm: key.algorithm, keyIdentifier: key.identifier, signature: signature).line
        return file + line
    }

    /// Says what an authentic file says.
    ///
    /// - Parameter file: all of it; one byte changed, added or lost anywhere is refused.
    /// - Throws: `notACertificate`, `otherKey`, `notAuthentic`, `newer`, `cryptoFailed`.
    public static func verify(
        _ file: [UInt8], key: VerificationKey
    ) throws(CertificateError) -> CertificateContent {
        let (body, trailer) = try FileTrailer.split(file)
        try check(trailer.keyIdentifier, trailer.algorithm, key)
        try check(body, trailer.signature, key)
        return try CertificateContent(canonicalBytes: CertificateFile.content(of: body))
    }

    static func check(
        _ identifier: [UInt8], _ algorithm: SignatureAlgorithm, _ key: VerificationKey
    ) throws(CertificateError) {
        guard identifier == key.identifier, algorithm == key.algorithm else {
            throw .otherKey(named: Hex.text(identifier), given: Hex.text(key.identifier))
        }
    }

    static func check(
        _ message: [UInt8], _ signature: [UInt8], _ key: VerificationKey
    ) throws(CertificateError) {
        let isGenuine = try crypting { () throws(CryptoError) in try key.verify(message, signature: signature) }
        guard isGenuine else { throw .notAuthentic }
    }

    static func crypting<Value>(_ body: () throws(CryptoError) -> Value) throws(CertificateError) -> Value {
        do { return try body() } catch { throw .cryptoFailed(description: error.description) }
    }
}
