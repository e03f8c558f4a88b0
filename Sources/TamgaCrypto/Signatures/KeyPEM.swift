internal import COpenSSL

/// Keys out of PEM texts (RFC 7468): one key a text, without a password.
enum KeyPEM {
    static let privateName = "a private key"
    static let publicName = "a public key"

    /// - Throws: `keyMalformed`, `keyUnsupported`, `lengthRefused`.
    static func privateKey(_ text: UnsafeRawBufferPointer) throws(CryptoError) -> KeyHandle {
        // SAFETY: in all of this function the caller's bytes are readable for their count.
        let labels = try unsafe labels(in: text, called: privateName)
        guard !labels.contains(where: { $0.contains("ENCRYPTED") }) else {
            throw .keyMalformed(key: privateName, cause: "it has a password, and must have none")
        }
        // What `openssl ecparam -genkey` writes has its parameters in front.
        guard labels.count(where: { $0.hasSuffix("PRIVATE KEY") }) == 1 else {
            throw .keyMalformed(key: privateName, cause: held(labels))
        }
        // SAFETY: as above.
        return try unsafe read(text, called: privateName) { unsafe COpenSSL_read_private_key($0) }
    }

    /// A public key, or that of a certificate, which counts for nothing else here: neither its dates nor its issuer.
    ///
    /// - Throws: `keyMalformed`, `keyUnsupported`, `lengthRefused`.
    static func publicKey(_ text: UnsafeRawBufferPointer) throws(CryptoError) -> KeyHandle {
        // SAFETY: in all of this function the caller's bytes are readable for their count.
        let labels = try unsafe labels(in: text, called: publicName)
        switch labels {
        case ["PUBLIC KEY"]:
            // SAFETY: as above.
            return try unsafe read(text, called: publicName) { unsafe COpenSSL_read_public_key($0) }
        case ["CERTIFICATE"]:
            // SAFETY: as above.
            return try unsafe read(text, called: publicName) { unsafe keyOfCertificate($0) }
        default: throw .keyMalformed(key: publicName, cause: held(labels))
        }
    }

    private static func held(_ labels: [String]) -> String {
        labels.isEmpty ? "it has no line -----BEGIN" : "it holds " + labels.joined(separator: ", ")
    }

    /// What the blocks of the text say they are, in order.
    private static func labels(in text: UnsafeRawBufferPointer, called name: String) throws(CryptoError) -> [String] {
        try CryptoError.check("the text of \(name)", text.count, 1...CryptoLimits.ringBytes)
        // SAFETY: the caller's bytes are readable for their count. Only headings are copied, no line of a key.
        return unsafe text.split(whereSeparator: { $0 == 10 || $0 == 13 }).compactMap { line in
            let head = "-----BEGIN ", tail = "-----"
            guard unsafe line.starts(with: head.utf8) else { return nil }
            // SAFETY: as above.
            let label = unsafe String(decoding: line.dropFirst(head.utf8.count), as: UTF8.self)
            return label.hasSuffix(tail) ? String(label.dropLast(tail.count)) : nil
        }
    }

    private static func read(
        _ text: UnsafeRawBufferPointer, called name: String, _ body: (OpaquePointer) -> OpaquePointer?
    ) throws(CryptoError) -> KeyHandle {
        ERR_clear_error()
        // SAFETY: the BIO reads the caller's bytes, which outlive it, and is freed before this function ends.
        guard let source = unsafe BIO_new_mem_buf(text.baseAddress, Int32(text.count)) else {
            throw .failed(operation: "reading \(name)", cause: CryptoError.takeCause())
        }
        // SAFETY: as above.
        defer { unsafe _ = BIO_free(source) }
        // SAFETY: as above.
        guard let key = unsafe body(source) else {
            throw .keyMalformed(key: name, cause: CryptoError.takeCause())
        }
        // SAFETY: the key is new, and the handle takes it over.
        return try unsafe KeyHandle(owning: key)
    }

    private static func keyOfCertificate(_ source: OpaquePointer) -> OpaquePointer? {
        // SAFETY: the BIO is alive; the certificate is new and freed below.
        guard let certificate = unsafe COpenSSL_read_certificate(source) else { return nil }
        // SAFETY: freed once, after its last use.
        defer { unsafe X509_free(certificate) }
        // SAFETY: the key has a reference of its own, the caller's.
        return unsafe X509_get_pubkey(certificate)
    }
}
