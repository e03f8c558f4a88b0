import Glibc

/// Runs a body without the right to write where only the owner may: the superuser's thread takes on another user for
/// its file accesses, anyone else simply goes on. The body must stay on its thread.
func unprivileged<Value>(_ body: () throws -> Value) rethrows -> Value {
    guard geteuid() == 0 else { return try body() }
    setFileUser(65_534)
    defer { setFileUser(0) }
    return try body()
}

/// `setfsuid`, per thread; the module of the C library does not show it.
private func setFileUser(_ user: UInt32) {
    // SAFETY: looked up by a literal name in what is loaded; the C declaration is int setfsuid(uid_t).
    guard let symbol = unsafe dlsym(nil, "setfsuid") else { return }
    let call = unsafe unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
    _ = call(user)
}
