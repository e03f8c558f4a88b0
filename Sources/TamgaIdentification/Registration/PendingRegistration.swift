import TamgaGallery
import TamgaRegistry

/// A registration that was searched for, and is to be judged on the queue of changes.
struct PendingRegistration: Sendable {
    let request: RegistrationRequest
    /// The station's key for the request, with a digest of it.
    let key: RequestKey?
    /// Nil where no finger could be taken.
    let presented: Presented?
    let search: SearchResult?
    /// The registration number the person gets, if the person is new.
    let number: PersonID
    /// Whether it is judged however many came since the search.
    let isLastTry: Bool
}

/// A station's key for a request, and what it stands for.
struct RequestKey: Sendable {
    let key: IdempotencyKey
    /// SHA-256 of the request, in hexadecimal digits.
    let digest: String
}

/// Why a change was not made.
enum ChangeRefusal: Error, Sendable {
    case failed(IdentificationError)
    /// So much has changed since the search that it has to be made again.
    case stale
    /// The same request was answered before; the number is that of the change which brought the answer.
    case answered(KeptAnswer, number: UInt64)

    /// Runs what throws the errors of operations.
    static func failing<Value>(
        _ body: () throws(IdentificationError) -> Value
    ) throws(ChangeRefusal) -> Value {
        do { return try body() } catch { throw .failed(error) }
    }
}
