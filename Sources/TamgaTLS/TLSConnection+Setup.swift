internal import COpenSSL

extension TLSConnection {
    /// Gives the SSL its BIOs and its role.
    func attach() {
        for bio in [input, output] {
            // SAFETY: the SSL takes over one reference to each BIO; the BIO's owner here keeps its own.
            _ = unsafe BIO_up_ref(bio.handle)
        }
        // SAFETY: as above.
        unsafe SSL_set_bio(ssl, input.handle, output.handle)
        if role == .server {
            // SAFETY: the SSL is alive as long as this object.
            unsafe SSL_set_accept_state(ssl)
        } else {
            // SAFETY: the SSL is alive as long as this object.
            unsafe SSL_set_connect_state(ssl)
        }
    }

    /// Makes OpenSSL check the certificate against an address, or else a host name, which is also told to the server.
    func expect(_ name: String) throws(TLSError) {
        guard (1...TLSLimits.serverNameBytes).contains(name.utf8.count), !name.utf8.contains(0) else {
            throw .serverNameInvalid
        }
        // SAFETY: the parameters belong to the SSL; the name is NUL-terminated for the call and copied.
        if unsafe X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), name) == 1 { return }
        ERR_clear_error()
        // SAFETY: the SSL is alive as long as this object.
        unsafe SSL_set_hostflags(ssl, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        // SAFETY: the name is NUL-terminated for the calls and copied.
        guard unsafe SSL_set1_host(ssl, name) == 1 else { throw .serverNameInvalid }
        // SAFETY: as above.
        guard unsafe COpenSSL_set_server_name(ssl, name) == 1 else { throw .serverNameInvalid }
    }
}
