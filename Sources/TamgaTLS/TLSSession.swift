internal import COpenSSL

/// What a client needs to come back without a full handshake; it holds secrets.
// SAFETY: an SSL_SESSION is not changed after its ticket has come; its references are counted atomically.
@safe package final class TLSSession: @unchecked Sendable {
    /// The SSL_SESSION, of which this object owns one reference.
    let handle: OpaquePointer

    init(owning handle: OpaquePointer) {
        // SAFETY: owned from here on, freed in deinit.
        unsafe self.handle = handle
    }

    deinit {
        // SAFETY: gives back the one reference.
        unsafe SSL_SESSION_free(handle)
    }

    var isResumable: Bool {
        // SAFETY: the session is alive as long as this object.
        unsafe SSL_SESSION_is_resumable(handle) == 1
    }
}
