internal import COpenSSL

/// Bytes nobody can foresee, from OpenSSL's generator, which the kernel seeds: for keys and nonces, never for answers.
///
/// - Parameter count: up to ``CryptoLimits/messageBytes``.
/// - Throws: `lengthRefused`, `failed` where the generator has no seed or is forbidden.
public func randomBytes(_ count: Int) throws(CryptoError) -> [UInt8] {
    try CryptoError.check("a request for random bytes", count, 0...CryptoLimits.messageBytes)
    var bytes = [UInt8](repeating: 0, count: count)
    // SAFETY: the bytes are writable for their count during the call.
    let done = unsafe bytes.withUnsafeMutableBytes { unsafe fillRandom($0) }
    guard done else { throw .failed(operation: "making random bytes", cause: CryptoError.takeCause()) }
    return bytes
}

/// Whether all of the space now holds random bytes; the error queue says why not.
func fillRandom(_ space: UnsafeMutableRawBufferPointer) -> Bool {
    ERR_clear_error()
    // SAFETY: RAND_bytes writes as many bytes as the caller's space has.
    let bytes = unsafe space.baseAddress?.assumingMemoryBound(to: UInt8.self)
    // SAFETY: as above.
    return unsafe space.isEmpty || RAND_bytes(bytes, Int32(space.count)) == 1
}
