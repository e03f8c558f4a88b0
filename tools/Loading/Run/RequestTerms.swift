package import TamgaWire

/// What requests say besides what they ask: their class, and how long their answer is of use. The one place where this
/// is decided.
package struct RequestTerms: Sendable, Hashable {
    /// Whether each request names its class; else the server takes it as it thinks fit.
    package var namesClasses = true
    /// Milliseconds after which an answer is of no use; nil for none.
    package var deadlineMilliseconds: UInt32?

    package init() {}

    /// Whether a server has to understand options at all.
    var needsOptions: Bool { deadlineMilliseconds != nil }

    /// The options of a class's requests.
    package func options(of kind: LoadClass) -> RequestOptions {
        RequestOptions(
            deadlineMilliseconds: deadlineMilliseconds, requestClass: namesClasses ? Self.requestClass(kind) : nil)
    }

    private static func requestClass(_ kind: LoadClass) -> RequestClass {
        switch kind {
        case .border, .verification: .border
        case .enrolment: .enrolment
        case .bulk, .flatOut: .bulk
        }
    }
}
