internal import COpenSSL

// The rule for lists is: in doubt, refuse. A list that cannot be used cannot say that a stolen station is a stolen one,
// and whoever holds the station would be glad if keeping the next list away were enough. So every authority must have
// one, and one that has run out lets nobody of its authority in. Files that already break that rule when they are read
// are not taken at all: a start fails, a reload leaves what is in force.
extension TLSContext {
    /// Reads the lists and demands one for every certificate of a chain from now on.
    ///
    /// - Throws: `fileUnreadable`, `fileMalformed`, `listUnusable`, `listMissing` or `limitExceeded`.
    func demandLists(_ paths: [String]) throws(TLSError) -> RevocationState {
        guard TLSLimits.revocationFiles.contains(paths.count) else {
            throw .limitExceeded(what: "files of revocation lists", limit: TLSLimits.revocationFiles.upperBound)
        }
        ERR_clear_error()
        var all: [RevocationList] = []
        for path in paths {
            all += try RevocationList.read(path, atMost: TLSLimits.revocationLists.upperBound - all.count)
        }
        let authorities = authorities()
        for list in all { try take(list, authorities) }
        for authority in authorities where !all.contains(where: { $0.isOf(authority) }) {
            throw .listMissing(authority: authority.name)
        }
        // SAFETY: the context is alive.
        try check(unsafe COpenSSL_CTX_demand_lists(handle) == 1)
        return RevocationState(
            lists: all.count, revoked: all.reduce(0) { $0 + $1.count },
            validUntil: all.map(\.validUntil).min() ?? -1)
    }

    private func authorities() -> [TrustedAuthority] {
        var found: [TrustedAuthority] = []
        // SAFETY: the context is alive and still being set up, so that its certificates stay where they are.
        while let next = unsafe COpenSSL_CTX_get0_authority(handle, Int32(found.count)) {
            // SAFETY: as above; the object takes a reference of its own.
            found.append(unsafe TrustedAuthority(next))
        }
        return found
    }

    private func take(_ list: RevocationList, _ authorities: [TrustedAuthority]) throws(TLSError) {
        try list.check()
        guard authorities.contains(where: { list.isSigned(by: $0) }) else {
            throw list.unusable("none of the trusted authorities has signed it")
        }
        // SAFETY: the context is alive; its store takes a reference of its own.
        try check(unsafe X509_STORE_add_crl(SSL_CTX_get_cert_store(handle), list.handle) == 1)
    }
}

/// A certificate of the file of authorities.
@safe final class TrustedAuthority {
    /// The X509, of which this object owns one reference.
    let handle: OpaquePointer

    init(_ borrowed: OpaquePointer) {
        // SAFETY: the caller keeps the certificate alive during the call; the reference added is given back in deinit.
        _ = unsafe X509_up_ref(borrowed)
        // SAFETY: as above.
        unsafe handle = borrowed
    }

    deinit {
        // SAFETY: gives back the one reference.
        unsafe X509_free(handle)
    }

    var name: String {
        // SAFETY: the certificate is alive as long as this object; the name is borrowed.
        unsafe CertificateFacts.text(of: X509_get_subject_name(handle)) ?? ""
    }
}
