internal import COpenSSL

// What a certificate names may decide what its owner is allowed to do, so nothing of it is left out quietly:
// names that cannot be taken whole refuse the certificate.
extension PeerCertificate {
    /// The URIs among the subject alternative names of an X509, which stays the caller's.
    ///
    /// - Throws: `untrustedPeer` where the names cannot be read, occur twice, are too many or too long, or where a URI
    ///   has a byte that no URI has (RFC 3986, 2): a NUL above all, behind which the rest would be hidden from others.
    static func uris(of x509: OpaquePointer) throws(TLSError) -> [String] {
        var state: Int32 = 0
        // SAFETY: the caller keeps the certificate alive; the names are ours, or nil.
        guard let names = unsafe COpenSSL_get_subject_names(x509, &state) else {
            ERR_clear_error()
            guard state == -1 else { throw .untrustedPeer(reason: "its subject alternative names cannot be read") }
            return []
        }
        // SAFETY: freed once, after their last use.
        defer { unsafe GENERAL_NAMES_free(names) }
        // SAFETY: the names are alive.
        let count = Int(unsafe COpenSSL_names_count(names))
        guard TLSLimits.subjectNames.contains(count) else {
            throw .untrustedPeer(
                reason: "it has \(count) subject alternative names, allowed: \(TLSLimits.subjectNames.upperBound)")
        }
        var uris: [String] = []
        for index in 0..<count {
            // SAFETY: the names are alive, the index is below their count.
            if let uri = try unsafe uri(of: names, Int32(index)) { uris.append(uri) }
        }
        return uris
    }

    /// One name; nil where it is no URI.
    private static func uri(of names: OpaquePointer, _ index: Int32) throws(TLSError) -> String? {
        var length: Int32 = 0
        // SAFETY: the caller keeps the names alive; the bytes are borrowed from them, `length` of them are readable.
        guard let start = unsafe COpenSSL_get0_uri(names, index, &length) else { return nil }
        let limit = TLSLimits.subjectURIBytes
        guard limit.contains(Int(length)) else {
            throw .untrustedPeer(
                reason: "it names a URI of \(length) bytes, allowed: \(limit.lowerBound) to \(limit.upperBound)")
        }
        // SAFETY: as above; copied.
        let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: Int(length)))
        guard bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .untrustedPeer(reason: "it names a URI with a byte that no URI has")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
