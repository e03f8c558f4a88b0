/// Why the server could not be started.
public struct ServerError: Error, Hashable, Sendable {
    /// What went wrong, for programs.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A text that is not `HOST:PORT`.
        case invalidAddress = "invalid-address"
        /// Limits that do not fit together.
        case invalidLimits = "invalid-limits"
        /// Another program listens there.
        case addressInUse = "address-in-use"
        /// The system does not let this program listen there.
        case cannotListen = "cannot-listen"
    }

    public let code: Code
    /// For people.
    public let message: String

    /// - Parameter message: for people; no personal data.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension ServerError: CustomStringConvertible {
    public var description: String { message }
}
