/// Why the store did not do what was asked; carries no personal or biometric data.
public struct StoreError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The person is registered already; nothing was changed.
        case personExists = "person-exists"
        /// No such person; nothing was changed.
        case personUnknown = "person-unknown"
        /// The person has no encounter of that number; nothing was changed.
        case encounterUnknown = "encounter-unknown"
        /// What was given breaks a limit of ``StoreLimits``; nothing was changed.
        case invalid
        /// The store was made by a newer version of this program; it was left untouched.
        case newerThanProgram = "newer-than-program"
        /// The store is of an older version, and read-only access may not bring it up to date.
        case olderThanProgram = "older-than-program"
        /// There is a file, but not one of this program; it was left untouched.
        case notAStore = "not-a-store"
        /// There is no store to read.
        case missing
        /// What was stored is not what is read back.
        case corrupt
        /// A master key that the store's content is sealed under was not given, or is another one; nothing was changed.
        case keyMissing = "key-missing"
        /// The cryptography of the system refused.
        case cryptoFailed = "crypto-failed"
        /// Another process holds the store.
        case busy
        /// No space is left; nothing was changed.
        case full
        /// The place or the access does not allow writing.
        case readOnly = "read-only"
        /// The operating system could not read or write.
        case ioFailed = "io-failed"
        /// The store was closed.
        case closed
        /// Anything else: see the cause.
        case failed

        /// Whether the change asked for cannot be made in this store, as against a store that cannot be used.
        public var isRefusal: Bool {
            switch self {
            case .personExists, .personUnknown, .encounterUnknown, .invalid: true
            default: false
            }
        }
    }

    /// What went wrong.
    public let code: Code
    /// For people.
    public let message: String
    /// What the layer below said, where there is one.
    public let cause: String?
    /// The change number of the row concerned, where there is one.
    public let sequence: UInt64?

    /// - Parameters:
    ///   - message: for people; no personal or biometric data.
    ///   - sequence: the change number of the row concerned.
    public init(_ code: Code, _ message: String, cause: String? = nil, sequence: UInt64? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
        self.sequence = sequence
    }
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        cause.map { "\(code.rawValue): \(message) (\($0))" } ?? "\(code.rawValue): \(message)"
    }
}
