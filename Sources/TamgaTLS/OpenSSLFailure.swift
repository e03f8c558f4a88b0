internal import COpenSSL

/// The first entry of this thread's OpenSSL error queue: the cause, where later entries are its consequences.
struct OpenSSLFailure {
    /// The packed code; 0 when the queue was empty.
    let code: UInt

    /// Takes the first entry and empties the queue.
    static func take() -> OpenSSLFailure {
        let failure = OpenSSLFailure(code: ERR_get_error())
        ERR_clear_error()
        return failure
    }

    /// The library's reason number, of `SSL_R_...` for errors of libssl.
    var reason: Int32 { ERR_GET_REASON(code) }

    /// Whether the operating system refused (a file not there, no permission).
    var isSystem: Bool { ERR_GET_LIB(code) == ERR_LIB_SYS }

    /// Whether the peer sent an alert: libssl gives those the reasons 1000 + alert number.
    var isAlert: Bool { ERR_GET_LIB(code) == ERR_LIB_SSL && (1000..<1256).contains(reason) }

    /// OpenSSL's words for it.
    var text: String {
        // SAFETY: a static string of OpenSSL, or nil for a code it does not know.
        guard let words = unsafe ERR_reason_error_string(code) else { return "no reason given" }
        // SAFETY: NUL-terminated, copied.
        return unsafe String(cString: words)
    }
}
