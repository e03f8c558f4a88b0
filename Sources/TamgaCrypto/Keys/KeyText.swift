internal import COpenSSL
import Glibc

/// The text of a ring on its way to the parser, overwritten when it is no longer needed.
final class KeyText {
    /// One byte more than there may be, so that too much is seen; never copied, since it never grows.
    private var storage = [UInt8](repeating: 0, count: CryptoLimits.ringBytes + 1)
    private var count = 0

    /// Whether there is more than a ring may have.
    var isTooLong: Bool { count > CryptoLimits.ringBytes }

    /// Reads once, as much as fits.
    ///
    /// - Returns: false at the end.
    /// - Throws: the system's error number.
    func readOnce(_ descriptor: Int32) throws(SystemNumber) -> Bool {
        // SAFETY: the space is writable during the call from `count` to its end.
        let result = unsafe storage.withUnsafeMutableBytes { space in
            // SAFETY: as above.
            unsafe Glibc.read(descriptor, space.baseAddress.map { unsafe $0 + count }, space.count - count)
        }
        guard result >= 0 else {
            guard errno == EINTR else { throw SystemNumber() }
            return true
        }
        count += result
        return result > 0
    }

    /// A copy, which nothing overwrites: for writing it elsewhere.
    var bytes: [UInt8] { Array(storage[..<count]) }

    /// Lends the bytes, uncopied.
    func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        // SAFETY: the bytes are readable during the call, and there are `count` of them.
        unsafe storage.withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
    }

    func ring() throws(KeyRingError) -> KeyRing { try KeyRing(parsing: storage[..<count]) }

    deinit {
        // SAFETY: the array is this object's alone, so that these are the bytes and not a copy.
        unsafe storage.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
    }
}

/// An error number of the system, and its words for it.
struct SystemNumber: Error {
    let number: Int32

    init(_ number: Int32 = errno) { self.number = number }

    var words: String {
        // SAFETY: a text of the C library, which no other thread writes to; copied at once.
        unsafe String(cString: strerror(number))
    }
}
