/// Why something was refused: the number an error message carries, open to growth.
public struct WireErrorCode: RawRepresentable, Sendable, Hashable {
    public var rawValue: UInt16

    /// The code of this number; numbers that this version does not know are kept.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
}

// MARK: The connection
extension WireErrorCode {
    /// A header that is not one, or a connection that ended inside a frame.
    public static let malformedFrame = Self(rawValue: 1)
    /// A version this end does not speak.
    public static let unsupportedVersion = Self(rawValue: 2)
    /// A kind this end does not know; its body was skipped.
    public static let unknownKind = Self(rawValue: 3)
    /// A length above the limit of its kind.
    public static let frameTooLarge = Self(rawValue: 4)
    /// A body whose fields are not what its kind asks for.
    public static let malformedMessage = Self(rawValue: 5)
    /// A field this end does not know and must not ignore.
    public static let unknownCriticalField = Self(rawValue: 6)
    /// A request before the hello was answered.
    public static let helloRequired = Self(rawValue: 7)
    /// A second hello.
    public static let unexpectedHello = Self(rawValue: 8)
    /// A request id that is still in flight.
    public static let duplicateRequestID = Self(rawValue: 9)
}

// MARK: The request
extension WireErrorCode {
    /// More requests in flight than the welcome allows.
    public static let tooManyRequests = Self(rawValue: 16)
    /// A value or a count outside its limit.
    public static let limitExceeded = Self(rawValue: 17)
    /// A person identifier with a character that is not allowed.
    public static let badPerson = Self(rawValue: 18)
    /// A finger record that could not be read.
    public static let badTemplate = Self(rawValue: 19)
    /// A position that the record contradicts.
    public static let positionMismatch = Self(rawValue: 20)
    /// A person already enrolled.
    public static let personExists = Self(rawValue: 21)
    /// A person not enrolled.
    public static let personUnknown = Self(rawValue: 22)
    /// An encounter the person does not have; nothing was changed.
    public static let encounterUnknown = Self(rawValue: 23)
    /// A right that the station does not have, or a certificate that does not say who the station is.
    public static let denied = Self(rawValue: 24)
    /// Something the request says that cannot be accepted, for example a date that is not in the calendar.
    public static let invalidField = Self(rawValue: 25)
    /// Another request was sent under the same key before.
    public static let keyReused = Self(rawValue: 26)
    /// An identifier that another person has.
    public static let identifierHeld = Self(rawValue: 27)
    /// An identifier that the person does not have.
    public static let identifierUnknown = Self(rawValue: 28)
    /// No such ban, alert or re-capture.
    public static let factUnknown = Self(rawValue: 29)
    /// Another agency's ban or alert.
    public static let notOwner = Self(rawValue: 30)
}

// MARK: The server
extension WireErrorCode {
    /// The gallery is still being loaded.
    public static let notReady = Self(rawValue: 32)
    /// The server is going down and takes nothing new.
    public static let shuttingDown = Self(rawValue: 33)
    /// The store could not make or read the change.
    public static let storageFailed = Self(rawValue: 34)
    /// The gallery may not take more memory; nothing was changed, and an operator has to act first.
    public static let galleryFull = Self(rawValue: 35)
    /// There is too much to do for this to be done in time; nothing was done.
    public static let overloaded = Self(rawValue: 36)
    /// The time for the request was over before it was done; nothing was changed.
    public static let deadlineExceeded = Self(rawValue: 37)
    /// The client took the request back; nothing was changed.
    public static let requestCancelled = Self(rawValue: 38)
    /// More connections of one certificate than the server allows.
    public static let tooManyConnections = Self(rawValue: 39)
    /// A fault of the server's own.
    public static let `internal` = Self(rawValue: 255)
}

extension WireErrorCode {
    /// Whether the end that sends this error closes the connection after it.
    public var closesConnection: Bool {
        switch self {
        case .malformedFrame, .unsupportedVersion, .frameTooLarge, .helloRequired, .unexpectedHello,
            .duplicateRequestID, .tooManyConnections:
            true
        default: false
        }
    }

    /// Whether the same request may succeed later, unchanged.
    public var isRetryable: Bool {
        switch self {
        case .tooManyRequests, .notReady, .shuttingDown, .storageFailed, .overloaded, .deadlineExceeded,
            .tooManyConnections:
            true
        default: false
        }
    }
}

extension WireErrorCode: CaseIterable {
    /// The codes of protocol version 1, in order of their numbers.
    public static let allCases: [WireErrorCode] = [
        .malformedFrame, .unsupportedVersion, .unknownKind, .frameTooLarge, .malformedMessage,
        .unknownCriticalField, .helloRequired, .unexpectedHello, .duplicateRequestID, .tooManyRequests,
        .limitExceeded, .badPerson, .badTemplate, .positionMismatch, .personExists, .personUnknown,
        .encounterUnknown, .denied, .invalidField, .keyReused, .identifierHeld, .identifierUnknown, .factUnknown,
        .notOwner,
        .notReady, .shuttingDown, .storageFailed, .galleryFull, .overloaded, .deadlineExceeded,
        .requestCancelled, .tooManyConnections, .internal,
    ]
}
