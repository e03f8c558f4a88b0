package import TamgaCrypto

extension StoreError {
    package static let personExists = StoreError(.personExists, "the person is registered already")
    package static let personUnknown = StoreError(.personUnknown, "no such person is registered")
    package static let encounterUnknown = StoreError(.encounterUnknown, "the person has no encounter of that number")
    package static let mergedWithItself = StoreError(.invalid, "a person cannot be merged with itself")

    /// Runs what may throw an error of the cryptography.
    package static func crypting<Value>(_ body: () throws(CryptoError) -> Value) throws(StoreError) -> Value {
        do { return try body() } catch { throw StoreError(error) }
    }

    package init(_ error: CryptoError) {
        self.init(.cryptoFailed, "the system's cryptography refused", cause: "\(error)")
    }
}

extension CryptoError {
    /// Whether what was to be opened is not what was sealed, or was sealed under another key.
    package var isForgery: Bool { self == .authenticationFailed }
}
