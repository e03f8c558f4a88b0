/// Why an operation was refused or failed; carries no personal or biometric data.
public struct IdentificationError: Error, Hashable, Sendable {
    /// What is wrong, open to growth.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A finger record that could not be read.
        case badTemplate = "bad-template"
        /// A person identifier with a length or a character that is not allowed.
        case badPerson = "bad-person"
        /// The person is registered already; nothing was changed.
        case personExists = "person-exists"
        /// No such person is registered.
        case personUnknown = "person-unknown"
        /// The person has no such encounter; nothing was changed.
        case encounterUnknown = "encounter-unknown"
        /// A value, a count or a size outside its limit.
        case limitExceeded = "limit-exceeded"
        /// The request names another finger than the record.
        case positionMismatch = "position-mismatch"
        /// A template with too few minutiae to be told from others.
        case templateTooPoor = "template-too-poor"
        /// A record format this version does not read.
        case unsupportedFormat = "unsupported-format"
        /// The store could not make or read the change; the gallery is as it was.
        case storageFailed = "storage-failed"
        /// The gallery has not been rebuilt yet.
        case notReady = "not-ready"
        /// Something the request says that cannot be accepted.
        case invalid
        /// The idempotency key stands for another request.
        case keyReused = "key-reused"
        /// The identifier is linked already.
        case identifierHeld = "identifier-held"
        /// The identifier is not linked to the person.
        case identifierUnknown = "identifier-unknown"
        /// There is no such ban, alert or re-capture.
        case factUnknown = "fact-unknown"
        /// A registration is not complete, so that there is no certificate of it.
        case incomplete
        /// It is another agency's.
        case notOwner = "not-owner"
        /// The gallery may not take more memory; nothing was changed.
        case galleryFull = "gallery-full"
        /// There is too much to do for this to be done in time; nothing was done, and it may be tried again later.
        case overloaded
        /// The time for it was over before it was done; nothing was changed.
        case deadlineExceeded = "deadline-exceeded"
        /// Whoever asked took it back; nothing was changed.
        case cancelled
    }

    public let code: Code
    /// The field of the request, for example `fingers[2]`; nil where no field is to blame.
    public let field: String?
    /// For people.
    public let message: String
    /// What was allowed, in words with the figure, where there is one.
    public let limit: String?

    /// Of `.overloaded`: milliseconds after which the same request would be taken, as things are now.
    public private(set) var retryAfter: Int?

    /// An error of this code; `message` must not carry personal or biometric data.
    public init(_ code: Code, field: String? = nil, _ message: String, limit: String? = nil) {
        self.code = code
        self.field = field
        self.message = message
        self.limit = limit
    }
}

extension IdentificationError {
    /// There is too much to do.
    ///
    /// - Parameter microseconds: by which the request would be late; rounded up to milliseconds.
    static func overloaded(microseconds: UInt64) -> IdentificationError {
        var error = IdentificationError(.overloaded, "there is too much to do for this to be done in time")
        error.retryAfter = Int(clamping: microseconds / 1_000) + 1
        return error
    }
}

extension IdentificationError: CustomStringConvertible {
    public var description: String {
        let place = field.map { "\(code.rawValue): \($0): \(message)" } ?? "\(code.rawValue): \(message)"
        return limit.map { "\(place), allowed: \($0)" } ?? place
    }
}
